import type { Kept } from './kept.ts';
import type { Plan } from './plan.ts';
import type { Version } from './version.ts';

/** What a save did. */
export interface Saved {
  readonly plan: Plan;
  /** What the server has now. */
  readonly after: Version;
  readonly kept: Kept;
  /** What the server warned of. */
  readonly warnings: readonly string[];
}
