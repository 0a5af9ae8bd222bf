import * as vscode from 'vscode';
import type { ProductionWrite } from '../../../editor/door/production-writes.ts';
import { oneLine } from '../../../editor/text.ts';
import type { Recorded } from '../recorded.ts';

/** Shows what this machine changed on production connections, the newest first, read-only. */
export async function run({ container, texts }: Recorded): Promise<void> {
  const door = await container.door();
  const all = await door.production.all();
  const uri = vscode.Uri.from({ scheme: texts.scheme, path: vscode.l10n.t('/Writes on Production.txt') });
  await texts.show(uri, recordText(all));
}

function recordText(all: readonly ProductionWrite[]): string {
  const lines = all.map(({ at, connection, operation, kind, id, name, outcome }) =>
    [
      new Date(at)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, 'Z'),
      oneLine(connection),
      operation,
      [kind, oneLine(name), oneLine(id)].filter(Boolean).join(' ') || '-',
      outcome,
    ].join('  '),
  );
  const head = vscode.l10n.t(
    'Writes on production connections from this machine, the newest first: {0}.',
    all.length,
  );
  return [head, vscode.l10n.t('When (UTC), connection, operation, what, outcome.'), '', ...lines, ''].join(
    '\n',
  );
}
