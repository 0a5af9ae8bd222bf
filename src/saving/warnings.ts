import { childOf, pointerOf } from '../ory/json/pointer.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { Complaint } from './complaints.ts';

/** A path in a sentence: "services.identity.config.serve", "/selfservice/methods/oidc", "`session.lifespan`". */
const PATH = /[\w$-]+(?:[./][\w$-]+)*/g;

/**
 * What the server warned of when it took a change, at the places that it names; at the top where it names none. What it
 * left out is not there any more: the nearest place around it is marked.
 */
export function warningComplaints(
  warnings: readonly string[],
  document: JsonNode | undefined,
): readonly Complaint[] {
  return warnings
    .filter(Boolean)
    .map((message) => ({ at: pointerOf(document ? placeNamedIn(message, document) : []), message }));
}

/** The deepest place that a word of the message leads to. */
function placeNamedIn(message: string, document: JsonNode): readonly string[] {
  return [...message.matchAll(PATH)]
    .map(([word]) => word.split(/[./]/))
    .map((path) => {
      // The document may be the configuration of one service alone.
      const inside = path[0] === 'services' && path[2] === 'config' ? path.slice(3) : path;
      const [whole, part] = [reached(path, document), reached(inside, document)];
      return whole.length >= part.length ? whole : part;
    })
    .reduce((best, found) => (found.length > best.length ? found : best), []);
}

function reached(path: readonly string[], document: JsonNode): readonly string[] {
  const found: string[] = [];
  let node: JsonNode | undefined = document;
  for (const segment of path) {
    node = childOf(node, segment);
    if (!node) break;
    found.push(segment);
  }
  return found;
}
