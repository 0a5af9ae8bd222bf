/**
 * A number exactly as it stood in the text, kept where a double would change it (2^53 + 1, 1.0, 1e400):
 * the real servers pass such numbers through untouched, and a client's round trip is tested on that.
 */
export class RawNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** A marker that `writeJson` turns back into the bare digits. */
  toJSON(): string {
    return `\u0000number:${this.text}\u0000`;
  }

  valueOf(): number {
    return Number(this.text);
  }
}

/** The value with every kept number as a plain double: what a schema validator can judge. */
export function withPlainNumbers(value: unknown): unknown {
  if (value instanceof RawNumber) return value.valueOf();
  if (Array.isArray(value)) return value.map(withPlainNumbers);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPlainNumbers(inner)]));
}
