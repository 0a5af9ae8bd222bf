import * as l10n from '@vscode/l10n';
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { isTooDeep, TOO_DEEP } from './depth.ts';
import type { JsonNode } from './node.ts';
import { type OnRepeated, readJson } from './read.ts';
import { UnreadJson } from './unread.ts';

export type { JsonNode } from './node.ts';

/** Text that is no JSON, or none of another form of the same. `offset` counts UTF-16 units from the start of the text. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    readonly offset: number,
    readonly length: number,
    readonly form = 'JSON',
  ) {
    super(message);
    this.name = 'JsonSyntaxError';
  }
}

/** A text whose tree would be too deep to be worked on. */
export class TooDeepError extends JsonSyntaxError {
  constructor(length: number, form?: string, message = TOO_DEEP) {
    super(message, 0, length, form);
    this.name = 'TooDeepError';
  }
}

/**
 * Parses strict JSON (no comments, no trailing commas), as servers send it: of members with the same name the last one
 * counts.
 * @throws {JsonSyntaxError}
 */
export function parseJson(text: string): JsonNode {
  return parse(text);
}

/**
 * The same for what a person wrote. A name that stands twice in an object is refused: one of the two would be lost, and
 * it may be the one that was just edited.
 * @throws {JsonSyntaxError}
 */
export function parseEditedJson(text: string): JsonNode {
  return parse(text, (name, offset, length) => {
    throw new JsonSyntaxError(l10n.t('{0} stands here twice', JSON.stringify(name)), offset, length);
  });
}

function parse(text: string, onRepeated?: OnRepeated): JsonNode {
  if (text.trim() === '') throw new JsonSyntaxError(l10n.t('the document is empty'), 0, text.length);
  if (isTooDeep(text)) throw new TooDeepError(text.length);
  const errors: ParseError[] = [];
  const valid = readJson(text, onRepeated);
  if (valid) return valid;
  const root: Node | undefined = parseTree(text, errors, {
    disallowComments: true,
    allowTrailingComma: false,
  });
  const [first] = errors;
  if (first) throw new JsonSyntaxError(describe(first), first.offset, Math.max(first.length, 1));
  if (!root) throw new JsonSyntaxError(l10n.t('the document is empty'), 0, text.length);
  return fromNode(root, text);
}

function describe(error: ParseError): string {
  const words = printParseErrorCode(error.error).replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.toLowerCase();
}

function fromNode(node: Node, text: string): JsonNode {
  switch (node.type) {
    case 'object':
      return {
        kind: 'object',
        members: new Map(
          (node.children ?? []).map((property) => {
            const [key, value] = property.children ?? [];
            if (!key || !value)
              throw new JsonSyntaxError(l10n.t('value expected'), property.offset, property.length);
            return [String(key.value), fromNode(value, text)] as const;
          }),
        ),
      };
    case 'array':
      return { kind: 'array', items: (node.children ?? []).map((item) => fromNode(item, text)) };
    case 'string':
      return { kind: 'string', value: String(node.value) };
    case 'number':
      return { kind: 'number', raw: text.slice(node.offset, node.offset + node.length) };
    default:
      return { kind: 'literal', value: node.value as true | false | null };
  }
}

/** Prints a tree: with `indent` spaces a level as a document, with 0 as compact as a request body. */
export function printJson(node: JsonNode, indent = 0): string {
  if (indent === 0 && node instanceof UnreadJson) return node.text;
  const leads = new Leads(indent);
  // One text that grows: what is put together level by level takes times as long with large answers.
  let text = '';
  const print = (at: JsonNode, depth: number) => {
    switch (at.kind) {
      case 'object': {
        let before = '{';
        for (const [key, value] of at.members) {
          text += before + leads.ofMember(depth + 1, key);
          print(value, depth + 1);
          before = ',';
        }
        text += at.members.size > 0 ? `${leads.of(depth)}}` : '{}';
        break;
      }
      case 'array': {
        let before = '[';
        for (const item of at.items) {
          text += before + leads.of(depth + 1);
          print(item, depth + 1);
          before = ',';
        }
        text += at.items.length > 0 ? `${leads.of(depth)}]` : '[]';
        break;
      }
      case 'string':
        text += quoted(at.value);
        break;
      case 'number':
        text += at.raw;
        break;
      case 'literal':
        text += String(at.value);
    }
  };
  print(node, 0);
  return text;
}

/** What stands before values: a line break, blanks, and a name. Lists say the same names over and over. */
class Leads {
  private readonly lines: string[] = [];
  private readonly members: Map<string, string>[] = [];
  private readonly colon: string;

  constructor(private readonly indent: number) {
    this.colon = indent ? ': ' : ':';
  }

  of(depth: number): string {
    return (this.lines[depth] ??= this.indent ? `\n${' '.repeat(this.indent * depth)}` : '');
  }

  ofMember(depth: number, key: string): string {
    const known = (this.members[depth] ??= new Map<string, string>());
    let lead = known.get(key);
    if (lead === undefined) {
      lead = this.of(depth) + quoted(key) + this.colon;
      if (known.size < 1000) known.set(key, lead);
    }
    return lead;
  }
}

/** What `JSON.stringify` would change in a text, and surrogates, of which it changes some. */
// eslint-disable-next-line no-control-regex -- what JSON can't hold as it stands
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const quoted = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Whether two trees mean the same: order of members aside, numbers by value where that can be told exactly. */
export function equalJson(a: JsonNode | undefined, b: JsonNode | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (a instanceof UnreadJson && b instanceof UnreadJson && a.text === b.text) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'object': {
      const other = (b as typeof a).members;
      return (
        a.members.size === other.size &&
        [...a.members].every(([key, value]) => equalJson(value, other.get(key)))
      );
    }
    case 'array': {
      const other = (b as typeof a).items;
      return a.items.length === other.length && a.items.every((item, at) => equalJson(item, other[at]));
    }
    case 'string':
      return a.value === (b as typeof a).value;
    case 'number':
      return sameNumber(a.raw, (b as typeof a).raw);
    case 'literal':
      return a.value === (b as typeof a).value;
  }
}

/** Fifteen digits always survive a double; beyond that only the same spelling is surely the same number. */
function sameNumber(a: string, b: string): boolean {
  if (a === b) return true;
  const exact = (raw: string) => (raw.split(/[eE]/, 1)[0] ?? '').replace(/\D/g, '').length <= 15;
  return exact(a) && exact(b) && Number(a) === Number(b);
}

/** A tree for a plain value, for templates and edits made by code. */
export function toJson(value: unknown): JsonNode {
  return parseJson(JSON.stringify(value));
}
