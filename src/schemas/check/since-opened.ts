import { nodeAt, segmentsOf } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import type { FieldProblem } from '../../kinds/save-error.ts';

/**
 * The problems of a document that it did not have when it was opened.
 * @param before the problems that it had then
 */
export function sinceOpened(
  found: readonly FieldProblem[],
  tree: JsonNode,
  before: readonly FieldProblem[],
  opened: JsonNode,
): readonly FieldProblem[] {
  const had = new Set(before.map((problem) => fingerprint(problem, opened)));
  return found.filter((problem) => !had.has(fingerprint(problem, tree)));
}

/**
 * A problem is the same where the same is said of the same value, wherever in a list that moved to. Of what has parts of
 * its own, such as a missing member, only the place counts: its other parts may have changed.
 */
function fingerprint({ pointer, message }: FieldProblem, root: JsonNode): string {
  const place = segmentsOf(pointer).map((segment) => (/^\d+$/.test(segment) ? '*' : segment));
  const node = nodeAt(root, pointer);
  const value = !node || node.kind === 'object' || node.kind === 'array' ? '' : printJson(node);
  return JSON.stringify([place, message, value]);
}
