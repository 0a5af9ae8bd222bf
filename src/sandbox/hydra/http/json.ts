/**
 * JSON as a Go server treats it: the first value of a body counts and what follows is ignored, and a number that
 * JavaScript would round or rewrite keeps its text.
 */

/** A piece of JSON text that is written out as it came in. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const MAX_DEPTH = 500;

/**
 * Reads the first JSON value of a text.
 * @throws SyntaxError when there is none, or when it is cut off.
 */
export function parseFirst(text: string): unknown {
  return new Reader(text).value(0);
}

/** Writes a value; `Verbatim` goes out as it is, `undefined` members are left out. */
export function stringify(value: unknown): string {
  if (value instanceof Verbatim) return value.text;
  if (Array.isArray(value)) return `[${value.map((one) => stringify(one ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${stringify(member)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Verbatim);
}

/** What Go calls a value when it complains about its type. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Verbatim) return 'number';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new SyntaxError('the JSON is nested too deeply');
    this.space();
    const next = this.text[this.at];
    if (next === undefined) throw new SyntaxError('the JSON ends too early');
    if (next === '{') return this.object(depth);
    if (next === '[') return this.array(depth);
    if (next === '"') return this.string();
    for (const [word, meaning] of WORDS) if (this.take(word)) return meaning;
    return this.number();
  }

  private object(depth: number): Record<string, unknown> {
    const members: [string, unknown][] = [];
    this.at++;
    if (this.closes('}')) return {};
    for (;;) {
      this.space();
      const key = this.string();
      this.expect(':');
      members.push([key, this.value(depth + 1)]);
      if (this.closes('}')) return Object.fromEntries(members);
      this.expect(',');
    }
  }

  private array(depth: number): unknown[] {
    const elements: unknown[] = [];
    this.at++;
    if (this.closes(']')) return elements;
    for (;;) {
      elements.push(this.value(depth + 1));
      if (this.closes(']')) return elements;
      this.expect(',');
    }
  }

  private string(): string {
    const from = this.at;
    if (this.text[from] !== '"') throw this.unexpected();
    let to = from + 1;
    while (to < this.text.length && this.text[to] !== '"') to += this.text[to] === '\\' ? 2 : 1;
    if (to >= this.text.length) throw new SyntaxError('the JSON ends inside a string');
    this.at = to + 1;
    return JSON.parse(this.text.slice(from, this.at)) as string;
  }

  private number(): number | Verbatim {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text)?.[0];
    if (found === undefined) throw this.unexpected();
    this.at += found.length;
    return String(Number(found)) === found ? Number(found) : new Verbatim(found);
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text.charAt(this.at))) this.at++;
  }

  private take(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private closes(bracket: string): boolean {
    this.space();
    return this.take(bracket);
  }

  private expect(sign: string): void {
    this.space();
    if (!this.take(sign)) throw this.unexpected();
  }

  private unexpected(): SyntaxError {
    const sign = this.text[this.at];
    return new SyntaxError(
      sign === undefined ? 'the JSON ends too early' : `the JSON holds an unexpected ${JSON.stringify(sign)}`,
    );
  }
}

const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
