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

/** The same for places of which the server kept something else than was saved. @param sent masked */
export const otherwiseComplaints = (
  places: readonly (readonly string[])[],
  sent: JsonNode,
  where: string,
): readonly Complaint[] =>
  places.map((path) => {
    const value = nodeAt(sent, pointerOf(path));
    const text = value && printJson(value);
    const saved =
      text === undefined ? 'removed this' : text.length > LONGEST ? 'saved another' : `saved ${text}`;
    return { at: pointerOf(path), message: `You ${saved}; ${where} keeps what stands here.` };
  });

function valueWords(value: JsonNode | undefined): string {
  if (!value) return 'there it is gone';
  const text = printJson(value);
  return text.length > LONGEST ? 'there it is another' : `there it is ${text}`;
}
