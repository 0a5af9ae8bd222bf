import type { Operation } from '../operations/operation.ts';

/** Words of a name in camel or snake case: `listOAuth2Clients` is list, oauth2, clients. */
const wordsOf = (name: string): string =>
  name
    .replace(/OAuth2|OAuth/g, (word) => ` ${word.toLowerCase()} `)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_/{}-]+/g, ' ')
    .toLowerCase();

/** How well an operation fits one word, or 0. A name counts more than a path, and that more than a summary. */
function fitOf(operation: Operation, word: string): number {
  const { id, formerId = '', method, path, service, summary } = operation;
  const name = id.toLowerCase();
  if (name === word || formerId === word) return 100;
  if (name.startsWith(word)) return 40;
  if (name.includes(word) || formerId.includes(word)) return 20;
  if (wordsOf(`${id} ${formerId}`).split(/\s+/).join(' ').includes(word)) return 20;
  if (path.toLowerCase().includes(word) || method.toLowerCase() === word) return 10;
  if (service.includes(word) || summary.toLowerCase().includes(word)) return 5;
  return 0;
}

/**
 * The operations that hold every word of a query in their name, their former name, method, path, service or summary,
 * the best first; all of them, as they stand, for an empty query.
 */
export function searchOperations<O extends Operation>(operations: readonly O[], query: string): readonly O[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return operations;
  return operations
    .map((operation) => {
      const fits = words.map((word) => fitOf(operation, word));
      return { operation, fit: fits.includes(0) ? 0 : fits.reduce((sum, fit) => sum + fit, 0) };
    })
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ operation }) => operation);
}
