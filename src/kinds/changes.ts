import * as l10n from '@vscode/l10n';
import { withAppends } from '../ory/json/appends.ts';
import { type Change, diffJson } from '../ory/json/diff.ts';
import type { ListIdentity } from '../ory/json/merge.ts';
import { childOf, matches, pointerOf, rewrite, segmentsOf } from '../ory/json/pointer.ts';
import { equalJson, type JsonNode, printJson } from '../ory/json/tree.ts';
import type { Edit, Kind } from './kind.ts';
import { FieldError } from './save-error.ts';

const blank: JsonNode = { kind: 'literal', value: null };

/** Whether two copies of a resource are the same but for what changes by itself. */
export function sameContent(kind: Kind, a: JsonNode, b: JsonNode): boolean {
  return equalJson(steady(kind, a), steady(kind, b));
}

/** A copy of a resource in which what changes by itself is blanked out, and lists without an order have one. */
export function steady(kind: Kind, root: JsonNode): JsonNode {
  const patterns = kind.volatile.map(segmentsOf);
  return inOrder(
    kind,
    rewrite(root, (_, path) => (patterns.some((pattern) => matches(pattern, path)) ? blank : undefined)),
  );
}

/** A copy of a resource in which lists whose order the server does not keep are sorted. */
export function inOrder(kind: Kind, root: JsonNode): JsonNode {
  const patterns = (kind.unordered ?? []).map(segmentsOf);
  if (patterns.length === 0) return root;
  return rewrite(root, (node, path) => {
    if (node.kind !== 'array' || !patterns.some((pattern) => matches(pattern, path))) return undefined;
    const items = node.items.map((item) => [printJson(withSortedMembers(item)), item] as const);
    return { kind: 'array', items: items.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item) };
  });
}

/** How the elements of a kind's lists are told apart. */
export const listsOf = (kind: Kind): readonly ListIdentity[] =>
  (kind.lists ?? []).map(({ at, by }) => ({
    at: segmentsOf(at),
    by,
    ordered: !(kind.unordered ?? []).includes(at),
  }));

/** The same tree with the members of its objects in the order of their names. */
export function withSortedMembers(node: JsonNode): JsonNode {
  if (node.kind === 'array') return { kind: 'array', items: node.items.map(withSortedMembers) };
  if (node.kind !== 'object') return node;
  const members = [...node.members].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind: 'object',
    members: new Map(members.map(([key, value]) => [key, withSortedMembers(value)])),
  };
}

/** Whether a path lies at one of these places or below. */
export function under(places: readonly string[]): (path: readonly string[]) => boolean {
  const patterns = places.map((place) => [...segmentsOf(place), '**']);
  return (path) => patterns.some((pattern) => matches(pattern, path));
}

/** @throws {FieldError} where changes are at places that only the server sets */
export function refuseClosed(changes: readonly Change[], readOnly: readonly string[]): void {
  const closed = under(readOnly);
  for (const { path } of changes) {
    if (!closed(path)) continue;
    throw new FieldError(
      pointerOf(path),
      l10n.t('"{0}" is set by the server and can\'t be changed here.', path.at(-1) ?? ''),
    );
  }
}

/**
 * What a save changes, as changes to the fresh copy. A list that only grew is added to.
 * @param readOnly places that can't be changed
 * @throws {FieldError} where the document changes such a place
 */
export function changesOf(edit: Edit, readOnly: readonly string[]): Change[] {
  const closed = under(readOnly);
  if (edit.edited.kind !== 'object') throw new FieldError('', l10n.t('The document must be a JSON object.'));
  const closedNames = readOnly.map((place) => segmentsOf(place)[0] ?? '');
  checkSpelling(edit.edited.members.keys(), [...namesOf(edit.fresh), ...closedNames]);
  refuseClosed(diffJson(edit.opened, edit.edited), readOnly);
  return withAppends(
    edit.fresh,
    diffJson(edit.fresh, edit.edited).filter((change) => !closed(change.path)),
  );
}

const namesOf = (node: JsonNode): string[] => (node.kind === 'object' ? [...node.members.keys()] : []);

/**
 * The servers take `CLIENT_ID` for `client_id`, so that a member spelled in another case reaches a field that is
 * closed, or overwrites another of the document's own.
 * @throws {FieldError}
 */
function checkSpelling(names: Iterable<string>, known: readonly string[]): void {
  const exact = new Set(known);
  const spelled = new Map(known.map((name) => [name.toLowerCase(), name]));
  for (const name of names) {
    const meant = spelled.get(name.toLowerCase());
    if (meant !== undefined && !exact.has(name)) {
      throw new FieldError(
        pointerOf([name]),
        l10n.t('The server takes "{0}" for "{1}": spell it like that.', name, meant),
      );
    }
  }
}

/** Whether an object has all of these members. */
export const hasMembers = (node: JsonNode, ...names: readonly string[]): boolean =>
  names.every((name) => childOf(node, name) !== undefined);

/** The text of a string member, or undefined. */
export function textAt(node: JsonNode | undefined, ...path: readonly string[]): string | undefined {
  const found = path.reduce<JsonNode | undefined>(
    (at, key) => (at?.kind === 'object' ? at.members.get(key) : undefined),
    node,
  );
  return found?.kind === 'string' && found.value !== '' ? found.value : undefined;
}
