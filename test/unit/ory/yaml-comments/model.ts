import { type JsonNode, toJson } from '../../../../src/ory/json/tree.ts';
import type { random } from '../../support/random.ts';

// Documents with comments wherever a person writes one. Every name, item and comment occurs once, so that each can be
// found again in what became of the text.

export type Chance = ReturnType<typeof random>;

export interface Entry {
  /** Its name, or of an item what its first line says. */
  readonly token: string;
  value: Value;
  /** Comment lines right above it. */
  readonly above: readonly string[];
  /** Behind it on its line. */
  readonly behind: string | undefined;
  readonly blankBefore: boolean;
  /** A comment by itself before it, with blank lines around. */
  readonly apart: string | undefined;
  readonly anchor?: string;
}

export type Value =
  | { readonly kind: 'single'; readonly text: string; readonly json: unknown; readonly alias?: Entry }
  | { readonly kind: 'lines'; readonly json: string }
  | {
      readonly kind: 'map' | 'list';
      entries: Entry[];
      readonly style: 'block' | 'flow' | 'broken';
      /** Below the last, as deep as it. */
      readonly atEnd: string | undefined;
    };

export interface Layout {
  readonly step: number;
  readonly deepLists: boolean;
  /** Where trailing comments begin, where they are in a column; else 0. */
  readonly column: number;
}

export class Maker {
  private count = 0;
  readonly anchored: Entry[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly layout: Layout,
  ) {}

  private next = (letter: string): string => `${letter}${++this.count}`;

  map(
    depth: number,
    style: 'block' | 'flow' | 'broken' = 'block',
    least = 1,
  ): Value & { kind: 'map' | 'list' } {
    const { below } = this.chance;
    return {
      kind: 'map',
      entries: Array.from({ length: least + below(4) }, () => this.entry('member', depth, style)),
      style,
      atEnd: style === 'block' && below(4) === 0 ? this.comment() : undefined,
    };
  }

  list(depth: number, style: 'block' | 'flow' | 'broken' = 'block'): Value & { kind: 'map' | 'list' } {
    const { below } = this.chance;
    const isDeep = this.layout.deepLists;
    return {
      kind: 'list',
      entries: Array.from({ length: 1 + below(4) }, () => this.entry('item', depth, style)),
      style,
      atEnd: style === 'block' && isDeep && below(4) === 0 ? this.comment() : undefined,
    };
  }

  /** A new entry without comments, as a save brings one. */
  bare(kind: 'member' | 'item', depth: number): Entry {
    const anchored = this.anchored.splice(0);
    const made = this.entry(kind, depth, 'block');
    this.anchored.splice(0, this.anchored.length, ...anchored);
    return {
      token: made.token,
      value: made.value,
      above: [],
      behind: undefined,
      blankBefore: false,
      apart: undefined,
    };
  }

  single(token = this.next('v')): Value & { kind: 'single' } {
    const json = this.chance.of([
      token,
      `${token} x`,
      `${token}: y`,
      Number(token.slice(1)) + 0.5,
      true,
      null,
    ]);
    return { kind: 'single', text: textOf(json, this.chance), json };
  }

  private comment = (): string => `#${this.chance.of([' ', '', '  '])}${this.next('c')} says, x: "y"`;

  private entry(kind: 'member' | 'item', depth: number, style: 'block' | 'flow' | 'broken'): Entry {
    const { below } = this.chance;
    const isLine = style !== 'flow';
    const above = isLine
      ? below(3) === 0
        ? this.chance.of([
            [this.comment()],
            [this.comment(), this.comment()],
            ['##########', this.comment(), '##########'],
          ])
        : []
      : [];
    const value = this.value(kind, depth, style);
    const token =
      kind === 'member'
        ? this.next('k')
        : value.kind === 'single'
          ? value.text
          : value.kind === 'lines'
            ? value.json.split('\n')[0]!
            : '';
    const entry: Entry = {
      token,
      value,
      above,
      behind: isLine && below(3) === 0 ? this.comment() : undefined,
      blankBefore: isLine && below(6) === 0,
      apart: style === 'block' && below(12) === 0 ? this.comment() : undefined,
      ...(value.kind === 'single' && !value.alias && style === 'block' && below(12) === 0
        ? { anchor: this.next('a') }
        : {}),
    };
    if (entry.anchor) this.anchored.push(entry);
    return entry;
  }

  private value(kind: 'member' | 'item', depth: number, style: 'block' | 'flow' | 'broken'): Value {
    const { below } = this.chance;
    const dice = depth <= 0 ? 0 : below(10);
    if (dice < 4) {
      const anchor =
        this.anchored.length > 0 && style === 'block' && below(4) === 0 ? this.anchored.at(-1) : undefined;
      if (anchor?.value.kind === 'single')
        return { kind: 'single', text: `*${anchor.anchor}`, json: anchor.value.json, alias: anchor };
      return kind === 'item' ? this.itemText() : this.single();
    }
    if (style !== 'block') return dice < 7 ? this.map(depth - 1, 'flow') : this.list(depth - 1, 'flow');
    if (dice < 5) return { kind: 'lines', json: `${this.next('v')}\nmore\n` };
    if (dice < 7) return this.map(depth - 1, this.chance.of(['block', 'block', 'block', 'flow', 'broken']));
    return this.list(depth - 1, this.chance.of(['block', 'block', 'block', 'flow', 'broken']));
  }

  private itemText(): Value {
    const json = this.next('v');
    return { kind: 'single', text: json, json };
  }
}

function textOf(json: unknown, { of }: Chance): string {
  if (typeof json !== 'string') return String(json);
  if (json.includes(':')) return of([`"${json}"`, `'${json}'`]);
  return of([json, json, `"${json}"`, `'${json}'`]);
}

/** The tree that a value stands for. */
export function treeOf(value: Value): JsonNode {
  return toJson(plainOf(value));
}

export function plainOf(value: Value): unknown {
  if (value.kind === 'single')
    return value.alias?.value.kind === 'single' ? value.alias.value.json : value.json;
  if (value.kind === 'lines') return value.json;
  return value.kind === 'list'
    ? value.entries.map((entry) => plainOf(entry.value))
    : Object.fromEntries(value.entries.map((entry) => [entry.token, plainOf(entry.value)]));
}

/** Every collection of a document. */
export function* collectionsOf(value: Value): Generator<Value & { kind: 'map' | 'list' }> {
  if (value.kind !== 'map' && value.kind !== 'list') return;
  yield value;
  for (const entry of value.entries) yield* collectionsOf(entry.value);
}

/** Every entry of a value, those within others included. */
export function* entriesIn(value: Value): Generator<Entry> {
  if (value.kind !== 'map' && value.kind !== 'list') return;
  for (const entry of value.entries) {
    yield entry;
    yield* entriesIn(entry.value);
  }
}
