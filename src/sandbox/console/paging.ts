import { firstValue } from '../http/query.ts';
import { badRequest } from './context.ts';

const DEFAULT_SIZE = 250;
const MAXIMUM_SIZE = 1000;

/** One page of a list, with the marks that the console's answers have for the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly marks: { readonly has_next_page: boolean; readonly next_page_token: string };
}

/**
 * The page that `page_size` and `page_token` ask for; a token names the last item of the page before.
 * Throws a ConsoleError (400) for a size or a token that is none.
 */
export function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  query: URLSearchParams,
): Page<T> {
  const size = readSize(firstValue(query, 'page_size'));
  const from = readToken(all, firstValue(query, 'page_token'));
  const items = all.slice(from, from + size);
  const last = items.at(-1);
  const has_next_page = all.length > from + items.length;
  const next_page_token = has_next_page && last ? Buffer.from(`id=${last.id}`).toString('base64url') : '';
  return { items, marks: { has_next_page, next_page_token } };
}

function readSize(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SIZE;
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= MAXIMUM_SIZE) return size;
  throw badRequest(`page_size must be a number from 1 to ${MAXIMUM_SIZE}.`);
}

function readToken(all: readonly { readonly id: string }[], token: string | undefined): number {
  if (token === undefined) return 0;
  const [, last] = /^id=(.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (last === undefined) throw badRequest('This page_token is not one of the console’s.');
  // An item that is gone meanwhile leaves nothing to go on from.
  const at = all.findIndex(({ id }) => id === last);
  return at < 0 ? all.length : at + 1;
}
