import type { ProjectMetadata } from '@ory/client';
import { OryClient } from '../ory/client.ts';
import { LazyTransport } from '../ory/http/choose-transport.ts';
import type { TransportSettings } from '../ory/http/transport.ts';
import { listIdentities } from '../ory/operations/identities.ts';
import { listProjects } from '../ory/operations/projects.ts';

const TRIAL_TIMEOUT_MS = 10_000;

export interface Trial {
  /** Base URL of the server that the key is for. */
  readonly baseUrl: string;
  readonly key: string;
  readonly settings?: TransportSettings;
  readonly signal?: AbortSignal;
}

/**
 * Tries a project's key by a real request: one identity (`GET /admin/identities`).
 * @throws {OryError} `refused` with 401 where the key is not taken
 */
export const tryProjectKey = (trial: Trial): Promise<void> =>
  withClient(trial, async (client) => {
    await client.call(listIdentities, { page_size: 1 }, options(trial));
  });

/**
 * Tries a workspace's key by a real request, and hands back what it opens (`GET /projects`).
 * @throws {OryError} `refused` with 401 where the key is not taken
 */
export const tryWorkspaceKey = (trial: Trial): Promise<readonly ProjectMetadata[]> =>
  withClient(trial, async (client) => (await client.call(listProjects, {}, options(trial))).data);

const options = ({ signal }: Trial) => (signal ? { signal } : {});

/** A client that shows the key on trial, sends each request once, and is gone afterwards. */
async function withClient<T>(
  { baseUrl, key, settings }: Trial,
  use: (client: OryClient) => Promise<T>,
): Promise<T> {
  const transport = new LazyTransport(baseUrl, settings);
  const client = new OryClient({
    endpoints: () => Promise.resolve({ baseUrl, transport, authorization: `Bearer ${key}` }),
    retry: { attempts: 1, baseMs: 0, maximumMs: 0 },
    timeoutMs: TRIAL_TIMEOUT_MS,
  });
  try {
    return await use(client);
  } finally {
    await transport.close();
  }
}
