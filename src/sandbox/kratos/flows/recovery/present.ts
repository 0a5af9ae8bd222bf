import type { JsonObject } from '../../../json/values.ts';
import type { Extras, Flow } from '../model.ts';
import { presentFlow } from '../present.ts';

/** A recovery flow as the API shows it. */
export function presentRecovery(flow: Flow, extras: Extras = {}): JsonObject {
  const { continue_with: next = [] } = extras;
  return { ...presentFlow(flow, extras), ...(next.length === 0 ? {} : { continue_with: next }) };
}
