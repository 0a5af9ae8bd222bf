// Types of sandbox.mjs, for the tests in TypeScript.
import type { ChildProcess } from 'node:child_process';

/** Base URLs by service: kratos-public, kratos-admin, hydra-public, hydra-admin, console. */
export type SandboxAddresses = Record<string, string>;

export interface Sandbox {
  addresses: SandboxAddresses;
  child: ChildProcess;
  stop(): Promise<void>;
}

export function startSandbox(options?: string[]): Promise<Sandbox>;
export function sandboxConnection(
  addresses: SandboxAddresses,
): Record<string, unknown> & { id: string; name: string };
