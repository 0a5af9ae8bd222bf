import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/**
 * JSON that loses nothing: members keep their order (integer-like names too) and numbers their digits. `JSON.parse`
 * does neither, and documents are written back to servers.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly raw: string }
  | { readonly kind: 'literal'; readonly value: true | false | null };

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

/** Parses strict JSON (no comments, no trailing commas). @throws {JsonSyntaxError} */
export function parseJson(text: string): JsonNode {
  if (text.trim() === '') throw new JsonSyntaxError('the document is empty', 0, text.length);
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (error instanceof RangeError) throw new JsonSyntaxError('nested too deeply', 0, text.length);
    throw error;
  }
  const [first] = errors;
  if (first) throw new JsonSyntaxError(describe(first), first.offset, Math.max(first.length, 1));
  if (!root) throw new JsonSyntaxError('the document is empty', 0, text.length);
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
            if (!key || !value) throw new JsonSyntaxError('value expected', property.offset, property.length);
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
export function printJson(node: JsonNode, indent = 0, level = 0): string {
  const open = indent ? `\n${' '.repeat(indent * (level + 1))}` : '';
  const close = indent ? `\n${' '.repeat(indent * level)}` : '';
  switch (node.kind) {
    case 'object': {
      if (node.members.size === 0) return '{}';
      const colon = indent ? ': ' : ':';
      const members = [...node.members].map(
        ([key, value]) => `${JSON.stringify(key)}${colon}${printJson(value, indent, level + 1)}`,
      );
      return `{${open}${members.join(`,${open}`)}${close}}`;
    }
    case 'array':
      if (node.items.length === 0) return '[]';
      return `[${open}${node.items.map((item) => printJson(item, indent, level + 1)).join(`,${open}`)}${close}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.raw;
    case 'literal':
      return String(node.value);
  }
}

/** Whether two trees mean the same: order of members aside, numbers by value where that can be told exactly. */
export function equalJson(a: JsonNode | undefined, b: JsonNode | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
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
  const exact = (raw: string) => raw.replace(/[eE].*$/, '').replace(/\D/g, '').length <= 15;
  return exact(a) && exact(b) && Number(a) === Number(b);
}

/** A tree for a plain value, for templates and edits made by code. */
export function toJson(value: unknown): JsonNode {
  return parseJson(JSON.stringify(value));
}
