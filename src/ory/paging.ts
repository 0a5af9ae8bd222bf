import * as l10n from '@vscode/l10n';
import type { CallOptions, InputOf, OryClient } from './client.ts';
import { OryError } from './errors.ts';
import { Repeats } from './repeats.ts';
import type { HttpResponse } from './http/transport.ts';
import type { AnswerOf, Operation } from './operations/operation.ts';

/** One page of a list, and whether the server says that there is more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** An item of a list that is the answer, or that stands in it under some name (Keto, the console). */
type ItemOf<O> =
  NonNullable<AnswerOf<O>> extends readonly (infer T)[] ? T : ItemOfMember<NonNullable<AnswerOf<O>>>;
type ItemOfMember<A> = {
  [K in keyof A]: NonNullable<A[K]> extends readonly (infer T)[] ? T : never;
}[keyof A];
type PageInput<O> = Omit<InputOf<O>, 'body'>;

/** Hands out a list page by page; a call that failed can be made again, and asks for the same page. */
export interface PageSource<T> {
  /** The next page, or undefined after the last one. */
  next(call?: CallOptions): Promise<Page<T> | undefined>;
  /** Its pages are looked through for something: whoever shows it goes on by itself. */
  readonly searching?: boolean;
  /** What it found and how, in words. */
  readonly note?: string | undefined;
  /** How far a search has come, in words. */
  readonly progress?: string | undefined;
}

/**
 * Walks a list page by page, on servers of every age:
 * - where `Link` holds a token alone, the token is followed;
 * - where it also holds a page number, the numbers are counted from 1 up to the total instead: such servers (Kratos
 *   0.11; session lists to this day) count pages from 1 and write links from 0, so that following them shows the
 *   first page twice and the last one never;
 * - where the answer holds the token of the next page itself (Keto, the console), that is followed;
 * - a page without items that were not seen before, or a token seen before, ends the list: Hydra 2.0 names a next
 *   page for ever.
 */
export class PageWalk<O extends Operation> implements PageSource<ItemOf<O>> {
  private readonly repeats = new Repeats();
  private readonly size: number;
  private handedOut = 0;
  private readonly visited = new Set<string>();
  private where: Record<string, unknown>;
  private number: number;
  private numbered: boolean;
  private ended = false;

  constructor(
    private readonly client: OryClient,
    private readonly operation: O,
    private readonly input: PageInput<O>,
    wanted: number,
  ) {
    const { paging } = operation as Operation;
    const size = paging?.lossy ? paging.maximum : wanted;
    this.size = size;
    this.numbered = paging?.style === 'page';
    this.where = this.numbered ? { per_page: size, page: 0 } : { page_size: size };
    this.number = this.numbered ? 0 : 1;
  }

  async next(call: CallOptions = {}): Promise<Page<ItemOf<O>> | undefined> {
    if (this.ended) return undefined;
    const input = { ...this.input, ...this.where } as unknown as InputOf<O>;
    const reply = await this.client.call(this.operation, input, call);
    const listed = listIn(reply.data, this.operation) as readonly ItemOf<O>[];
    const items = this.repeats.drop(listed);
    this.handedOut += items.length;
    const next = nextIn(reply.data) ?? nextOf(reply.headers.link);
    this.numbered ||= next?.page !== undefined;
    const more =
      items.length > 0 &&
      (this.numbered ? this.countOn(reply.headers, listed.length, next) : this.follow(next));
    this.ended = !more;
    return { items, more };
  }

  /** Goes on to the next number; whether there is a page of it, the total tells, else whether this one was full. */
  private countOn(headers: HttpResponse['headers'], listed: number, next: NextPage | undefined): boolean {
    const size = next?.size ?? (this.where.per_page as number | undefined) ?? this.size;
    this.number += 1;
    this.where = { per_page: size, page: this.number };
    const total = Number(headers['x-total-count'] ?? Number.NaN);
    return Number.isNaN(total) ? listed >= size : this.handedOut < total;
  }

  /** Goes on to where a token leads, if it was not followed before. */
  private follow(next: NextPage | undefined): boolean {
    if (next?.token === undefined || this.visited.has(next.token)) return false;
    this.visited.add(next.token);
    this.where = { page_size: this.size, page_token: next.token };
    return true;
  }
}

/** Pages and items after which a list is one that never ends. */
const PAGES_AT_MOST = 500;
const ITEMS_AT_MOST = 250_000;

/**
 * The pages of a list, one after the other; see `PageWalk`.
 * @throws {OryError} `too-large` where it doesn't end
 */
export async function* pages<O extends Operation>(
  client: OryClient,
  operation: O,
  input: PageInput<O>,
  size: number,
  call: CallOptions = {},
): AsyncGenerator<Page<ItemOf<O>>, void, undefined> {
  const walk = new PageWalk(client, operation, input, size);
  let items = 0;
  for (let count = 0; count < PAGES_AT_MOST && items < ITEMS_AT_MOST; count++) {
    const page = await walk.next(call);
    if (!page) return;
    items += page.items.length;
    yield page;
  }
  throw new OryError(
    'too-large',
    l10n.t('The list of {0} doesn’t end: {1} were read.', operation.id, items),
    {
      operation: operation.id,
    },
  );
}

/**
 * Everything of a list, as one array; for lists that are short by nature.
 * @param call with a signal: a server may go on for ever
 * @throws {OryError} `too-large` where it doesn't end
 */
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

/**
 * The list in an answer: the answer itself, or where the operation says so the one list among its members.
 * @throws {OryError} `not-ory`, when there is none
 */
function listIn(data: unknown, { id, paging }: Operation): readonly unknown[] {
  if (data === null || data === undefined) return [];
  const list = paging?.style === 'body' ? Object.values(data).find(Array.isArray) : data;
  if (Array.isArray(list)) return list.includes(null) ? list.filter((item) => item !== null) : list;
  throw new OryError('not-ory', l10n.t('The answer to {0} holds no list: is this the right address?', id), {
    operation: id,
  });
}

/** Where an answer that is no list says itself how it goes on; an empty token ends it. */
function nextIn(data: unknown): NextPage | undefined {
  const token = (data as { next_page_token?: unknown } | null | undefined)?.next_page_token;
  return typeof token === 'string' && token !== '' ? { token } : undefined;
}

interface NextPage {
  readonly token?: string;
  readonly page?: number;
  readonly size?: number;
}

/** Not one expression over the whole header: whatever a server writes there, each character is looked at once. */
function targetOfNext(link: string): string | undefined {
  let from = 0;
  for (const part of link.split('>')) {
    const parameters = from + part.length + 1;
    if (/^\s{0,100};\s{0,100}rel="?next"?/i.test(link.slice(parameters, parameters + 250))) {
      const open = part.indexOf('<');
      return open < 0 ? undefined : part.slice(open + 1);
    }
    from = parameters;
  }
  return undefined;
}

/** What `rel="next"` of a `Link` header asks for; only its parameters are used, never its host or path. */
export function nextOf(link: string | undefined): NextPage | undefined {
  const target = targetOfNext(link ?? '');
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
