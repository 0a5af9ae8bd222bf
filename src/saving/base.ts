import { type JsonNode } from '../ory/json/tree.ts';
import { segmentsOf } from '../ory/json/pointer.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Version } from './version.ts';

/** What an editor's text derives from. */
export interface Base {
  /** The server's version at that time. */
  readonly server: Version;
  /** What the editor showed then, masked: differences between it and the text are the person's. */
  readonly shown: JsonNode;
  /**
   * Of what it showed before, the members that only the server sets: undoing brings back what the server had set then,
   * which is no change of the person's.
   */
  readonly earlier?: readonly JsonNode[];
}

/** How many texts back an undo is understood. */
const REMEMBERED = 20;

/** The next base of an editor, which remembers what the one before showed. */
export function follow(kind: Kind, before: Base | undefined, now: Base): Base {
  if (!before) return now;
  return {
    ...now,
    earlier: [serverSet(kind, before.shown), ...(before.earlier ?? [])].slice(0, REMEMBERED),
  };
}

function serverSet(kind: Kind, tree: JsonNode): JsonNode {
  if (tree.kind !== 'object') return tree;
  const places = [...kind.volatile, ...(kind.writing?.readOnlyFields ?? [])];
  // One by one: what is short of a large document is known without reading it.
  const names = new Set(places.flatMap((place) => segmentsOf(place)[0] ?? []));
  const members = [...names].flatMap((name) => {
    const value = tree.members.get(name);
    return value ? [[name, value] as const] : [];
  });
  return { kind: 'object', members: new Map(members) };
}
