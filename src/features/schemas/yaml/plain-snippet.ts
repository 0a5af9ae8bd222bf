/** A variable of the editor's snippets, or a replacement by a pattern. */
const ACTIVE = /\$(?=\{?[a-z_]|\{\d+\/)/gi;

/**
 * A snippet in which only tab stops and their texts are left. A server's schema has its say in what a language service
 * makes of it, and a variable such as `${CLIPBOARD}` would put something of the person's into a document of that server.
 */
export const plainSnippet = (snippet: string): string =>
  snippet.replace(ACTIVE, (active, at: number) => (isEscaped(snippet, at) ? active : '\\$'));

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}
