import * as vscode from 'vscode';
import { mayRemove, removeAll, type Removal } from '../../../editor/door/remove.ts';
import { type Given, givenOne } from '../../../editor/given.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import type { Explorer } from '../explorer.ts';
import { viewOf } from '../view-of.ts';
import { isRow, type RowArgument, rowsOf } from '../rows-of.ts';

/**
 * Deletes resources, after asking once for all of them.
 * @param first the row or the document whose menu was used, or the view in which the Delete key was pressed; without
 * any of these the document in front is meant
 */
export async function run(
  explorer: Explorer,
  first?: RowArgument | vscode.Uri,
  selected?: unknown,
): Promise<void> {
  const { all, left } = targetsOf(explorer, first, selected);
  const connection = explorer.container.connections.byId(all[0]?.connection ?? '');
  if (!connection) {
    const what =
      left > 0
        ? vscode.l10n.t('there is nothing to delete in this row')
        : vscode.l10n.t('select what is to be deleted in a view first');
    vscode.window.setStatusBarMessage(`Ory: ${what}.`, 6000);
    return;
  }
  const { container } = explorer;
  if (!(await mayRemove(container, connection, all))) return;
  await removeAll(container, connection, all, viewOf(explorer, all[0]?.kind ?? 'identities').id);
}

function targetsOf(
  explorer: Explorer,
  first: RowArgument | vscode.Uri,
  selected: unknown,
): { all: readonly Removal[]; left: number } {
  const fromView = isRow(first) || (typeof first === 'object' && 'view' in first);
  if (!fromView) {
    const found = givenOne([first]);
    if (found && !found.ref.isNew && KINDS[found.ref.kind].removing) return { all: [named(found)], left: 0 };
    if (first) return { all: [], left: 1 };
  }
  const rows = rowsOf(explorer, fromView ? first : undefined, selected);
  const all = rows.flatMap(({ ref, name }) => (ref && KINDS[ref.kind].removing ? named({ ref, name }) : []));
  // One question names one connection.
  const ofOne = all.filter(({ connection }) => connection === all[0]?.connection);
  return { all: ofOne, left: rows.length - ofOne.length };
}

const named = ({ ref, name }: Given): Removal => ({ ...ref, name: name ?? ref.id });
