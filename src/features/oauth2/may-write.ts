import * as l10n from '@vscode/l10n';
import { enterOnce } from '../../editor/door/gate.ts';
import type { LiveConnection } from '../../editor/live-connection.ts';
import { withoutLinks } from '../../editor/text.ts';
import type { OAuth2 } from './oauth2.ts';

/** What a panel does to a production connection. */
export interface Doing {
  /** "Run OAuth 2.0 flows". */
  readonly what: string;
  readonly consequence: string;
  /** The button. */
  readonly verb: string;
}

/** Whether a panel may write: asked once on a production connection. @throws {OryError} where it is closed by now */
export async function mayWrite(
  { container }: { readonly container: Pick<OAuth2['container'], 'connections'> },
  panel: object,
  live: LiveConnection,
  { what, consequence, verb }: Doing,
): Promise<boolean> {
  const connection = live.forWriting();
  const name = withoutLinks(connection.name);
  return enterOnce(container, panel, {
    connection,
    effect: 'locks out',
    question: l10n.t('{0} is a production connection. {1} there?', name, what),
    consequence,
    verb,
    name,
  });
}
