import assert from 'node:assert/strict';

/** Waits until something holds that then stays; fails with what it saw last. A busy machine takes its time. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  holds: (seen: T) => boolean,
  ms = 90_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) assert.fail(`still ${JSON.stringify(seen)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
