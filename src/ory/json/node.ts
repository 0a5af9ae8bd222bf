/**
 * JSON that loses nothing: members keep their order (integer-like names too) and numbers their digits. `JSON.parse`
 * does neither, and documents are written back to servers.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly raw: string }
  | { readonly kind: 'literal'; readonly value: true | false | null };
