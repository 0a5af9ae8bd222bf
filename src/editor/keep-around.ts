import type { Connection } from '../connections/model.ts';
import type { CallOptions, OryClient } from '../ory/client.ts';
import { diffJson } from '../ory/json/diff.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import { maskJson } from '../ory/secrets/mask.ts';
import { KINDS } from '../resources/kinds.ts';
import { readResource } from '../saving/resource.ts';
import type { DocumentRef } from './document-uri.ts';
import type { SaveHistory } from './save-history.ts';

/** What a command writes to that is no document's save. */
export interface Written {
  readonly client: OryClient;
  readonly connection: Connection;
  readonly ref: DocumentRef;
  readonly name: string;
  /** What the server has before. */
  readonly before: JsonNode;
}

/**
 * Lets a command write to a resource, and keeps the versions before and after it as a save of its document does: what a
 * command changed can be put back, too.
 * @param write what it does
 * @throws what `write` throws; the history never fails it
 */
export async function keepAround<T>(
  host: { history(): Promise<SaveHistory> },
  { client, connection, ref, name, before }: Written,
  call: CallOptions,
  write: () => Promise<T>,
): Promise<T> {
  const history = await host.history();
  if (history.offReason(connection) !== undefined) return write();
  const kind = KINDS[ref.kind];
  const was = maskJson(before, kind.secrets);
  const writing = write();
  const kept = history.keep(connection, ref, { moment: 'before', name, changed: [] }, was);
  const result = await writing.finally(() => kept);
  const now = await readResource({ kind, client, id: ref.id }, call).catch(() => undefined);
  if (now) {
    const changed = diffJson(was, now.masked).map(({ path }) => path);
    await history.keep(connection, ref, { moment: 'after', name, changed }, now.masked);
  }
  return result;
}
