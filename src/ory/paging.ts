import type { CallOptions, InputOf, OryClient } from './client.ts';
import type { AnswerOf, Operation } from './operations/operation.ts';

/** One page of a list, and whether the server says that there is more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

type ItemOf<O> = NonNullable<AnswerOf<O>> extends readonly (infer T)[] ? T : never;
type PageInput<O> = Omit<InputOf<O>, 'body'>;

/**
 * Walks a list page by page, on servers of every age:
 * - where `Link` holds a token alone, the token is followed;
 * - where it also holds a page number, the numbers are counted from 1 instead: such servers (Kratos 0.11; session
 *   lists to this day) count pages from 1 and write links from 0, so that following them shows the first page twice
 *   and the last one never;
 * - a page without items that were not seen before, or a token seen before, ends the list: Hydra 2.0 names a next
 *   page for ever.
 */
export async function* pages<O extends Operation>(
  client: OryClient,
  operation: O,
  input: PageInput<O>,
  size: number,
  call: CallOptions = {},
): AsyncGenerator<Page<ItemOf<O>>, void, undefined> {
  const declared: Operation = operation;
  const seen = new Set<string>();
  const visited = new Set<string>();
  let where: Record<string, unknown> =
    declared.paging?.style === 'page' ? { per_page: size, page: 0 } : { page_size: size };
  let number = declared.paging?.style === 'page' ? 0 : 1;
  for (;;) {
    const reply = await client.call(operation, { ...input, ...where } as unknown as InputOf<O>, call);
    const items = ((reply.data ?? []) as readonly ItemOf<O>[]).filter((item) => isNew(item, seen));
    const next = items.length > 0 ? nextOf(reply.headers.link) : undefined;
    const numbered = next?.page !== undefined;
    const more = next !== undefined && (numbered || (next.token !== undefined && !visited.has(next.token)));
    yield { items, more };
    if (!more) return;
    if (next.page === undefined) {
      visited.add(next.token ?? '');
      where = { page_size: size, page_token: next.token };
    } else {
      number += 1;
      where = { per_page: next.size ?? size, page: number };
    }
  }
}

/** Everything of a list, as one array; for lists that are short by nature. */
export async function collect<O extends Operation>(
  client: OryClient,
  operation: O,
  input: PageInput<O>,
  call: CallOptions = {},
): Promise<ItemOf<O>[]> {
  const size = operation.paging?.maximum ?? 250;
  const all: ItemOf<O>[] = [];
  for await (const page of pages(client, operation, input, size, call)) all.push(...page.items);
  return all;
}

function isNew(item: unknown, seen: Set<string>): boolean {
  const { id, client_id: clientId } = item as { id?: unknown; client_id?: unknown };
  const key = typeof id === 'string' ? id : clientId;
  if (typeof key !== 'string') return true;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

interface NextPage {
  readonly token?: string;
  readonly page?: number;
  readonly size?: number;
}

/** What `rel="next"` of a `Link` header asks for; only its parameters are used, never its host or path. */
export function nextOf(link: string | undefined): NextPage | undefined {
  const target = /<([^>]*)>\s*;\s*rel="?next"?/i.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const query = new URLSearchParams(target.slice(target.indexOf('?') + 1));
  const token = query.get('page_token');
  const page = query.get('page');
  const size = Number(query.get('per_page') ?? query.get('page_size') ?? Number.NaN);
  if (token === null && page === null) return undefined;
  return {
    ...(token === null ? {} : { token }),
    ...(page === null ? {} : { page: Number(page) }),
    ...(Number.isInteger(size) && size > 0 ? { size } : {}),
  };
}
