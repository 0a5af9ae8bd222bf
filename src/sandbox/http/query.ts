/** Parameters of a query; the servers leave out what they can't decode (`%zz`) and what has a semicolon in it. */
export function readQuery(search: string): URLSearchParams {
  const readable = search.split('&').filter((pair) => !/%(?![0-9a-f]{2})|;/i.test(pair));
  // A question mark at the beginning belongs to a name.
  return new URLSearchParams(`&${readable.join('&')}`);
}

/** The first value of a parameter that is not empty: the servers pass over empty ones before it. */
export function firstValue(query: URLSearchParams, name: string): string | undefined {
  return query.getAll(name).find((value) => value !== '');
}
