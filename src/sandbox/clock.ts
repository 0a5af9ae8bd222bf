import type { Clock } from './http/service.ts';

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };
