import { malformed } from './errors.ts';
import { encodeQuery } from './paths.ts';
import type { Seal } from './seal.ts';

const DEFAULT_SIZE = 100;
const MAX_SIZE = 500;

export interface Page<T> {
  readonly items: readonly T[];
  /** The value of the `Link` header. */
  readonly link: string;
}

/** The size and the position that a request asks for; `after` is the key of the last item of the page before. */
export interface PageRequest {
  readonly size: number;
  readonly after: string | undefined;
}

/**
 * Reads `page_size` (default 100, at most 500; below 1 means the default) and `page_token`.
 * @throws HydraError 400 when one of them cannot be read.
 */
export function readPage(query: URLSearchParams, seal: Seal): PageRequest {
  const size = query.get('page_size') ?? '';
  if (size !== '' && !(/^[+-]?\d+$/.test(size) && Math.abs(Number(size)) < 2 ** 63))
    throw malformed(`The page size ${JSON.stringify(size)} is no number.`);
  const wanted = Number(size);
  const token = query.get('page_token') ?? '';
  let after: string | undefined;
  if (token !== '') {
    const opened = seal.open('page', token);
    if (typeof opened !== 'string') throw malformed('The page token is not one that this server handed out.');
    after = opened === '' ? undefined : opened;
  }
  return { size: wanted < 1 ? DEFAULT_SIZE : Math.min(wanted, MAX_SIZE), after };
}

/**
 * Cuts one page out of items that are in the order of their keys.
 * @param items those after the page before, at least one more than the page when there is more
 * @param path the path that the links name
 */
export function cutPage<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  request: { page: PageRequest; query: URLSearchParams; path: string; seal: Seal },
): Page<T> {
  const { page, query, path, seal } = request;
  const shown = items.slice(0, page.size);
  const last = shown.at(-1);
  const links = [['first', '']];
  if (items.length > page.size && last !== undefined) links.push(['next', keyOf(last)]);
  const link = links.map(([rel = '', after = '']) => {
    const target = new URLSearchParams(query);
    target.set('page_size', String(page.size));
    target.set('page_token', seal.close('page', after));
    return `<${path}?${encodeQuery(target)}>; rel="${rel}"`;
  });
  return { items: shown, link: link.join(',') };
}
