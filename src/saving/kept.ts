import { diffJson } from '../ory/json/diff.ts';
import { PathSet } from '../ory/json/path-set.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import { inOrder, under } from '../kinds/changes.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Plan } from './plan.ts';
import type { Version } from './version.ts';

type Path = readonly string[];

/** How what the server keeps differs from what was sent. */
export interface Kept {
  /** It was sent, and something else is kept. */
  readonly adjusted: readonly Path[];
  /** It was not sent, and changed. */
  readonly alsoChanged: readonly Path[];
}

/** Compares what was sent with what was read back; what changes by itself does not count. */
export function compareKept(kind: Kind, plan: Pick<Plan, 'target' | 'changes'>, after: Version): Kept {
  const closed = under([...kind.volatile, ...(kind.writing?.readOnlyFields ?? [])]);
  const differing = diffJson(inOrder(kind, plan.target), inOrder(kind, after.raw))
    .filter(({ path, op, value }) => !closed(path) && !(op === 'add' && isNull(value)))
    .map(({ path }) => path);
  const changed = new PathSet(plan.changes.map(({ path }) => path));
  const sent = (path: Path) => changed.overlaps(path);
  return { adjusted: differing.filter(sent), alsoChanged: differing.filter((path) => !sent(path)) };
}

/** A member that was not there and is null now says nothing. */
const isNull = (value: JsonNode | undefined) => value?.kind === 'literal' && value.value === null;
