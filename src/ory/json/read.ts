import type { JsonNode } from './node.ts';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- JSON holds these as escapes only
const SPECIAL = /[\\\u0000-\u001f]/;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const LITERALS = (['true', 'false', 'null'] as const).map((word) => ({
  word,
  node: { kind: 'literal', value: JSON.parse(word) as true | false | null } as const satisfies JsonNode,
}));

/** Thrown and caught in here. */
class Invalid extends Error {}

/** Is told of a name that its object has already, and where it stands. What it throws ends the reading. */
export type OnRepeated = (name: string, offset: number, length: number) => void;

/**
 * Reads valid JSON that is not too deep straight into a tree, about as fast as that can be done in JavaScript: an answer may be of 10 MB, and
 * the extension host does nothing else meanwhile. Of members with the same name the last one counts.
 * @returns undefined where the text is no valid JSON; a slower parser says why
 */
export function readJson(text: string, onRepeated?: OnRepeated): JsonNode | undefined {
  try {
    return new Reader(text, onRepeated).document();
  } catch (error) {
    if (error instanceof Invalid || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly onRepeated: OnRepeated | undefined,
  ) {}

  document(): JsonNode {
    const node = this.value();
    if (!Number.isNaN(this.next())) throw new Invalid();
    return node;
  }

  /** The next character that is no white space, which is skipped; NaN at the end. */
  private next(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
      this.at += 1;
    }
  }

  private value(): JsonNode {
    switch (this.next()) {
      case 0x7b:
        return this.object();
      case 0x5b:
        return this.array();
      case QUOTE:
        return { kind: 'string', value: this.string() };
      default:
        return this.number() ?? this.literal();
    }
  }

  private object(): JsonNode {
    const members = new Map<string, JsonNode>();
    this.at += 1;
    if (this.ends(0x7d)) return { kind: 'object', members };
    let count = 0;
    do {
      if (this.next() !== QUOTE) throw new Invalid();
      const from = this.at;
      const name = this.string();
      const to = this.at;
      if (this.next() !== 0x3a) throw new Invalid();
      this.at += 1;
      members.set(name, this.value());
      // Counting is cheaper than looking each name up.
      if (members.size < ++count) this.onRepeated?.(name, from, to - from);
    } while (this.goesOn(0x7d));
    return { kind: 'object', members };
  }

  private array(): JsonNode {
    const items: JsonNode[] = [];
    this.at += 1;
    if (this.ends(0x5d)) return { kind: 'array', items };
    do items.push(this.value());
    while (this.goesOn(0x5d));
    return { kind: 'array', items };
  }

  private ends(close: number): boolean {
    if (this.next() !== close) return false;
    this.at += 1;
    return true;
  }

  /** Takes a comma, or what closes. */
  private goesOn(close: number): boolean {
    const code = this.next();
    if (code !== 0x2c && code !== close) throw new Invalid();
    this.at += 1;
    return code !== close;
  }

  private string(): string {
    const start = this.at;
    let end = start;
    do {
      end = this.text.indexOf('"', end + 1);
      if (end < 0) throw new Invalid();
    } while (this.isEscaped(end));
    this.at = end + 1;
    const inside = this.text.slice(start + 1, end);
    return SPECIAL.test(inside) ? (JSON.parse(this.text.slice(start, end + 1)) as string) : inside;
  }

  /** Whether an odd number of backslashes stands before a place. */
  private isEscaped(at: number): boolean {
    let before = at;
    while (this.text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    return (at - before) % 2 === 1;
  }

  private number(): JsonNode | undefined {
    NUMBER.lastIndex = this.at;
    const raw = NUMBER.exec(this.text)?.[0];
    if (raw === undefined) return undefined;
    this.at += raw.length;
    return { kind: 'number', raw };
  }

  private literal(): JsonNode {
    const found = LITERALS.find(({ word }) => this.text.startsWith(word, this.at));
    if (!found) throw new Invalid();
    this.at += found.word.length;
    return found.node;
  }
}
