import type { Connection } from './model.ts';

/** Why nothing can be changed through a connection, in a sentence; undefined where it can. */
export const readOnlyReason = ({ name, readOnly }: Connection): string | undefined =>
  readOnly ? `${name} is a read-only connection: nothing can be changed through it.` : undefined;
