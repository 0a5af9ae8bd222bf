import type { JsonNode } from '../json/tree.ts';
import { DEEPEST_YAML } from './depth.ts';

/** Where something stands in a text, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a value stands, and its name, where it is a member. */
export interface PlainPlace extends Span {
  readonly key?: Span;
  /** A value that fills lines of its own. */
  readonly block?: boolean;
}

/** A text that was read, and where each of its values stands. */
export interface PlainYaml {
  readonly tree: JsonNode;
  readonly places: ReadonlyMap<JsonNode, PlainPlace>;
}

/**
 * Reads YAML as we write it, with comments and in whatever quotes: block style, each value on one line or behind `|`. For
 * megabytes the library takes seconds, this a small part of one.
 * @returns undefined where a text holds anything else: then the library reads it, or says what is wrong
 */
export function readPlain(text: string): PlainYaml | undefined {
  if (ODD.test(text)) return undefined;
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error === OTHER || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Tabs, other line breaks than LF, and what YAML has no place for. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const ODD = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const OTHER = new Error('other than plain');

const DOUBLE = String.raw`"(?:[^"\\\n]|\\["\\/bfnrt])*"`;
const WORD = String.raw`[\w$./\u00c0-\ufdff@-]`;
const KEY = new RegExp(String.raw`(?:(?![@-])${WORD}+(?: +${WORD}+)*|${DOUBLE})(?=:(?:[ \n]|$))`, 'y');
const QUOTED = new RegExp(String.raw`${DOUBLE}|'(?:[^'\n]|'')*'`, 'y');
const PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[\w.]))(?:[^\n:#]|:(?=[^\s])|(?<=\S)#)*/y;
const LINE_END = /(?: +#[^\n]*| *)(?:\n|$)/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NUMBER_LIKE = /^[-+]?[\d.][\d._]*(?:[eE][-+]?[\d_]*)?$|^0[xXoO]|^[-+]?\.?(?:inf|nan)$/i;
const LITERALS: ReadonlyMap<string, true | false | null> = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
  ...['null', 'Null', 'NULL', '~'].map((text) => [text, null] as const),
]);

class Reader {
  private readonly places = new Map<JsonNode, PlainPlace>();
  /** Where the next value or name begins; its column, or -1 at the end of the text. */
  private at = 0;
  private column = 0;
  private depth = 0;
  /** Where what was read last ends. */
  private end = 0;

  constructor(private readonly text: string) {}

  read(): PlainYaml {
    this.toNextLine(0);
    if (this.column !== 0) throw OTHER;
    const from = this.at;
    const tree = this.block();
    if (!this.isOver()) throw OTHER;
    this.places.set(tree, { from, to: this.end, block: true });
    return { tree, places: this.places };
  }

  private block(): JsonNode {
    if (++this.depth > DEEPEST_YAML) throw OTHER;
    const node = this.isItem() ? this.list() : this.members();
    this.depth -= 1;
    return node;
  }

  private isOver(): boolean {
    return this.column < 0;
  }

  private isItem(): boolean {
    const { text, at } = this;
    return text[at] === '-' && (at + 1 === text.length || text[at + 1] === ' ' || text[at + 1] === '\n');
  }

  private members(): JsonNode {
    const { column } = this;
    const members = new Map<string, JsonNode>();
    while (this.column === column) {
      const from = this.at;
      const key = this.take(KEY);
      if (key === undefined) throw OTHER;
      const name = key.startsWith('"') ? (JSON.parse(key) as string) : key;
      if (members.has(name)) throw OTHER;
      this.at++;
      members.set(name, this.value(column, column, { from, to: from + key.length }));
    }
    if (this.column > column) throw OTHER;
    return { kind: 'object', members };
  }

  private list(): JsonNode {
    const { column } = this;
    const items: JsonNode[] = [];
    while (this.column === column && this.isItem()) {
      this.at++;
      items.push(this.value(column, column + 1, undefined));
    }
    if (this.column > column) throw OTHER;
    return { kind: 'array', items };
  }

  /**
   * What stands behind a name or a dash.
   * @param column of the name or the dash
   * @param least column that lines below need to belong to it
   */
  private value(column: number, least: number, key: Span | undefined): JsonNode {
    const behind = this.at;
    if (this.take(LINE_END) !== undefined) {
      this.end = behind;
      this.toNextLine(this.at);
      const below = this.column > column || (this.column === least && this.isItem());
      return this.placed(below ? this.block() : { kind: 'literal', value: null }, behind, key, true);
    }
    while (this.text[this.at] === ' ') this.at++;
    const from = this.at;
    if (!key && (this.isItem() || this.matches(KEY))) {
      this.column = column + from - behind + 1;
      return this.placed(this.block(), from, key, true);
    }
    if (this.text[from] === '|') return this.placed(this.literalBlock(column), from, key, true);
    const node = this.scalar();
    this.end = this.at;
    if (this.take(LINE_END) === undefined) throw OTHER;
    this.places.set(node, { from, to: this.end, ...(key && { key }) });
    this.toNextLine(this.at);
    return node;
  }

  private placed(node: JsonNode, from: number, key: Span | undefined, block: boolean): JsonNode {
    this.places.set(node, { from, to: this.end, block, ...(key && { key }) });
    return node;
  }

  private scalar(): JsonNode {
    const empty = this.text.slice(this.at, this.at + 2);
    if (empty === '{}' || empty === '[]') {
      this.at += 2;
      return empty === '{}' ? { kind: 'object', members: new Map() } : { kind: 'array', items: [] };
    }
    const quoted = this.take(QUOTED);
    if (quoted?.startsWith('"')) return { kind: 'string', value: JSON.parse(quoted) as string };
    if (quoted !== undefined) return { kind: 'string', value: quoted.slice(1, -1).replaceAll("''", "'") };
    const found = this.take(PLAIN);
    if (found === undefined) throw OTHER;
    const plain = found.trimEnd();
    this.at -= found.length - plain.length;
    const literal = LITERALS.get(plain);
    if (literal !== undefined) return { kind: 'literal', value: literal };
    if (NUMBER.test(plain)) return { kind: 'number', raw: plain };
    if (NUMBER_LIKE.test(plain)) throw OTHER;
    return { kind: 'string', value: plain };
  }

  /** Lines as they stand, in `|` or `|-`. */
  private literalBlock(column: number): JsonNode {
    const strip = this.text.startsWith('|-\n', this.at);
    if (!strip && !this.text.startsWith('|\n', this.at)) throw OTHER;
    let next = this.text.indexOf('\n', this.at) + 1;
    const indent = this.text.slice(next).search(/[^ ]/);
    if (indent <= column || this.text[next + indent] === '\n') throw OTHER;
    const margin = ' '.repeat(indent);
    const lines: string[] = [];
    while (next < this.text.length) {
      const until = this.text.indexOf('\n', next);
      const line = this.text.slice(next, until < 0 ? undefined : until);
      if (line !== '' && !line.startsWith(margin)) {
        if (line.trimStart() === '') throw OTHER;
        break;
      }
      if (line !== '') this.end = next + line.length;
      lines.push(line.slice(indent));
      next = until < 0 ? this.text.length : until + 1;
    }
    while (lines.at(-1) === '') lines.pop();
    // What is blank but for spaces, or not closed by a line break, is looked at by the library.
    if (lines.some((line) => line.trim() === '' && line !== '') || this.text[this.end] !== '\n') throw OTHER;
    this.toNextLine(next);
    return { kind: 'string', value: `${lines.join('\n')}${strip ? '' : '\n'}` };
  }

  /** Goes to what stands in the next line that holds more than a comment. */
  private toNextLine(from: number): void {
    const { text } = this;
    let line = from;
    for (;;) {
      let at = line;
      while (text[at] === ' ') at++;
      if (at >= text.length) {
        this.column = -1;
        this.at = text.length;
        return;
      }
      if (text[at] !== '\n' && text[at] !== '#') {
        this.column = at - line;
        this.at = at;
        return;
      }
      const until = text.indexOf('\n', at);
      line = until < 0 ? text.length : until + 1;
    }
  }

  private matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  private take(pattern: RegExp): string | undefined {
    if (!this.matches(pattern)) return undefined;
    const taken = this.text.slice(this.at, pattern.lastIndex);
    this.at = pattern.lastIndex;
    return taken;
  }
}
