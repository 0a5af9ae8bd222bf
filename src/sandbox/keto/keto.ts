import { error } from '../http/answers.ts';
import type { Service, ServiceName } from '../http/service.ts';

const KETO: readonly ServiceName[] = ['keto-read', 'keto-write', 'keto-opl'];

/** Keto's three ports, which only say that there is no Keto here. */
export function createKeto(): readonly Service[] {
  const answer = error({ code: 501, reason: 'This sandbox does not emulate Keto.' });
  return KETO.map((name) => ({ name, handle: () => answer }));
}
