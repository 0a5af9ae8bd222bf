import type { Compare } from './compare.ts';
import type { Patches } from './patches.ts';

/** What the commands get that apply differences. */
export interface Apply extends Compare {
  readonly patches: Patches;
}
