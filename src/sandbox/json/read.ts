import { RawNumber } from './raw-number.ts';

/** A text that is no JSON; the message is worded as Go's decoder words it, because the servers pass it on. */
export class JsonSyntaxError extends Error {}

/** A value whose lists and objects lie too deep within each other. */
export class JsonDepthError extends JsonSyntaxError {
  constructor() {
    super('exceeded max depth');
  }
}

/** How deep values may lie within each other. The servers end at 10,000; whatever walks through a value here ends before. */
export const MAX_DEPTH = 1000;

/**
 * Reads the first JSON value of a text and ignores what follows, as a stream decoder does.
 * Throws a JsonSyntaxError: `EOF` for nothing at all, `unexpected EOF` for a value that is cut off.
 */
export function readFirstJson(text: string): unknown {
  const reader = new Reader(text);
  reader.skipSpace();
  if (reader.atEnd()) throw new JsonSyntaxError('EOF');
  return reader.value(0);
}

/** Reads a text that is one JSON value. Throws a JsonSyntaxError. */
export function readJson(text: string): unknown {
  const reader = new Reader(text);
  reader.skipSpace();
  if (reader.atEnd()) throw new JsonSyntaxError('unexpected end of JSON input');
  const value = reader.value(0);
  reader.skipSpace();
  if (!reader.atEnd()) throw new JsonSyntaxError(`invalid character '${reader.peek}' after top-level value`);
  return value;
}

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  get peek(): string {
    return this.text.charAt(this.at);
  }

  skipSpace(): void {
    while (/[\t\n\r ]/.test(this.peek) && !this.atEnd()) this.at++;
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new JsonDepthError();
    this.skipSpace();
    switch (this.peek) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private object(depth: number): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    this.at++;
    this.skipSpace();
    if (this.take('}')) return out;
    do {
      this.skipSpace();
      if (this.peek !== '"') this.fail('looking for beginning of object key string');
      const key = this.string();
      this.skipSpace();
      if (!this.take(':')) this.fail('after object key');
      const value = this.value(depth + 1);
      // An own property even for "__proto__": a plain assignment would change the prototype.
      Object.defineProperty(out, key, { value, enumerable: true, writable: true, configurable: true });
      this.skipSpace();
    } while (this.take(','));
    if (!this.take('}')) this.fail('after object key:value pair');
    return out;
  }

  private array(depth: number): unknown[] {
    const out: unknown[] = [];
    this.at++;
    this.skipSpace();
    if (this.take(']')) return out;
    do {
      out.push(this.value(depth + 1));
      this.skipSpace();
    } while (this.take(','));
    if (!this.take(']')) this.fail('after array element');
    return out;
  }

  private string(): string {
    const match = /"(?:[^"\\]|\\.)*"/sy;
    match.lastIndex = this.at;
    const found = match.exec(this.text)?.[0];
    if (found === undefined) throw new JsonSyntaxError('unexpected EOF');
    this.at += found.length;
    try {
      return JSON.parse(found) as string;
    } catch {
      throw new JsonSyntaxError('invalid character in string literal');
    }
  }

  private number(): number | RawNumber {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
    match.lastIndex = this.at;
    const found = match.exec(this.text)?.[0];
    if (found === undefined) this.fail('looking for beginning of value');
    this.at += found.length;
    const number = Number(found);
    return String(number) === found ? number : new RawNumber(found);
  }

  private word<T>(word: string, value: T): T {
    const rest = this.text.slice(this.at, this.at + word.length);
    if (rest !== word && word.startsWith(rest)) throw new JsonSyntaxError('unexpected EOF');
    if (rest !== word) this.fail(`in literal ${word}`);
    this.at += word.length;
    return value;
  }

  private take(character: string): boolean {
    if (this.peek !== character) return false;
    this.at++;
    return true;
  }

  private fail(where: string): never {
    if (this.atEnd()) throw new JsonSyntaxError('unexpected EOF');
    throw new JsonSyntaxError(`invalid character '${this.peek}' ${where}`);
  }
}
