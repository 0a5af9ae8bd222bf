import { applyChanges, type Change, diffJson } from '../ory/json/diff.ts';
import { type Merge, mergeJson } from '../ory/json/merge.ts';
import { nodeAt, pointerOf } from '../ory/json/pointer.ts';
import { equalJson, type JsonNode } from '../ory/json/tree.ts';
import { unmaskJson } from '../ory/secrets/unmask.ts';
import { inOrder, listsOf, refuseClosed, under } from '../resources/changes.ts';
import type { Kind } from '../resources/kind.ts';
import type { Base } from './base.ts';
import type { Version } from './version.ts';

/** What a save is to send, unmasked, and what it makes of the server's copy. */
export interface Plan {
  readonly target: JsonNode;
  readonly changes: readonly Change[];
  /** Places that others changed since the document was read, which the save leaves as they are. */
  readonly others: readonly (readonly string[])[];
}

/** What is to become of a save; a conflict names the places that both sides changed. */
export type Judgement =
  | { readonly verdict: 'write' | 'nothing-to-write'; readonly plan: Plan }
  | { readonly verdict: 'conflict'; readonly overlaps: readonly (readonly string[])[] };

/**
 * The person's changes and those of others, put together.
 * @param base undefined where it was lost: then nothing but a person can decide
 * @param edited what is to be saved, masked
 * @throws {MaskError} where a mask was edited
 * @throws {FieldError} where a place was changed that only the server sets
 */
export function judge(kind: Kind, base: Base | undefined, edited: JsonNode, fresh: Version): Judgement {
  if (!base) {
    const differs = changesByPerson(kind, base, diffIn(kind, fresh.masked, edited), edited).length > 0;
    return differs
      ? { verdict: 'conflict', overlaps: [[]] }
      : { verdict: 'nothing-to-write', plan: { target: fresh.raw, changes: [], others: [] } };
  }
  const { merged, overlaps } = mergeWith(kind, base, edited, fresh);
  if (overlaps.length > 0) return { verdict: 'conflict', overlaps };
  const changes = diffIn(kind, fresh.raw, merged);
  const moved = diffIn(kind, base.server.raw, fresh.raw).map(({ path }) => path);
  const plan = { target: merged, changes, others: byPeople(kind, moved) };
  return { verdict: changes.length > 0 ? 'write' : 'nothing-to-write', plan };
}

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
 * The text as it stands, over the server's copy.
 * @throws {MaskError} where a mask was edited
 */
export function planOverwrite(kind: Kind, base: Base | undefined, edited: JsonNode, fresh: Version): Plan {
  const none = { target: fresh.raw, changes: [], others: [] };
  if (changesByPerson(kind, base, diffIn(kind, fresh.masked, edited), edited).length === 0) return none;
  const wanted = changesByPerson(kind, base, diffJson(fresh.masked, edited), edited);
  const target = unmaskJson(applyChanges(fresh.masked, wanted), fresh.raw, fresh.masked);
  return { target, changes: diffIn(kind, fresh.raw, target), others: [] };
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
