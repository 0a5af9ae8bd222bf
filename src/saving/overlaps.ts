import { nodeAt, pointerOf } from '../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../ory/json/tree.ts';
import type { Complaint } from './complaints.ts';

/** Longer values say nothing in a line. */
const LONGEST = 60;

/**
 * What is to be said at the places that both sides changed.
 * @param theirs the server's copy, masked
 * @param where name of the connection
 */
export const overlapComplaints = (
  overlaps: readonly (readonly string[])[],
  theirs: JsonNode,
  where: string,
): readonly Complaint[] =>
  overlaps.map((path) => ({
    at: pointerOf(path),
    message:
      path.length === 0
        ? `${where} has another version by now, and it is not known what this text derives from. Compare before you save.`
        : `${where} has changed this, too, since it was read: ${valueWords(nodeAt(theirs, pointerOf(path)))}. Compare before you save.`,
  }));

function valueWords(value: JsonNode | undefined): string {
  if (!value) return 'there it is gone';
  const text = printJson(value);
  return text.length > LONGEST ? 'there it is another' : `there it is ${text}`;
}
