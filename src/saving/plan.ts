import { applyChanges, type Change, diffJson } from '../ory/json/diff.ts';
import { matches, nodeAt, pointerOf, segmentsOf } from '../ory/json/pointer.ts';
import { equalJson, type JsonNode } from '../ory/json/tree.ts';
import { unmaskJson } from '../ory/secrets/unmask.ts';
import { inOrder, sameContent } from '../resources/changes.ts';
import type { Kind } from '../resources/kind.ts';
import type { Version } from './version.ts';

/** What an editor's text derives from. */
export interface Base {
  /** The server's version at that time. */
  readonly server: Version;
  /** What the editor showed then, masked: differences between it and the text are the person's. */
  readonly shown: JsonNode;
  /** What it showed before: undoing brings back what the server had set then, which is no change of the person's. */
  readonly earlier?: readonly JsonNode[];
}

/** What a save is to do. A merge of changes in different places is to become a fourth answer. */
export type Verdict = 'write' | 'nothing-to-write' | 'conflict';

/**
 * Whether a save may go on.
 * @param base undefined where it was lost: then nothing but a person can decide
 * @param edited what is to be saved, masked
 */
export function judge(kind: Kind, base: Base | undefined, edited: JsonNode, fresh: Version): Verdict {
  if (base && equalJson(base.shown, edited)) return 'nothing-to-write';
  if (base && sameContent(kind, base.server.raw, fresh.raw)) return 'write';
  return hasItAlready(kind, base, edited, fresh) ? 'nothing-to-write' : 'conflict';
}

/**
 * Whether the server has what is to be saved already: a write that timed out after it was carried out, or somebody
 * else's same edit.
 */
function hasItAlready(kind: Kind, base: Base | undefined, edited: JsonNode, fresh: Version): boolean {
  const changes = diffJson(inOrder(kind, fresh.masked), inOrder(kind, edited));
  return changesByPerson(kind, base, changes, edited).length === 0;
}

/** What is to be sent, unmasked, and which changes it makes. */
export interface Plan {
  readonly target: JsonNode;
  readonly changes: readonly Change[];
}

/**
 * The person's changes, put on the server's copy.
 * @throws {MaskError} where a mask was edited
 */
export function planWrite(kind: Kind, base: Base, edited: JsonNode, fresh: Version): Plan {
  const moved = !sameContent(kind, base.server.raw, fresh.raw);
  if (moved && hasItAlready(kind, base, edited, fresh)) return planned([], fresh);
  return planned(changesByPerson(kind, base, diffJson(base.shown, edited), edited), fresh);
}

/**
 * The text as it stands, over the server's copy.
 * @throws {MaskError} where a mask was edited
 */
export function planOverwrite(kind: Kind, base: Base | undefined, edited: JsonNode, fresh: Version): Plan {
  if (hasItAlready(kind, base, edited, fresh)) return planned([], fresh);
  return planned(changesByPerson(kind, base, diffJson(fresh.masked, edited), edited), fresh);
}

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

function planned(changes: readonly Change[], fresh: Version): Plan {
  const target = unmaskJson(applyChanges(fresh.masked, changes), fresh.raw, fresh.masked);
  return { target, changes };
}

/** How what the server keeps differs from what was sent: names of members at the top, each once. */
export interface Kept {
  /** It was sent, and something else is kept. */
  readonly otherwise: readonly string[];
  /** It was not sent, and changed. */
  readonly besides: readonly string[];
}

/** Compares what was sent with what was read back; what changes by itself does not count. */
export function compareKept(kind: Kind, plan: Plan, after: Version): Kept {
  const closed = under([...kind.volatile, ...(kind.writing?.readOnlyFields ?? [])]);
  const differing = new Set(
    diffJson(inOrder(kind, plan.target), inOrder(kind, after.raw))
      .filter((change) => !closed(change.path))
      .map((change) => change.path[0] ?? ''),
  );
  const sent = new Set(plan.changes.map((change) => change.path[0] ?? ''));
  return {
    otherwise: [...differing].filter((name) => sent.has(name)),
    besides: [...differing].filter((name) => !sent.has(name)),
  };
}

const equal = (a: JsonNode | undefined, b: JsonNode | undefined) => (!a && !b) || equalJson(a, b);

/** Whether a path lies at one of these places or below. */
function under(pointers: readonly string[]): (path: readonly string[]) => boolean {
  const patterns = pointers.map((pointer) => [...segmentsOf(pointer), '**']);
  return (path) => patterns.some((pattern) => matches(pattern, path));
}
