import { Marks } from './marks.ts';
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

/** A place that both sides changed, each in another way. */
export interface Overlap {
  /** As in `mine` where that has it. */
  readonly path: readonly string[];
  /** The same place in `theirs`, where an element of a list may have another number; undefined where it is gone. */
  readonly there: readonly string[] | undefined;
}

export interface Merge {
  /** Both sides' changes; where they overlap, mine, and of theirs only what is not at that place. */
  readonly merged: JsonNode;
  readonly overlaps: readonly Overlap[];
}

type Maybe = JsonNode | undefined;
type Path = readonly string[];

/** A place in both trees. */
interface Place {
  readonly mine: Path;
  readonly theirs: Path | undefined;
}

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
  const overlaps: Overlap[] = [];
  const merged = new Merger(lists, overlaps).merge(base, mine, theirs, { mine: [], theirs: [] });
  return { merged: merged ?? theirs, overlaps };
}

/** From this level on it is remembered what was compared: each level compares all that lies below it. */
const DEEP = 20;

class Merger {
  private readonly marks = new Marks();

  constructor(
    private readonly lists: readonly ListIdentity[],
    private readonly overlaps: Overlap[],
  ) {}

  merge(base: Maybe, mine: Maybe, theirs: Maybe, at: Place): Maybe {
    const equal = at.mine.length < DEEP ? equalJson : this.equalDeep;
    if (equal(base, mine)) return theirs;
    if (equal(base, theirs)) return mine;
    if (equal(mine, theirs)) return theirs;
    if (mine?.kind === 'object' && theirs?.kind === 'object' && isObjectOrNothing(base)) {
      return this.objects(base, mine, theirs, at);
    }
    if (mine?.kind === 'array' && theirs?.kind === 'array') {
      const list = this.elements(base, mine, theirs, at);
      if (list) return list;
    }
    this.overlap(at, theirs);
    return mine;
  }

  private readonly equalDeep = (a: Maybe, b: Maybe): boolean =>
    a === b || (a !== undefined && b !== undefined && this.marks.of(a) === this.marks.of(b));

  private overlap({ mine, theirs: there }: Place, theirs: Maybe): void {
    this.overlaps.push({ path: mine, there: theirs && there });
  }

  private objects(base: Maybe, mine: ObjectNode, theirs: ObjectNode, at: Place): JsonNode {
    const before: Members = base?.kind === 'object' ? base.members : new Map<string, JsonNode>();
    const members = new Map<string, JsonNode>();
    for (const name of weave([...theirs.members.keys()], [...mine.members.keys()])) {
      const [own, other] = [mine.members.get(name), theirs.members.get(name)];
      const value = this.merge(before.get(name), own, other, below(at, name, name));
      if (value) members.set(name, value);
    }
    return { kind: 'object', members };
  }

  /**
   * Undefined where elements can't be told apart. Where both sides put them in an order of their own, it is mine; where
   * each put another element in the place of the same one, mine stands there: the rest is put together.
   */
  private elements(base: Maybe, mine: ArrayNode, theirs: ArrayNode, at: Place): JsonNode | undefined {
    const how = this.lists.find(({ at: list }) => matches(list, at.mine));
    if (!how) return undefined;
    const before = byName(base?.kind === 'array' ? base.items : [], how);
    const ours = byName(mine.items, how);
    const others = byName(theirs.items, how);
    if (!before || !ours || !others) return undefined;
    const names = { before: [...before.keys()], mine: [...ours.keys()], theirs: [...others.keys()] };
    const replaced = replacedByBoth(names);
    const moved = how.ordered && inAnotherOrder(names.before, names.mine);
    if (replaced.size > 0 || (moved && inAnotherOrder(names.before, names.theirs))) this.overlap(at, theirs);
    const left = names.theirs.filter((name) => !replaced.has(name));
    const order = moved ? weave(names.mine, left) : weave(left, names.mine);
    const places = { mine: numbered(names.mine), theirs: numbered(names.theirs) };
    return {
      kind: 'array',
      items: order.flatMap((name) => {
        const place = below(at, places.mine.get(name), places.theirs.get(name));
        return this.merge(before.get(name), ours.get(name), others.get(name), place) ?? [];
      }),
    };
  }
}

/** An element that one side lacks has no place there: of mine the list is named, of theirs nothing. */
const below = ({ mine, theirs }: Place, own: string | undefined, other: string | undefined): Place => ({
  mine: own === undefined ? mine : [...mine, own],
  theirs: other === undefined ? undefined : theirs && [...theirs, other],
});

const numbered = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name, at) => [name, String(at)]));

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

interface Names {
  readonly before: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/**
 * Elements of theirs that stand for one that is gone from both lists, where mine has another one for it, too: for each
 * that is gone one, behind the same neighbour if there is such a one. Everything else that they added is their own.
 */
function replacedByBoth({ before, mine, theirs }: Names): ReadonlySet<string> {
  const [known, own, others] = [new Set(before), new Set(mine), new Set(theirs)];
  const gone = before.filter((name) => !own.has(name) && !others.has(name));
  const added = theirs.filter((name) => !known.has(name) && !own.has(name));
  if (!mine.some((name) => !known.has(name) && !others.has(name))) return new Set();
  const stays = (name: string) => known.has(name) && others.has(name);
  const [was, is] = [neighbours(before, stays), neighbours(theirs, stays)];
  const beside = new Map<string | undefined, string[]>();
  for (const name of added) {
    const group = beside.get(is.get(name));
    if (group) group.push(name);
    else beside.set(is.get(name), [name]);
  }
  const replaced = new Set(gone.flatMap((name) => beside.get(was.get(name))?.shift() ?? []));
  for (const name of added) if (replaced.size < gone.length) replaced.add(name);
  return replaced;
}

/** What each element of a list stands behind, of those that stay. */
function neighbours(
  list: readonly string[],
  stays: (name: string) => boolean,
): ReadonlyMap<string, string | undefined> {
  let last: string | undefined;
  return new Map(
    list.map((name) => {
      const behind = last;
      if (stays(name)) last = name;
      return [name, behind];
    }),
  );
}

/** Whether those that both lists have stand in another order. */
function inAnotherOrder(before: readonly string[], now: readonly string[]): boolean {
  const [was, is] = [new Set(before), new Set(now)];
  const kept = before.filter((name) => is.has(name));
  return now.filter((name) => was.has(name)).some((name, at) => name !== kept[at]);
}
