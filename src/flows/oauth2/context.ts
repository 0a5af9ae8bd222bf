import type { Configuration } from 'openid-client';
import type { EndpointSource, OryClient } from '../../ory/client.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { BackChannel } from './back-channel.ts';
import { configure, type RunClient } from './configuration.ts';
import type { Provider } from './provider/provider.ts';
import type { Trace } from './trace.ts';

/** What one run works with. */
export interface RunContext {
  readonly provider: Provider;
  readonly config: Configuration;
  readonly client: RunClient;
  readonly api: OryClient;
  readonly endpoints: EndpointSource;
  readonly trace: Trace;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  /** Hears of each request of the catalogue that the library sent and that was answered. */
  readonly onSent?: (operation: Operation, status: number) => void;
}

/** Brings together what a run of one client needs; nothing is sent yet. */
export async function runContext(parts: Omit<RunContext, 'config'>): Promise<RunContext> {
  const { credential } = parts.client;
  if ('secret' in credential) parts.redactor.learn(credential.secret);
  return { ...parts, config: await configure(parts.provider, parts.client, new BackChannel(parts)) };
}
