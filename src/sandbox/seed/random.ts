/**
 * A small seeded generator (splitmix32): the same seed and path give the same numbers on every machine and run.
 * It makes believable data, never secrets that protect anything.
 */
export class Random {
  private state: number;

  constructor(state: number) {
    this.state = state >>> 0;
  }

  /** The next 32 bits, as an unsigned integer. */
  uint32(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  /** A number from 0 (included) to 1 (excluded). */
  next(): number {
    return this.uint32() / 4294967296;
  }

  /** A whole number from 0 (included) to `below` (excluded). */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One element; throws a RangeError when there is none. */
  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[this.int(from.length)] as T;
  }

  /** Lower-case hexadecimal digits. */
  hex(digits: number): string {
    let out = '';
    for (let bytes = 0; bytes * 2 < digits; bytes += 4) {
      const bits = this.uint32();
      out += byte(bits >>> 24) + byte(bits >>> 16) + byte(bits >>> 8) + byte(bits);
    }
    return out.length === digits ? out : out.slice(0, digits);
  }

  /** Letters and digits, as in tokens and slugs. */
  word(length: number, alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'): string {
    let out = '';
    while (out.length < length) out += alphabet.charAt(this.int(alphabet.length));
    return out;
  }

  /** A UUID of version 4. */
  uuid(): string {
    return uuidFrom(this.hex(32));
  }
}

/**
 * The generator for one thing: `randomFor(seed, 'identity', 17)` is independent of every other path and of the
 * order in which things are made.
 */
export function randomFor(seed: number, ...path: readonly (string | number)[]): Random {
  let state = (seed ^ 0x811c9dc5) >>> 0;
  const mix = (value: number) => {
    state = Math.imul(state ^ value, 0x01000193) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
  };
  for (const part of path) {
    if (typeof part === 'number') for (const shift of [0, 8, 16, 24]) mix((part >>> shift) & 0xff);
    else for (let at = 0; at < part.length; at++) mix(part.charCodeAt(at));
    mix(0x1f);
  }
  return new Random(state);
}

const BYTES: readonly string[] = Array.from({ length: 256 }, (_, value) =>
  value.toString(16).padStart(2, '0'),
);
const byte = (bits: number): string => BYTES[bits & 0xff] ?? '';

/** Puts version 4 and the variant into 32 hexadecimal digits and writes them as a UUID. */
export function uuidFrom(hex: string): string {
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) & 3);
  const head = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}`;
  return `${head}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
