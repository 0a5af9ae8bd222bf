import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { confirmDestruction } from '../../../editor/confirm.ts';
import { readOnlyReason } from '../../../connections/read-only.ts';
import { type Given, givenOne } from '../../../editor/given.ts';
import { KINDS } from '../../../resources/kinds.ts';
import type { Explorer } from '../explorer.ts';
import { removeAll, type Removal } from '../remove.ts';
import { isRow, type RowArgument, rowsOf } from '../rows-of.ts';
import { oneLine, withoutLinks } from '../../../editor/text.ts';

/** How many names a question lists before it only counts. */
const LISTED = 10;

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
      left > 0 ? 'there is nothing to delete in this row' : 'select what is to be deleted in a view first';
    vscode.window.setStatusBarMessage(`Ory: ${what}.`, 6000);
    return;
  }
  const closed = readOnlyReason(connection);
  if (closed !== undefined) {
    void vscode.window.showWarningMessage(withoutLinks(closed));
    return;
  }
  if (!(await ask(all, connection))) return;
  await removeAll(explorer, connection, all);
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

async function ask(all: readonly Removal[], connection: Connection): Promise<boolean> {
  const [first] = all;
  if (!first) return false;
  const kinds = new Set(all.map(({ kind }) => kind));
  const ending = kinds.size === 1 && kinds.has('sessions');
  const what = all.length === 1 ? subject(first) : `${all.length} ${plural(all)}`;
  const consequences = [...kinds].map((kind) => KINDS[kind].removing?.consequence ?? '').join(' ');
  const names = all.slice(0, LISTED).map(({ name }) => oneLine(name));
  const rest = all.length > LISTED ? [`and ${all.length - LISTED} more`] : [];
  return confirmDestruction({
    question: `${ending ? 'End' : 'Delete'} ${what} ${ending ? 'at' : 'from'} ${connection.name}?`,
    consequence: all.length === 1 ? consequences : [...names, ...rest, '', consequences].join('\n'),
    verb: ending ? 'End' : 'Delete',
    name: all.length === 1 ? oneLine(first.name) : what,
    connection,
  });
}

/** "ada@example.com", but "the session Firefox": a device's name alone would say too little. */
function subject({ kind, name }: Removal): string {
  const shown = oneLine(name);
  return kind === 'identities' || kind === 'clients' ? shown : `the ${KINDS[kind].noun} ${shown}`;
}

function plural(all: readonly Removal[]): string {
  const nouns = new Set(all.map(({ kind }) => KINDS[kind].noun));
  const [noun] = nouns;
  if (nouns.size !== 1 || !noun) return 'objects';
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
