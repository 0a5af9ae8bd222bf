import * as l10n from '@vscode/l10n';
import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { chooseResource } from '../../editor/choose-resource.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { OnServer } from './copy.ts';

/**
 * Has the resource of a connection chosen that something is compared with.
 * @param typed what stands in the box at first
 */
export async function chooseOther(
  container: Container,
  kind: Kind,
  connection: Connection,
  typed = '',
): Promise<OnServer | undefined> {
  const title = l10n.t('Compare with {0}', kind.noun);
  const [chosen] = await chooseResource(container, connection, kind, { title, typed });
  return (
    chosen && {
      ref: { connection: connection.id, kind: kind.id, id: chosen.id },
      connection,
      name: chosen.name,
    }
  );
}
