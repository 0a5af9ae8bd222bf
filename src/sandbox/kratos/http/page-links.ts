/** Paging of the lists that count pages: schemas, sessions of one identity, and identities in the old way. */

export interface NumberedPage {
  readonly page: number;
  readonly size: number;
}

const LIMIT_DEFAULT = 250;

/** A whole number of 64 bits, or undefined: what cannot be parsed counts as absent. */
export function wholeNumber(text: string | null): number | undefined {
  if (text === null || !/^[-+]?\d+$/.test(text)) return undefined;
  return Math.abs(Number(text)) < 2 ** 63 ? Number(text) : undefined;
}

/**
 * The page from `page_size` and `page_token` where one of them is there at all, else from `per_page` and `page`. A bad
 * token is page 0, a bad size the default.
 */
export function readNumberedPage(query: URLSearchParams, maximum: number): NumberedPage {
  const isNew = query.has('page_size') || query.has('page_token');
  const asked = wholeNumber(query.get(isNew ? 'page_size' : 'per_page')) ?? LIMIT_DEFAULT;
  const size = Math.min(Math.max(asked, 1), maximum);
  const page = isNew
    ? Math.floor(offsetOf(query.get('page_token') ?? '') / size)
    : (wholeNumber(query.get('page')) ?? 0);
  return { size, page: Math.max(0, page) };
}

/** `Link` and `X-Total-Count` of such a list; the link carries the other parameters of the request along. */
export function numberedHeaders(
  path: string,
  query: URLSearchParams,
  { page, size }: NumberedPage,
  total: number,
  withTokens: boolean,
): Record<string, string> {
  const link = (rel: string, target: number, perPage = size) => {
    const next = new URLSearchParams(query);
    for (const name of ['page', 'per_page', 'page_size', 'page_token']) next.delete(name);
    next.set('page', String(target));
    next.set('per_page', String(perPage));
    if (withTokens) {
      next.set('page_size', String(perPage));
      next.set('page_token', tokenFor(target * perPage));
    }
    next.sort();
    return `<${path}?${next.toString()}>; rel="${rel}"`;
  };
  const last = Math.ceil(total / size) - 1;
  const links = ((): readonly string[] => {
    // With nothing to list the servers still point to a page before and after.
    if (total === 0) return [link('first', 0), link('next', page + 1), link('prev', page - 1)];
    if (last === 0) return [link('first', 0, total)];
    if (page === 0) return [link('next', 1), link('last', last)];
    if (page >= last) return [link('first', 0), link('prev', last - 1)];
    return [link('first', 0), link('next', page + 1), link('prev', page - 1), link('last', last)];
  })();
  return { link: links.join(','), 'x-total-count': String(total) };
}

function tokenFor(offset: number): string {
  return Buffer.from(`{"offset":"${offset}","v":2}`).toString('base64url');
}

function offsetOf(token: string): number {
  const offset = /^\{"offset":"(\d+)","v":\d\}$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  return Number(offset ?? 0);
}
