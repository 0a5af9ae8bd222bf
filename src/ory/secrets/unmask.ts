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
        const place = placeOf(edited.items, at, before);
        const was = place === undefined ? undefined : before[place];
        const current = place === undefined || !was ? undefined : currentOf(before, place, now);
        return fill(item, current, was, [...path, String(at)]);
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

/** Where an element of the saved list stood when the document was opened. */
function placeOf(edited: List, at: number, opened: List): number | undefined {
  const item = edited[at];
  if (isMask(item)) return placeOfMask(edited, at, opened);
  const name = nameOf(item);
  if (name !== undefined) return only(opened, (other) => nameOf(other) === name);
  const unchanged = only(opened, (other) => equalJson(other, item));
  if (unchanged !== undefined) {
    return only(edited, (other) => equalJson(other, item)) === undefined ? undefined : unchanged;
  }
  // Edited in its place: only when every other element still stands where it stood.
  const others =
    opened.length === edited.length && opened.every((other, i) => i === at || equalJson(other, edited[i]));
  return others && nameOf(opened[at]) === undefined ? at : undefined;
}

/** Masks look alike: they stand for the same as before, in their order, as long as there are as many. */
function placeOfMask(edited: List, at: number, opened: List): number | undefined {
  const before = opened.flatMap((item, place) => (isMask(item) ? [place] : []));
  if (edited.filter(isMask).length !== before.length) return undefined;
  return before[edited.slice(0, at).filter(isMask).length];
}

/** The server's copy of an element, masked as it was when opened: the same but for what is masked. */
function currentOf(opened: List, at: number, fresh: List): Maybe {
  const was = opened[at];
  if (!was) return undefined;
  // Of a list of secrets that became longer or shorter nobody can tell which are which.
  if (isMask(was)) return opened.length === fresh.length ? fresh[at] : undefined;
  const name = nameOf(was);
  const fits = (other: JsonNode) => (name === undefined ? sameButMasks(was, other) : nameOf(other) === name);
  const inPlace = fresh[at];
  if (name === undefined && inPlace && fits(inPlace)) return inPlace;
  const place = only(fresh, fits);
  return place === undefined ? undefined : fresh[place];
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

/** The place of the one element that fits, or undefined where none does or several do. */
function only(list: List, fits: (item: JsonNode) => boolean): number | undefined {
  const found = list.flatMap((item, place) => (fits(item) ? [place] : []));
  return found.length === 1 ? found[0] : undefined;
}

function nameOf(item: Maybe): string | undefined {
  const name = childOf(item, 'kid') ?? childOf(item, 'id');
  return name?.kind === 'string' ? name.value : undefined;
}
