import * as l10n from '@vscode/l10n';
import { childOf, pointerOf } from '../json/pointer.ts';
import { Marks } from '../json/marks.ts';
import { equalJson, type JsonNode } from '../json/tree.ts';
import { isMask } from './mask.ts';

/** A mask that stands where nothing is to be filled in, or a secret place that was written over. */
export class MaskError extends Error {
  constructor(
    readonly pointer: string,
    message = l10n.t(
      "{0} is masked here: in the document it can't be edited, moved or removed by itself. ",
      pointer,
    ) + l10n.t('Leave it as it is, under the name of what it belongs to, or remove that as a whole.'),
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
    const lists = new Lists(edited.items, itemsOf(opened), itemsOf(fresh));
    return {
      kind: 'array',
      items: edited.items.map((item, at) => {
        const place = lists.placeOf(item, at);
        const was = place === undefined ? undefined : lists.opened[place];
        const current = place === undefined || !was ? undefined : lists.currentOf(was, place);
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

/** A list as it is saved, as it was opened, and as the server has it now. A list may have many elements: each is looked at once. */
class Lists {
  private readonly marks = new Marks();
  /** The masks of the saved list by their places, each with its number; the places of those of the opened one. */
  private readonly masks: {
    readonly edited: ReadonlyMap<number, number>;
    readonly opened: readonly number[];
  };
  private readonly named: { readonly opened: Places; readonly fresh: Places };
  private readonly alike: { readonly edited: Places; readonly opened: Places };
  /** Places at which the saved list and the opened one differ. */
  private readonly differing: ReadonlySet<number>;

  constructor(
    private readonly edited: List,
    readonly opened: List,
    private readonly fresh: List,
  ) {
    const numbered = masksIn(edited).map((at, number) => [at, number] as const);
    this.masks = { edited: new Map(numbered), opened: masksIn(opened) };
    this.named = { opened: placesBy(opened, nameOf), fresh: placesBy(fresh, nameOf) };
    const markOf = (item: JsonNode) => this.marks.of(item);
    this.alike = { edited: placesBy(edited, markOf), opened: placesBy(opened, markOf) };
    this.differing = new Set(
      opened.flatMap((item, at) => (edited[at] && markOf(item) === markOf(edited[at]) ? [] : [at])),
    );
  }

  /** Where an element of the saved list stood when the document was opened. */
  placeOf(item: JsonNode, at: number): number | undefined {
    if (isMask(item)) return this.placeOfMask(at);
    const name = nameOf(item);
    if (name !== undefined) return only(this.named.opened.get(name));
    const mark = this.marks.of(item);
    const unchanged = only(this.alike.opened.get(mark));
    if (unchanged !== undefined) {
      return only(this.alike.edited.get(mark)) === undefined ? undefined : unchanged;
    }
    // Edited in its place: only when every other element still stands where it stood.
    const others =
      this.opened.length === this.edited.length && this.differing.size <= (this.differing.has(at) ? 1 : 0);
    return others && nameOf(this.opened[at]) === undefined ? at : undefined;
  }

  /** Masks look alike: they stand for the same as before, in their order, as long as there are as many. */
  private placeOfMask(at: number): number | undefined {
    const { edited, opened } = this.masks;
    return edited.size === opened.length ? opened[edited.get(at) ?? -1] : undefined;
  }

  /** The server's copy of an element, masked as it was when opened: the same but for what is masked. */
  currentOf(was: JsonNode, at: number): Maybe {
    const { fresh } = this;
    // Of a list of secrets that became longer or shorter nobody can tell which are which.
    if (isMask(was)) return this.opened.length === fresh.length ? fresh[at] : undefined;
    const name = nameOf(was);
    const inPlace = fresh[at];
    if (name === undefined && inPlace && sameButMasks(was, inPlace)) return inPlace;
    const places =
      name === undefined
        ? fresh.flatMap((other, place) => (sameButMasks(was, other) ? [place] : []))
        : this.named.fresh.get(name);
    const place = only(places);
    return place === undefined ? undefined : fresh[place];
  }
}

type Places = ReadonlyMap<string, readonly number[]>;

function placesBy(list: List, markOf: (item: JsonNode) => string | undefined): Places {
  const places = new Map<string, number[]>();
  for (const [at, item] of list.entries()) {
    const mark = markOf(item);
    if (mark === undefined) continue;
    const group = places.get(mark);
    if (group) group.push(at);
    else places.set(mark, [at]);
  }
  return places;
}

const masksIn = (list: List): readonly number[] => list.flatMap((item, at) => (isMask(item) ? [at] : []));

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

/** The one place, or undefined where there is none or are several. */
const only = (places: readonly number[] | undefined): number | undefined =>
  places?.length === 1 ? places[0] : undefined;

function nameOf(item: Maybe): string | undefined {
  const name = childOf(item, 'kid') ?? childOf(item, 'id');
  return name?.kind === 'string' ? name.value : undefined;
}
