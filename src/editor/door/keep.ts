import type { Connection } from '../../connections/model.ts';
import type { Write } from '../../ory/client.ts';
import { diffJson } from '../../ory/json/diff.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import { maskJson } from '../../ory/secrets/mask.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import type { Kind } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { Touched } from '../../kinds/touched.ts';
import { type Before, goneWith, readOr, undoTo } from '../../saving/take-back.ts';
import type { SaveHistory } from '../save-history.ts';
import type { Undoable, UndoMemory } from './undo-memory.ts';

interface Keeper {
  readonly undo: UndoMemory;
  readonly redactor: Redactor;
  history(): Promise<SaveHistory>;
}

/** Keeps what a write is about to replace; it never fails, and the write does not wait for it. */
export async function keepBefore(host: Keeper, connection: Connection, before: Before): Promise<void> {
  const { kind, id, document } = before;
  if (!document || !kind.writing) return;
  const history = await host.history();
  const ref = { connection: connection.id, kind: kind.id, id };
  const facts = { moment: 'before', name: nameOf(host, kind, document, id), changed: [] } as const;
  await history.keep(connection, ref, facts, maskJson(document, kind.secrets));
}

/**
 * Keeps what a write made of resources, and how it is taken back.
 * @param touched what it touched, by its answer
 * @param joins whether it is taken back with the write before it
 */
export async function keepAfter(
  host: Keeper,
  connection: Connection,
  write: Write,
  before: Before | undefined,
  touched: readonly Touched[],
  joins: boolean,
): Promise<void> {
  if (before) await keepChanged(host, connection, write, before, joins);
  const others = touched.filter(({ kind, id }) => before?.kind.id !== kind || before.id !== id);
  for (const { kind, id, what } of others.slice(0, MOST_MADE)) {
    if (id === undefined || what === 'deleted' || !KINDS[kind].writing) continue;
    const after = await readOr(KINDS[kind], write.client, id).catch(() => undefined);
    if (after) await keepVersion(host, connection, KINDS[kind], id, after, {});
  }
}

/** Of an import not each is read. */
const MOST_MADE = 3;

async function keepChanged(
  host: Keeper,
  connection: Connection,
  write: Write,
  before: Before,
  joins: boolean,
): Promise<void> {
  const { kind, id, document, isEnd } = before;
  const ref = { connection: connection.id, kind: kind.id, id };
  const first = joins ? host.undo.of(ref)?.undo.original : undefined;
  host.undo.forget(ref);
  const name = document ? nameOf(host, kind, document, id) : id;
  if (isEnd) {
    if (before.undo) remember(host, { ref, name, undo: before.undo, gone: '' });
    return;
  }
  if (!kind.writing) return;
  // Without a signal: the write is done, and cancelling what follows it would say otherwise.
  const after = await readOr(kind, write.client, id).catch(() => undefined);
  if (!after) return;
  const undo = before.undo ?? undoTo({ ...before, document: first ?? document }, after, write.client);
  const gone = goneWith(write, before, after);
  if (undo) remember(host, { ref, name, undo, gone });
  await keepVersion(host, connection, kind, id, after, {
    before: document,
    gone,
  });
}

async function keepVersion(
  host: Keeper,
  connection: Connection,
  kind: Kind,
  id: string,
  after: JsonNode,
  { before, gone = '' }: { readonly before?: JsonNode | undefined; readonly gone?: string },
): Promise<void> {
  const masked = maskJson(after, kind.secrets);
  const was = before && maskJson(before, kind.secrets);
  const changed = was ? diffJson(was, masked).map(({ path }) => path) : [];
  const history = await host.history();
  const ref = { connection: connection.id, kind: kind.id, id };
  const name = nameOf(host, kind, after, id);
  await history.keep(connection, ref, { moment: 'after', name, changed, ...(gone ? { gone } : {}) }, masked);
}

const remember = ({ undo: memory }: Keeper, one: Omit<Undoable, 'until'>): void =>
  memory.put(one, one.undo.original ? printJson(one.undo.original).length : 0);

const nameOf = ({ redactor }: Keeper, kind: Kind, document: JsonNode, id: string): string =>
  redactor.text(kind.nameOf(document, id));
