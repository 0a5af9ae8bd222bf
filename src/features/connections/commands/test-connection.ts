import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import type { Connection } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { connectionFor } from '../choose.ts';
import { checksOf, type Check, type Outcome } from '../test/checks.ts';
import { withoutIcons } from '../../../editor/text.ts';

interface Item extends vscode.QuickPickItem {
  readonly next?: Outcome['next'];
}

/** Asks every server of a connection and shows, in one list, which answer, and as what. */
export async function run(container: Container, given?: unknown): Promise<void> {
  const connection = await connectionFor(container, given, vscode.l10n.t('Test Connection'));
  if (!connection) {
    if (container.connections.all.length === 0) await ory.addConnection();
    return;
  }
  const stopped = new AbortController();
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Test {0}', connection.name);
  pick.placeholder = vscode.l10n.t('Asking the servers…');
  pick.busy = true;
  pick.ignoreFocusOut = true;
  const checks = checksOf(container, connection);
  const items: Item[] = checks.map(({ label }) => ({
    label: `$(loading~spin) ${withoutIcons(label)}`,
  }));
  pick.items = items;
  pick.onDidHide(() => {
    stopped.abort();
    pick.dispose();
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item?.next) void ory[item.next](connection);
  });
  pick.show();
  const outcomes = await Promise.all(
    checks.map(async (check, at) => {
      const outcome = await check.run(stopped.signal);
      items[at] = itemOf(check, outcome);
      if (!stopped.signal.aborted) pick.items = [...items];
      log(container, connection, check, outcome);
      return outcome;
    }),
  );
  if (stopped.signal.aborted) return;
  pick.busy = false;
  pick.placeholder = summary(outcomes);
}

const itemOf = ({ label, address }: Check, { ok, message, next }: Outcome): Item => ({
  label: `$(${ok ? 'pass' : 'error'}) ${withoutIcons(label)}`,
  description: withoutIcons(address),
  detail: withoutIcons(message),
  ...(next ? { next } : {}),
});

function summary(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ ok }) => !ok).length;
  if (failed > 0) return vscode.l10n.t('{0} of {1} failed. Enter on one mends it.', failed, outcomes.length);
  return outcomes.length === 1 ? vscode.l10n.t('It works.') : vscode.l10n.t('All {0} work.', outcomes.length);
}

function log(
  { log: output, redactor }: Container,
  connection: Connection,
  check: Check,
  outcome: Outcome,
): void {
  const line = redactor.text(
    vscode.l10n.t('{0} test {1} {2}: {3}', connection.id, check.label, check.address, outcome.message),
  );
  if (outcome.ok) output.info(line);
  else output.warn(line);
}
