import { childOf, pointerOf } from '../json/pointer.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import { isMask } from './mask.ts';

/** A mask that stands where nothing is to be filled in, or a secret place that was written over. */
export class MaskError extends Error {
  constructor(
    readonly pointer: string,
    message = `${pointer} is masked here: in the document it can't be edited, moved or removed by itself. ` +
      'Leave it as it is, under the name of what it belongs to, or remove that as a whole.',
  ) {
    super(message);
    this.name = 'MaskError';
  }
}

/**
 * Fills masks in again from a fresh read. Elements of lists are found by their `kid` or `id`, or as the one that is
 * otherwise the same, so that a list may be sorted, shortened or added to; where it can't be told whose secret a mask
 * stands for, nothing is filled in.
 * @param edited the saved document, masked
 * @param fresh the server's copy, unmasked
 * @param opened the document as it was opened, masked: a secret that was masked there may not be written over
 * @throws {MaskError} where a mask was edited, moved or copied
 */
export function unmaskJson(edited: JsonNode, fresh: JsonNode, opened: JsonNode): JsonNode {
  return fill(edited, fresh, opened, []);
}

type Maybe = JsonNode | undefined;
type List = readonly JsonNode[];

function fill(edited: JsonNode, fresh: Maybe, opened: Maybe, path: readonly string[]): JsonNode {
  if (isMask(edited)) {
    if (fresh && isMask(opened)) return fresh;
    throw new MaskError(pointerOf(path));
  }
  if (isMask(opened)) throw new MaskError(pointerOf(path));
  // What is as it was opened, and holds no mask, stays the same tree: comparing it later costs nothing.
  if (edited === opened && !holdsMask(edited)) return edited;
  if (edited.kind === 'object') {
    checkNoneRemoved(edited.members, opened, path);
    let changed = false;
    const members = new Map<string, JsonNode>();
    for (const [name, value] of edited.members) {
      const filled = fill(value, childOf(fresh, name), childOf(opened, name), [...path, name]);
      changed ||= filled !== value;
      members.set(name, filled);
    }
    return changed ? { kind: 'object', members } : edited;
  }
  if (edited.kind === 'array' && (holdsMask(edited) || holdsMask(opened))) {
    const before = itemsOf(opened);
    const now = itemsOf(fresh);
    return {
      kind: 'array',
      items: edited.items.map((item, at) => {
        const was = partnerOf(edited.items, at, before);
        return fill(item, was && currentOf(was, before.indexOf(was), now), was, [...path, String(at)]);
      }),
    };
  }
  return edited;
}

/** A private key without one of its parts is no private key any more: a secret goes only with what it belongs to. */
function checkNoneRemoved(
  members: ReadonlyMap<string, JsonNode>,
  opened: Maybe,
  path: readonly string[],
): void {
  if (opened?.kind !== 'object') return;
  for (const [name, value] of opened.members) {
    if (isMask(value) && !members.has(name)) throw new MaskError(pointerOf([...path, name]));
  }
}

function holdsMask(node: Maybe): boolean {
  if (node?.kind === 'object') return [...node.members.values()].some(holdsMask);
  return node?.kind === 'array' ? node.items.some(holdsMask) : isMask(node);
}

const itemsOf = (node: Maybe): List => (node?.kind === 'array' ? node.items : []);

/** What an element of the saved list was when the document was opened. */
function partnerOf(edited: List, at: number, opened: List): Maybe {
  const item = edited[at];
  const name = nameOf(item);
  if (name !== undefined) return only(opened, (other) => nameOf(other) === name);
  const unchanged = only(opened, (other) => equalJson(other, item));
  if (unchanged) return only(edited, (other) => equalJson(other, item)) && unchanged;
  // Edited in its place: only when every other element still stands where it stood.
  const place = opened[at];
  const others =
    opened.length === edited.length && opened.every((other, i) => i === at || equalJson(other, edited[i]));
  return others && nameOf(place) === undefined ? place : undefined;
}

/** The server's copy of an element, masked as it was when opened: the same but for what is masked. */
function currentOf(opened: JsonNode, at: number, fresh: List): Maybe {
  const name = nameOf(opened);
  if (name !== undefined) return only(fresh, (other) => nameOf(other) === name);
  const inPlace = fresh[at];
  if (inPlace && sameButMasks(opened, inPlace)) return inPlace;
  return only(fresh, (other) => sameButMasks(opened, other));
}

/** Whether a copy is what was opened, but for what is masked there. */
export function sameButMasks(opened: JsonNode, fresh: Maybe): boolean {
  if (isMask(opened)) return fresh !== undefined && fresh.kind !== 'object' && fresh.kind !== 'array';
  if (opened.kind === 'object' && fresh?.kind === 'object') {
    return (
      opened.members.size === fresh.members.size &&
      [...opened.members].every(([name, value]) => sameButMasks(value, fresh.members.get(name)))
    );
  }
  if (opened.kind === 'array' && fresh?.kind === 'array') {
    return (
      opened.items.length === fresh.items.length &&
      opened.items.every((item, at) => sameButMasks(item, fresh.items[at]))
    );
  }
  return equalJson(opened, fresh);
}

/** The one element that fits, or undefined where none does or several do. */
function only(list: List, fits: (item: JsonNode) => boolean): Maybe {
  const found = list.filter(fits);
  return found.length === 1 ? found[0] : undefined;
}

function nameOf(item: Maybe): string | undefined {
  const name = childOf(item, 'kid') ?? childOf(item, 'id');
  return name?.kind === 'string' ? name.value : undefined;
}
