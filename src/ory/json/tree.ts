import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { JsonNode } from './node.ts';
import { readJson } from './read.ts';

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

/** Parses strict JSON (no comments, no trailing commas). @throws {JsonSyntaxError} */
export function parseJson(text: string): JsonNode {
  if (text.trim() === '') throw new JsonSyntaxError('the document is empty', 0, text.length);
  const tree = new TreeBuilder();
  try {
    visit(
      text,
      {
        onObjectBegin: () => tree.begin('object'),
        onObjectProperty: (name) => tree.name(name),
        onObjectEnd: () => tree.end(),
        onArrayBegin: () => tree.begin('array'),
        onArrayEnd: () => tree.end(),
        onLiteralValue: (value: unknown, offset, length) => tree.add(scalar(value, text, offset, length)),
        onError: (error, offset, length) => {
          throw new JsonSyntaxError(describe(error), offset, Math.max(length, 1));
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch (error) {
    if (error instanceof RangeError) throw new JsonSyntaxError('nested too deeply', 0, text.length);
    throw error;
  }
  if (!tree.root) throw new JsonSyntaxError('the document is empty', 0, text.length);
  return tree.root;
}

function describe(error: ParseErrorCode): string {
  const words = printParseErrorCode(error).replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.toLowerCase();
}

function scalar(value: unknown, text: string, offset: number, length: number): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'number') return { kind: 'number', raw: text.slice(offset, offset + length) };
  return { kind: 'literal', value: value as true | false | null };
}

interface Container {
  readonly node: JsonNode;
  readonly members?: Map<string, JsonNode>;
  readonly items?: JsonNode[];
  /** The member whose value comes next. */
  name: string;
}

/** Puts a tree together from what a parser meets, without another tree in between. */
class TreeBuilder {
  root: JsonNode | undefined;
  private readonly open: Container[] = [];

  begin(kind: 'object' | 'array'): void {
    if (kind === 'object') {
      const members = new Map<string, JsonNode>();
      this.into({ node: { kind, members }, members, name: '' });
    } else {
      const items: JsonNode[] = [];
      this.into({ node: { kind, items }, items, name: '' });
    }
  }

  name(name: string): void {
    const container = this.open.at(-1);
    if (container) container.name = name;
  }

  add(node: JsonNode): void {
    const container = this.open.at(-1);
    if (!container) this.root ??= node;
    else if (container.members) container.members.set(container.name, node);
    else container.items?.push(node);
  }

  end(): void {
    this.open.pop();
  }

  private into(container: Container): void {
    this.add(container.node);
    this.open.push(container);
  }
}

/** Prints a tree: with `indent` spaces a level as a document, with 0 as compact as a request body. */
export function printJson(node: JsonNode, indent = 0): string {
  return print(node, indent, indent ? '\n' : '', indent ? ': ' : ':');
}

/** @param line the line break with the indentation of the level that the node stands on; empty where it is compact */
function print(node: JsonNode, indent: number, line: string, colon: string): string {
  switch (node.kind) {
    case 'object': {
      if (node.members.size === 0) return '{}';
      const inner = line && line + ' '.repeat(indent);
      let out = '';
      for (const [key, value] of node.members) {
        out += `${out && ','}${inner}${JSON.stringify(key)}${colon}${print(value, indent, inner, colon)}`;
      }
      return `{${out}${line}}`;
    }
    case 'array': {
      if (node.items.length === 0) return '[]';
      const inner = line && line + ' '.repeat(indent);
      let out = '';
      for (const item of node.items) out += `${out && ','}${inner}${print(item, indent, inner, colon)}`;
      return `[${out}${line}]`;
    }
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
