import type { SelfHostedConnection } from '../../connections/model.ts';
import { ask } from '../../connections/probe/ask.ts';
import { parseAddress } from '../../connections/address.ts';
import { isOryError } from '../../ory/errors.ts';
import { LazyTransport } from '../../ory/http/choose-transport.ts';

const QUICK_MS = 1000;

/** Whether a sandbox answers at a connection's address: another window's, or one that a shell started. */
export async function isAnswering({ addresses }: SelfHostedConnection): Promise<boolean> {
  const [address] = Object.values(addresses);
  if (address === undefined) return false;
  const { baseUrl } = parseAddress(address);
  const transport = new LazyTransport(baseUrl);
  try {
    const { status, json } = await ask({ transport, baseUrl, timeoutMs: QUICK_MS }, '/.sandbox/faults');
    return status === 200 && typeof json === 'object' && json !== null && 'rules' in json;
  } catch (error) {
    if (isOryError(error)) return false;
    throw error;
  } finally {
    await transport.close();
  }
}
