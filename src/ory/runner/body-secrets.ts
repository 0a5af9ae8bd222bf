import { pointerOf, rewrite, segmentsOf } from '../json/pointer.ts';
import { type JsonNode, parseEditedJson, printJson } from '../json/tree.ts';
import { isMask } from '../secrets/mask.ts';

/** The places of a JSON document where a mask stands, as pointers. */
export function masksIn(root: JsonNode): readonly string[] {
  const found: string[] = [];
  rewrite(root, (node, path) => {
    if (isMask(node)) found.push(pointerOf(path));
    return undefined;
  });
  return found;
}

/** Puts texts in the places of masks. @throws {JsonSyntaxError} */
export function fillMasks(text: string, values: ReadonlyMap<string, string>): string {
  const filled = rewrite(parseEditedJson(text), (node, path) => {
    const value = isMask(node) ? values.get(pointerOf(path)) : undefined;
    return value === undefined ? undefined : { kind: 'string', value };
  });
  return printJson(filled);
}

/** What a secret place is called: its last segment that is no number. */
export const nameOfPlace = (pointer: string): string =>
  segmentsOf(pointer).findLast((segment) => !/^\d+$/.test(segment)) ?? 'secret';
