/** A path segment as Go's `url.PathEscape` writes it. */
export function escapeSegment(segment: string): string {
  return encodeURIComponent(segment)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(24|26|2B|3D|3A|40)/g, (encoded) => decodeURIComponent(encoded));
}

/** An id in the addresses that Hydra hands out: escaped, and then the percent signs once more. */
export function doublyEscaped(id: string): string {
  return escapeSegment(id).replaceAll('%', '%25');
}

/** A query as Go's `url.Values.Encode` writes it: sorted by name. */
export function encodeQuery(query: URLSearchParams): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return sorted.toString().replaceAll('*', '%2A').replaceAll('%7E', '~');
}

/** An address with more parameters in its query, sorted by name. */
export function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const [base = '', query = ''] = address.split(/\?(.*)/s);
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) all.set(name, value);
  return `${base}?${encodeQuery(all)}`;
}
