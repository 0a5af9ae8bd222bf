import { diffJson } from '../ory/json/diff.ts';
import { Marks } from '../ory/json/marks.ts';
import { nodeAt, pointerOf } from '../ory/json/pointer.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import { steady } from '../kinds/changes.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Known } from './attempt.ts';
import type { Base } from './base.ts';
import { judge } from './plan.ts';
import type { Version } from './version.ts';

/**
 * The places that a save would write over although the person who decided was told of another change there, or of none.
 * What others changed elsewhere since is put together and needs no decision.
 * @param known what the person was told
 * @param fresh the server's copy now
 */
export function undecided(
  kind: Kind,
  base: Base | undefined,
  edited: JsonNode,
  known: Known,
  fresh: Version,
): readonly (readonly string[])[] {
  // Nobody can say what others changed of a text of which it is not known what it derives from.
  if (!base)
    return diffJson(steady(kind, known.version.raw), steady(kind, fresh.raw)).map(({ path }) => path);
  const marks = new Marks();
  const markOf = (path: readonly string[], there: JsonNode | undefined): string =>
    `${pointerOf(path)}\n${there ? marks.of(there) : ''}`;
  const told = new Set(
    (known.marked ?? overlapsIn(kind, base, edited, known.version)).map(({ path, there }) =>
      markOf(path, at(known.version, there)),
    ),
  );
  return overlapsIn(kind, base, edited, fresh)
    .filter(({ path, there }) => !told.has(markOf(path, at(fresh, there))))
    .map(({ path }) => path);
}

function overlapsIn(kind: Kind, base: Base, edited: JsonNode, version: Version) {
  const judged = judge(kind, base, edited, version);
  return judged.verdict === 'conflict' ? judged.overlaps : [];
}

const at = ({ raw }: Version, path: readonly string[] | undefined): JsonNode | undefined =>
  path && nodeAt(raw, pointerOf(path));
