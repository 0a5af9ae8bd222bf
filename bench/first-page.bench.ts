// What expanding Identities costs on 1,000,000 identities, next to 1,000: one request of the same size, whatever the
// length of the list.
import { OryClient } from '../src/ory/client.ts';
import { UndiciTransport } from '../src/ory/http/undici-transport.ts';
import { listIdentities } from '../src/ory/operations/identities.ts';
import { PageWalk } from '../src/ory/paging.ts';
import { startSandbox } from '../tools/lib/sandbox.mjs';
import { medians, printRatios } from './support/ratios.ts';

const ROUNDS = 15;
const SIZE = 250;

async function contender(name: string, identities: number) {
  const sandbox = await startSandbox(['--identities', String(identities), '--clients', '0']);
  const baseUrl = sandbox.addresses['kratos-admin'];
  if (!baseUrl) throw new Error('the sandbox has no Kratos');
  const transport = new UndiciTransport();
  let requests = 0;
  const client = new OryClient({
    endpoints: () => Promise.resolve({ baseUrl, transport }),
    onExchange: () => (requests += 1),
  });
  const run = async () => {
    requests = 0;
    const page = await new PageWalk(client, listIdentities, {}, SIZE).next();
    if (page?.items.length !== SIZE || requests !== 1) throw new Error(`${name}: ${requests} requests`);
  };
  return { name, run, stop: () => Promise.all([transport.close(), sandbox.stop()]) };
}

const [few, many] = [await contender('of 1,000', 1_000), await contender('of 1,000,000', 1_000_000)];
const times = await medians([few, many], ROUNDS);
console.log(`first page of ${SIZE} identities, one request, median of ${ROUNDS}:`);
printRatios(times, few.name);
await Promise.all([few.stop(), many.stop()]);
