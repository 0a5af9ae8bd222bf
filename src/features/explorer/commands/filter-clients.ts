import * as vscode from 'vscode';
import { focusView } from '../../../editor/focus-view.ts';
import type { Explorer } from '../explorer.ts';
import type { ViewFilter } from '../filter.ts';
import { withoutIcons } from '../../../editor/text.ts';

/**
 * Narrows the OAuth2 Clients view to the clients of one name or owner.
 * @param given the filter; without it one is asked
 */
export async function run(explorer: Explorer, given?: Partial<ViewFilter>): Promise<void> {
  const { clients } = explorer;
  const filter =
    typeof given?.text === 'string' && given.by
      ? { by: given.by, text: given.text }
      : await ask(clients.filter);
  if (!filter) return;
  clients.setFilter(filter.text ? filter : undefined);
  await focusView('ory.clients');
}

interface Choice extends vscode.QuickPickItem {
  readonly by: 'name' | 'owner';
}

/** One step: what is typed, and what it is compared with. */
function ask(before: ViewFilter | undefined): Promise<ViewFilter | undefined> {
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = vscode.l10n.t('Filter OAuth2 Clients');
  pick.placeholder = vscode.l10n.t(
    'Exact name or owner: the server compares the whole text, letter for letter',
  );
  pick.value = before?.by === 'name' || before?.by === 'owner' ? before.text : '';
  const offer = () => {
    const text = pick.value.trim();
    pick.items = text
      ? (['name', 'owner'] as const).map((by) => ({
          by,
          label: vscode.l10n.t('{0} is exactly “{1}”', by === 'name' ? 'Name' : 'Owner', withoutIcons(text)),
          alwaysShow: true,
        }))
      : [];
  };
  offer();
  return new Promise((resolve) => {
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => {
      const by = pick.selectedItems[0]?.by;
      if (!by) return;
      resolve({ by, text: pick.value.trim() });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
