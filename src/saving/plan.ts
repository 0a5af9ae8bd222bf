import { applyChanges, type Change, diffJson } from '../ory/json/diff.ts';
import { type Merge, mergeJson, type Overlap } from '../ory/json/merge.ts';
import { PathSet } from '../ory/json/path-set.ts';
import { nodeAt, pointerOf } from '../ory/json/pointer.ts';
import { equalJson, type JsonNode } from '../ory/json/tree.ts';
import { unmaskJson } from '../ory/secrets/unmask.ts';
import { inOrder, listsOf, refuseClosed, under } from '../kinds/changes.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Base } from './base.ts';
import type { Version } from './version.ts';

/** A change without what it puts there. */
export type Step = Pick<Change, 'op' | 'path'>;

/** What a save is to send, unmasked, and what it makes of the server's copy. */
export interface Plan {
  readonly target: JsonNode;
  readonly changes: readonly Step[];
  /** Places that others changed since the document was read, which the save leaves as they are. */
  readonly others: readonly (readonly string[])[];
  /** Places that others changed and the save writes over, because a person decided so. */
  readonly undone: readonly (readonly string[])[];
}

/** Both sides changed the same, or it is not known what the text derives from. */
export interface Conflict {
  readonly verdict: 'conflict';
  /** Where a person decides. Without a base that is every place that differs from the server's copy. */
  readonly overlaps: readonly Overlap[];
  /** Whether it is known what the text derives from. */
  readonly hasBase: boolean;
}

/** What is to become of a save. */
export type Judgement = { readonly verdict: 'write' | 'nothing-to-write'; readonly plan: Plan } | Conflict;

/**
 * The person's changes and those of others, put together.
 * @param base undefined where it was lost: then nothing but a person can decide
 * @param edited what is to be saved, masked
 * @throws {MaskError} where a mask was edited
 * @throws {FieldError} where a place was changed that only the server sets
 */
export function judge(kind: Kind, base: Base | undefined, edited: JsonNode, fresh: Version): Judgement {
  if (!base) {
    const overlaps = changesByPerson(kind, base, diffIn(kind, fresh.masked, edited), edited).map(
      ({ path, op }) => ({ path, there: op === 'add' ? undefined : path }),
    );
    return overlaps.length > 0
      ? { verdict: 'conflict', overlaps, hasBase: false }
      : { verdict: 'nothing-to-write', plan: nothing(fresh) };
  }
  const merge = mergeWith(kind, base, edited, fresh);
  if (merge.overlaps.length > 0) return { verdict: 'conflict', overlaps: merge.overlaps, hasBase: true };
  const plan = planOf(kind, base, merge, fresh);
  return { verdict: plan.changes.length > 0 ? 'write' : 'nothing-to-write', plan };
}

const nothing = (fresh: Version): Plan => ({ target: fresh.raw, changes: [], others: [], undone: [] });

function planOf(kind: Kind, base: Base, { merged, overlaps }: Merge, fresh: Version): Plan {
  const changes = diffIn(kind, fresh.raw, merged);
  const moved = diffIn(kind, base.server.raw, fresh.raw).map(({ path }) => path);
  const undone = overlaps.map(({ path }) => path);
  const decided = new PathSet(undone);
  const kept = moved.filter((path) => !decided.overlaps(path));
  return { target: merged, changes: steps(changes), others: byPeople(kind, kept), undone };
}

const steps = (changes: readonly Change[]): Step[] => changes.map(({ op, path }) => ({ op, path }));

/** Without what changes by itself, nor what the server sets along with the rest, where there is a rest. */
function byPeople(kind: Kind, paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const volatile = under(kind.volatile);
  const closed = under(kind.writing?.readOnlyFields ?? []);
  const moved = paths.filter((path) => !volatile(path));
  const open = moved.filter((path) => !closed(path));
  return open.length > 0 ? open : moved;
}

/** In the clear, so that a secret which somebody changed counts as a change like any other. */
function mergeWith(kind: Kind, base: Base, edited: JsonNode, fresh: Version): Merge {
  const byPerson = changesByPerson(kind, base, diffJson(base.shown, edited), edited);
  refuseClosed(byPerson, kind.writing?.readOnlyFields ?? []);
  const lists = listsOf(kind);
  const wanted = applyChanges(base.shown, byPerson);
  // A text that was just saved may not show yet what the server made of it: that is none of the person's changes.
  const masked = mergeJson(base.shown, wanted, base.server.masked, lists).merged;
  const mine = unmaskJson(masked, base.server.raw, base.server.masked);
  return mergeJson(base.server.raw, mine, fresh.raw, lists);
}

/**
 * What is written once a person has decided for the text: it stands where both sides changed the same, and every other
 * change is put together as without a conflict. Where it is not known what the text derives from, it stands as a whole.
 * @throws {MaskError} where a mask was edited
 * @throws {FieldError} where a place was changed that only the server sets
 */
export function planOverwrite(kind: Kind, base: Base | undefined, edited: JsonNode, fresh: Version): Plan {
  if (base) return planOf(kind, base, mergeWith(kind, base, edited, fresh), fresh);
  if (changesByPerson(kind, base, diffIn(kind, fresh.masked, edited), edited).length === 0)
    return nothing(fresh);
  const wanted = changesByPerson(kind, base, diffJson(fresh.masked, edited), edited);
  const target = unmaskJson(applyChanges(fresh.masked, wanted), fresh.raw, fresh.masked);
  return { ...nothing(fresh), target, changes: steps(diffIn(kind, fresh.raw, target)) };
}

const diffIn = (kind: Kind, from: JsonNode, to: JsonNode): Change[] =>
  diffJson(inOrder(kind, from), inOrder(kind, to));

/** Without those at places that only the server sets, where the text says what the server once said. */
function changesByPerson(
  kind: Kind,
  base: Base | undefined,
  changes: readonly Change[],
  edited: JsonNode,
): readonly Change[] {
  const volatile = under(kind.volatile);
  const closed = under(kind.writing?.readOnlyFields ?? []);
  const shown = base ? [base.shown, ...(base.earlier ?? [])] : [];
  const wasShown = (pointer: string) =>
    shown.some((tree) => equal(nodeAt(tree, pointer), nodeAt(edited, pointer)));
  return changes.filter(
    ({ path }) => !volatile(path) && !(closed(path) && (!base || wasShown(pointerOf(path)))),
  );
}

const equal = (a: JsonNode | undefined, b: JsonNode | undefined) => (!a && !b) || equalJson(a, b);
