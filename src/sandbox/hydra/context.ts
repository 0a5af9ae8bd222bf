import type { HydraConfig } from './config.ts';
import type { Seal } from './http/seal.ts';
import type { HydraState } from './state.ts';
import type { Stamps } from './time.ts';

/** What every route of the two services works with. */
export interface HydraContext {
  readonly config: HydraConfig;
  readonly state: HydraState;
  readonly stamps: Stamps;
  readonly seal: Seal;
}
