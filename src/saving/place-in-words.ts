import { escapeRegExp } from '../ory/escape-regexp.ts';
import { childOf, pointerOf } from '../ory/json/pointer.ts';
import type { JsonNode } from '../ory/json/tree.ts';

/** Sentences of Kratos that name no member, and the member that each is about. */
const about: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bidentity state\b|\bsupplied state\b/, ['state']],
  [/\bJSON Schema ID\b/, ['schema_id']],
  [/\bimported password\b/, ['hashed_password', 'password']],
];

/** "unknown field "mail"", "Go struct field Client.scope of type string": the member that could not be read. */
const unread = /unknown field "([^"]+)"|Go struct field \w+\.(?:\w+\.)*(\w+) of type/;

/** No sentence is longer; what a server adds beyond names no place that is looked for. */
const LONGEST = 4000;

/**
 * The place that a sentence of a server is about.
 * @param whole the sentence, as Kratos, Hydra or Go's decoder has it
 * @param document what was sent
 * @returns a pointer; empty where it names a member that the document lacks; undefined where nothing is named
 */
export function placeIn(whole: string, document: JsonNode): string | undefined {
  const said = whole.slice(0, LONGEST);
  const [, unknown, mistyped] = unread.exec(said) ?? [];
  const named = unknown ?? mistyped;
  if (named !== undefined) return findMember(document, named) ?? '';
  for (const [pattern, names] of about) {
    if (!pattern.test(said)) continue;
    const at = names.map((name) => findMember(document, name)).find((place) => place !== undefined);
    if (at !== undefined) return at;
  }
  const member = memberNamedIn(said, document);
  const value = valueNamedIn(said, document, member);
  return value ?? (member === undefined ? undefined : pointerOf([member]));
}

/** Hydra names the member somewhere in its sentence: "redirect_uris", "Subject type", 'jwks'. */
function memberNamedIn(said: string, document: JsonNode): string | undefined {
  if (document.kind !== 'object') return undefined;
  const places = [...document.members.keys()].flatMap((name) => {
    if (name.length > said.length) return [];
    // Of a list the sentence may name one: "post_logout_redirect_uri". A name of one word stands in many sentences that
    // are not about it: only in quotes it counts.
    const pattern = name.includes('_')
      ? `\\b${name.split('_').map(escapeRegExp).join('[_ ]').replace(/s$/, 's?')}\\b`
      : `["'\`]${escapeRegExp(name)}["'\`]`;
    const at = said.search(new RegExp(pattern, 'i'));
    return at < 0 ? [] : [{ name, at }];
  });
  return places.sort((a, b) => a.at - b.at)[0]?.name;
}

/** The one string that the sentence repeats: in the member that it names, else anywhere. */
function valueNamedIn(said: string, document: JsonNode, member: string | undefined): string | undefined {
  const within = member === undefined ? document : childOf(document, member);
  if (!within) return undefined;
  const found: string[] = [];
  for (const { path, text } of strings(within, member === undefined ? [] : [member])) {
    if (isRepeated(text, said)) found.push(pointerOf(path));
    // Of two that are alike nobody knows which is meant.
    if (found.length > 1) return undefined;
  }
  return found[0];
}

/** Whether a sentence holds a text as a word of its own; a short word stands in many sentences by chance. */
function isRepeated(text: string, said: string): boolean {
  if (text.length < 4 || text.length > said.length) return false;
  for (let at = said.indexOf(text); at >= 0; at = said.indexOf(text, at + 1)) {
    const ends = [said[at - 1], said[at + text.length]];
    if (ends.every((next) => next === undefined || /[^\p{L}\p{N}]/u.test(next))) return true;
  }
  return false;
}

interface Text {
  readonly path: readonly string[];
  readonly text: string;
}

function* strings(node: JsonNode, path: readonly string[]): Generator<Text> {
  if (node.kind === 'string') yield { path, text: node.value };
  for (const [key, child] of childrenOf(node)) yield* strings(child, [...path, key]);
}

/** The first place, from the top, that has a member of this name. */
function findMember(node: JsonNode, name: string, path: readonly string[] = []): string | undefined {
  if (node.kind === 'object' && childOf(node, name)) return pointerOf([...path, name]);
  for (const [key, child] of childrenOf(node)) {
    const found = findMember(child, name, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function childrenOf(node: JsonNode): readonly (readonly [string, JsonNode])[] {
  if (node.kind === 'object') return [...node.members];
  return node.kind === 'array' ? node.items.map((item, at) => [String(at), item] as const) : [];
}
