import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import type { TalosState } from './model.ts';

export interface TalosContext {
  readonly state: TalosState;
  readonly now: () => Date;
  /** The present as keys have it; never the same twice. */
  readonly stamp: () => string;
  /** Who signs tokens. */
  readonly issuer: () => string;
}

export type TalosHandler = (
  context: TalosContext,
  request: SandboxRequest,
) => SandboxAnswer | Promise<SandboxAnswer>;
