/** `Link` of a list that is paged by keys: always a `first`, and a `next` while there is more. */
export function keysetLink(
  path: string,
  query: URLSearchParams,
  size: number,
  tokens: { readonly first: string; readonly next: string | undefined },
): string {
  const link = (rel: string, token: string) => {
    const target = new URLSearchParams(query);
    // `per_page` alone is read as `page_size` and goes on under that name.
    if (!query.has('page_size')) target.delete('per_page');
    target.set('page_size', String(size));
    target.set('page_token', token);
    target.sort();
    return `<${path}?${target.toString()}>; rel="${rel}"`;
  };
  return [
    link('first', tokens.first),
    ...(tokens.next === undefined ? [] : [link('next', tokens.next)]),
  ].join(',');
}
