import type { HydraContext } from '../context.ts';

/** Fills an empty server with believable data. */
export function sow(_context: HydraContext, _seed: number, _clients: number): void {}
