/** Numbers that look random and are the same for the same seed (mulberry32). */
export function random(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0 up to, and without, this one. */
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    /** One of these. */
    of: <T>(all: readonly T[]): T => {
      const one = all[below(all.length)];
      if (one === undefined) throw new Error('Nothing to choose from.');
      return one;
    },
  };
}
