import type { Service } from '../ory/operations/operation.ts';
import { OryError } from '../ory/errors.ts';
import { probe, type Probed } from './probe/probe.ts';

/** Where self-hosted servers listen unless told otherwise. */
export const DEFAULT_PORTS = [4433, 4434, 4444, 4445, 4466, 4467, 4420] as const;

export interface Detected {
  readonly address: string;
  readonly service: Service;
  readonly version?: string;
}

const DETECT_TIMEOUT_MS = 1500;

/** Looks at the usual ports of this machine's loopback, all at once; what does not answer as Ory does is left out. */
export async function detectServers(
  signal?: AbortSignal,
  ports: readonly number[] = DEFAULT_PORTS,
): Promise<Detected[]> {
  const found = await Promise.all(ports.map((port) => look(`http://127.0.0.1:${port}`, signal)));
  return found.flat();
}

async function look(address: string, signal: AbortSignal | undefined): Promise<Detected[]> {
  let probed: Probed;
  try {
    probed = await probe(address, {
      quick: true,
      timeoutMs: DETECT_TIMEOUT_MS,
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof OryError) return [];
    throw error;
  }
  const { services, version } = probed;
  return services.map((service) => ({ address, service, ...(version ? { version } : {}) }));
}
