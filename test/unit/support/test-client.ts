import { OryClient, type ClientOptions } from '../../../src/ory/client.ts';
import { FetchTransport } from '../../../src/ory/http/fetch-transport.ts';
import type { Transport } from '../../../src/ory/http/transport.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';

/** Both ways to a server: whatever is promised of the client holds for each. */
export const TRANSPORTS: readonly (readonly [string, () => Transport])[] = [
  ['undici', () => new UndiciTransport()],
  ['fetch', () => new FetchTransport()],
];

/** A client whose services all live at one base URL; retries come at once. */
export function testClient(
  baseUrl: string,
  transport: Transport = new UndiciTransport(),
  options: Partial<ClientOptions> & { authorization?: string } = {},
): OryClient {
  const { authorization, ...rest } = options;
  return new OryClient({
    endpoints: () => Promise.resolve({ baseUrl, transport, ...(authorization ? { authorization } : {}) }),
    retry: { attempts: 3, baseMs: 1, maximumMs: 5 },
    ...rest,
  });
}
