import * as l10n from '@vscode/l10n';
import type { Connection } from './model.ts';

/** Why nothing can be changed through a connection, in a sentence; undefined where it can. */
export const readOnlyReason = ({ name, readOnly }: Connection): string | undefined =>
  readOnly ? l10n.t('{0} is a read-only connection: nothing can be changed through it.', name) : undefined;
