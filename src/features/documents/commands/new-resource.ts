import type { Container } from '../../../container.ts';
import { givenConnection } from '../../../editor/given.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import { isKindId } from '../../../kinds/kinds-of-documents.ts';
import { openNew } from './open-new.ts';

/** A new resource of the kind that a row lists, from a template. */
export async function run(container: Container, row?: unknown): Promise<void> {
  const listed = typeof row === 'object' && row !== null && 'listed' in row ? row.listed : undefined;
  const { kind, of } = (listed ?? {}) as { readonly kind?: unknown; readonly of?: unknown };
  if (typeof kind !== 'string' || !isKindId(kind)) return;
  const declared = KINDS[kind];
  const need = { service: declared.service, writes: true };
  const connection = await requireConnection(container, need, givenConnection(row));
  const choice = typeof of === 'string' && of !== '' ? of : undefined;
  if (connection && declared.creating) await openNew(connection, declared, choice);
}
