import { randomFor, uuidFrom } from '../../seed/random.ts';

/** The most identities that can be generated: below 2^20, so that 20 bits of an id can name its index. */
export const MAX_IDENTITIES = 1_000_000;
const BITS = 20;

/**
 * Ids that look random, sort like random ones and still tell their index: the first 20 bits are the index with its
 * bits reversed, so that ascending ids can be walked from anywhere without knowing the others.
 */
export class GeneratedIds {
  readonly count: number;
  private readonly seed: number;
  private readonly mask: number;
  /** How many of the 20 bits differ among these ids. */
  private readonly used: number;

  constructor(seed: number, count: number) {
    this.seed = seed;
    this.count = count;
    this.mask = randomFor(seed, 'identity-ids').int(2 ** BITS);
    this.used = Math.ceil(Math.log2(Math.max(1, count)));
  }

  at(index: number): string {
    const bucket = reverse(index, BITS) ^ this.mask;
    const rest = randomFor(this.seed, 'identity-id', index).hex(32 - BITS / 4);
    return uuidFrom(bucket.toString(16).padStart(BITS / 4, '0') + rest);
  }

  /** The index of an id, or undefined when it is none of these. */
  indexOf(id: string): number | undefined {
    const index = reverse(bucketOf(id) ^ this.mask, BITS);
    return index < this.count && this.at(index) === id ? index : undefined;
  }

  /** Ids above `after`, ascending. */
  *ascending(after: string): Generator<string> {
    const shift = BITS - this.used;
    for (let place = after === '' ? 0 : bucketOf(after) >>> shift; place < 2 ** this.used; place++) {
      const index = reverse(place ^ (this.mask >>> shift), this.used);
      if (index >= this.count) continue;
      const id = this.at(index);
      if (id > after) yield id;
    }
  }
}

function bucketOf(id: string): number {
  return parseInt(id.slice(0, BITS / 4), 16);
}

function reverse(value: number, bits: number): number {
  let out = 0;
  for (let bit = 0; bit < bits; bit++) out = (out << 1) | ((value >>> bit) & 1);
  return out;
}
