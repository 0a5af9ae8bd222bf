import type { JsonNode } from '../json/tree.ts';

/** Where the published drafts of JSON Schema are, which editors know by themselves: nothing is fetched for them. */
const DRAFTS: ReadonlySet<string> = new Set(
  [
    'json-schema.org/schema',
    ...['03', '04', '06', '07'].map((draft) => `json-schema.org/draft-${draft}/schema`),
    ...['2019-09', '2020-12'].map((draft) => `json-schema.org/draft/${draft}/schema`),
  ].flatMap((address) =>
    ['http', 'https'].flatMap((scheme) => [`${scheme}://${address}`, `${scheme}://${address}#`]),
  ),
);

/**
 * Whether a document names, at its top, a schema other than a published draft. An editor fetches what stands there and
 * obeys it in place of our schema, and a server, or whoever writes to it, chooses the address.
 */
export function hasForeignSchema(root: JsonNode): boolean {
  if (root.kind !== 'object') return false;
  const schema = root.members.get('$schema');
  return schema?.kind === 'string' && schema.value !== '' && !DRAFTS.has(schema.value);
}
