import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { Created } from '../../kinds/kind.ts';
import { counted } from '../../kinds/nouns.ts';
import type { TaskHost } from '../tasks/task-host.ts';
import { performAll } from '../tasks/perform.ts';
import { namesOf, tellDone } from '../tasks/tell-done.ts';
import { readOnlyReasonNow } from '../require-connection.ts';
import { showOnce } from '../show-once.ts';
import { withoutLinks } from '../text.ts';
import type { Undoable } from './undo-memory.ts';

interface Restored extends Undoable {
  readonly created: Created;
}

/** Takes writes back, the last first, and says so once; what failed can be tried again. */
export async function undoAll(
  host: TaskHost,
  connection: Connection,
  all: readonly Undoable[],
): Promise<void> {
  const reason = readOnlyReasonNow(host.connections, connection);
  const kept = all.filter(({ until }) => until > Date.now());
  const whom = kept.length === 1 ? namesOf(kept) : counted(kept.map(({ ref }) => ref.kind));
  if (reason !== undefined || kept.length === 0) {
    const why = reason ?? vscode.l10n.t('What it takes was kept for ten minutes only.');
    void vscode.window.showWarningMessage(withoutLinks(vscode.l10n.t('Nothing was undone. {0}', why)));
    return;
  }
  const restored: Restored[] = [];
  await performAll(host, {
    connection,
    all: [...kept].reverse(),
    nameOf: ({ name }) => name,
    title: vscode.l10n.t('Restoring {0}', whom),
    couldnt: vscode.l10n.t('restore {0}', whom),
    lacks: vscode.l10n.t('restoring it'),
    work: async (_, one, call) => {
      const { ref, undo } = one;
      const created = await undo.restore({ ...call, write: { inPlaceOf: ref.id } });
      restored.unshift({ ...one, created });
    },
  });
  if (restored.length > 0) await tell(host, connection, restored);
}

async function tell(host: TaskHost, connection: Connection, all: readonly Restored[]): Promise<void> {
  const secrets = all.flatMap(({ name, created: { secret } }) => (secret ? [{ ...secret, of: name }] : []));
  for (const { value } of secrets) host.redactor.learn(value);
  const news = all.filter(({ ref, created }) => created.id !== ref.id).length;
  if (news === 0) tellDone(vscode.l10n.t('Restored {0}', namesOf(all)), connection);
  else {
    const ids =
      all.length === 1
        ? vscode.l10n.t('It has a new ID.')
        : news === all.length
          ? vscode.l10n.t('They have new IDs.')
          : vscode.l10n.t('Some have new IDs.');
    const words = vscode.l10n.t('Restored {0} on {1}. {2}', namesOf(all), connection.name, ids);
    void vscode.window.showInformationMessage(withoutLinks(words));
  }
  const [first] = secrets;
  if (!first) return;
  const what =
    secrets.length === 1
      ? vscode.l10n.t('The new {0} of {1}', first.name, first.of)
      : vscode.l10n.t('The new client secrets');
  const shown = secrets.map(({ of, value }) => (secrets.length === 1 ? { value } : { name: of, value }));
  await showOnce(withoutLinks(`${what} (${connection.name})`), shown);
}
