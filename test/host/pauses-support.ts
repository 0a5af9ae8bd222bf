// For how long the extension host does nothing else, in milliseconds of its processor time where the system tells that.
import { readFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';

/** Milliseconds between two looks. */
const EACH = 5;
/** Milliseconds without a change after which what follows one has begun, and longer than that it takes to end. */
const SETTLES = 1500;

/**
 * Milliseconds that this thread has worked: what else the machine does counts for nothing, and neither do other threads.
 * Elsewhere than on Linux it is the time that has passed.
 */
function worked(): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return performance.now();
  }
}

/** The longest pause while something is done, and until what follows it has come to rest. */
export async function pauseOf(work: () => Thenable<unknown>): Promise<number> {
  let longest = 0;
  let last = worked();
  const look = () => {
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, EACH);
  try {
    await later(4 * EACH);
    longest = 0;
    await work();
    // A thread may be at it still: it is over when nothing was done here for a while.
    for (let quiet = 0; quiet < SETTLES;) {
      const before = worked();
      await later(50);
      quiet = worked() - before < 20 ? quiet + 50 : 0;
    }
    look();
    return longest;
  } finally {
    clearInterval(timer);
  }
}
