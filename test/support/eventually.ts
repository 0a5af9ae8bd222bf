import assert from 'node:assert/strict';

/** Waits until something holds; fails with what it saw last. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  holds: (seen: T) => boolean,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) assert.fail(`still ${JSON.stringify(seen)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
