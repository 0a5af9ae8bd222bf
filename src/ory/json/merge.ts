import { matches } from './pointer.ts';
import { equalJson, type JsonNode } from './tree.ts';
import { weave } from './weave.ts';

/** Which elements of two copies of a list are the same one. */
export interface ListIdentity {
  /** Segments of the list's place; `*` and `**` as in secret pointers. */
  readonly at: readonly string[];
  /** The member that names an element; undefined where the elements are texts that name themselves. */
  readonly by: string | undefined;
  /** Whether the order of the elements means anything. */
  readonly ordered: boolean;
}

export interface Merge {
  /** Both sides' changes; where they overlap, mine. */
  readonly merged: JsonNode;
  /** Places that both sides changed, each in another way; as in `mine` where that has them. */
  readonly overlaps: readonly (readonly string[])[];
}

type Maybe = JsonNode | undefined;
type Path = readonly string[];

/**
 * Puts two sides' changes of a tree together: objects member by member, lists element by element where `lists` says how
 * to tell elements, everything else as a whole. Removing what the other side changed is an overlap, too; so is putting
 * another element each in the place of the same one. The order of members is that of `theirs`, with mine put in where
 * they stood.
 */
export function mergeJson(
  base: JsonNode,
  mine: JsonNode,
  theirs: JsonNode,
  lists: readonly ListIdentity[] = [],
): Merge {
  const overlaps: Path[] = [];
  const merged = new Merger(lists, overlaps).merge(base, mine, theirs, []);
  return { merged: merged ?? theirs, overlaps };
}

class Merger {
  constructor(
    private readonly lists: readonly ListIdentity[],
    private readonly overlaps: Path[],
  ) {}

  merge(base: Maybe, mine: Maybe, theirs: Maybe, path: Path): Maybe {
    if (equalJson(base, mine)) return theirs;
    if (equalJson(base, theirs)) return mine;
    if (equalJson(mine, theirs)) return theirs;
    if (mine?.kind === 'object' && theirs?.kind === 'object' && isObjectOrNothing(base)) {
      return this.objects(base, mine, theirs, path);
    }
    if (mine?.kind === 'array' && theirs?.kind === 'array') {
      const list = this.elements(base, mine, theirs, path);
      if (list) return list;
    }
    this.overlaps.push(path);
    return mine;
  }

  private objects(base: Maybe, mine: ObjectNode, theirs: ObjectNode, path: Path): JsonNode {
    const before: Members = base?.kind === 'object' ? base.members : new Map<string, JsonNode>();
    const members = new Map<string, JsonNode>();
    for (const name of weave([...theirs.members.keys()], [...mine.members.keys()])) {
      const value = this.merge(before.get(name), mine.members.get(name), theirs.members.get(name), [
        ...path,
        name,
      ]);
      if (value) members.set(name, value);
    }
    return { kind: 'object', members };
  }

  /**
   * Undefined where elements can't be told apart, both sides put them in an order of their own, or each put another one
   * in the place of the same one.
   */
  private elements(base: Maybe, mine: ArrayNode, theirs: ArrayNode, path: Path): JsonNode | undefined {
    const how = this.lists.find(({ at }) => matches(at, path));
    if (!how) return undefined;
    const before = byName(base?.kind === 'array' ? base.items : [], how);
    const ours = byName(mine.items, how);
    const others = byName(theirs.items, how);
    if (!before || !ours || !others) return undefined;
    const names = { before: [...before.keys()], mine: [...ours.keys()], theirs: [...others.keys()] };
    if (replacedByBoth(before, ours, others)) return undefined;
    const moved = how.ordered && inAnotherOrder(names.before, names.mine);
    if (moved && inAnotherOrder(names.before, names.theirs)) return undefined;
    const order = moved ? weave(names.mine, names.theirs) : weave(names.theirs, names.mine);
    const places = new Map(names.mine.map((name, at) => [name, String(at)]));
    return {
      kind: 'array',
      items: order.flatMap((name) => {
        const place = places.get(name);
        const at = place === undefined ? path : [...path, place];
        return this.merge(before.get(name), ours.get(name), others.get(name), at) ?? [];
      }),
    };
  }
}

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;
type ArrayNode = Extract<JsonNode, { kind: 'array' }>;
type Members = ReadonlyMap<string, JsonNode>;

/** What both sides filled with members was empty before: their members are no overlap. */
const isObjectOrNothing = (node: Maybe): boolean =>
  node === undefined || node.kind === 'object' || (node.kind === 'literal' && node.value === null);

/** Elements by their names; undefined where one has none, or shares it. */
function byName(items: readonly JsonNode[], { by }: ListIdentity): Members | undefined {
  const named = new Map<string, JsonNode>();
  for (const item of items) {
    const name = by === undefined ? item : item.kind === 'object' ? item.members.get(by) : undefined;
    if (name?.kind !== 'string' || named.has(name.value)) return undefined;
    named.set(name.value, item);
  }
  return named;
}

/** Whether an element is gone from both lists, and each has one that only it has got. */
function replacedByBoth(before: Members, mine: Members, theirs: Members): boolean {
  const adds = (to: Members, beside: Members) =>
    [...to.keys()].some((name) => !before.has(name) && !beside.has(name));
  return (
    [...before.keys()].some((name) => !mine.has(name) && !theirs.has(name)) &&
    adds(mine, theirs) &&
    adds(theirs, mine)
  );
}

/** Whether those that both lists have stand in another order. */
function inAnotherOrder(before: readonly string[], now: readonly string[]): boolean {
  const [was, is] = [new Set(before), new Set(now)];
  const kept = before.filter((name) => is.has(name));
  return now.filter((name) => was.has(name)).some((name, at) => name !== kept[at]);
}
