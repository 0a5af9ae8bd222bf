/** A variable of the editor's snippets, or a replacement by a pattern, with what stands before it. */
const ACTIVE = /(\\*)\$(?=\{?[a-z_]|\{\d+\/)/gi;

/**
 * A snippet in which only tab stops and their texts are left. A server's schema has its say in what a language service
 * makes of it, and a variable such as `${CLIPBOARD}` would put something of the person's into a document of that server.
 */
export const plainSnippet = (snippet: string): string =>
  snippet.replace(ACTIVE, (active, slashes: string) => (slashes.length % 2 === 1 ? active : `${slashes}\\$`));
