// 100,000 identities, page by page of 500: bare undici, bare fetch, @ory/client, and ours on both, in one run.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Configuration, IdentityApi } from '@ory/client';
import { request } from 'undici';
import { OryClient } from '../src/ory/client.ts';
import { FetchTransport } from '../src/ory/http/fetch-transport.ts';
import type { Transport } from '../src/ory/http/transport.ts';
import { UndiciTransport } from '../src/ory/http/undici-transport.ts';
import { listIdentities } from '../src/ory/operations/identities.ts';
import { pages } from '../src/ory/paging.ts';
import { medians, printRatios } from './support/ratios.ts';

const TOTAL = 100_000;
const SIZE = 500;
const ROUNDS = 7;

const tokenIn = (link: string | undefined): string | undefined =>
  /page_token=([^&>]+)[^>]*>; rel="next"/.exec(link ?? '')?.[1];

const server = fork(join('bench', 'support', 'list-server.mjs'), [String(TOTAL)]);
const [port] = (await once(server, 'message')) as [number];
const base = `http://127.0.0.1:${port}`;

/** Asks page after page until there is no token, and checks that nothing was missed. */
async function walk(
  ask: (query: string) => Promise<{ items: number; link: string | undefined }>,
): Promise<void> {
  let seen = 0;
  let token: string | undefined;
  do {
    const { items, link } = await ask(`page_size=${SIZE}${token ? `&page_token=${token}` : ''}`);
    seen += items;
    token = tokenIn(link);
  } while (token);
  if (seen !== TOTAL) throw new Error(`${seen} identities were listed`);
}

const bareUndici = () =>
  walk(async (query) => {
    const { headers, body } = await request(`${base}/admin/identities?${query}`);
    return { items: ((await body.json()) as unknown[]).length, link: headers.link as string | undefined };
  });

const bareFetch = () =>
  walk(async (query) => {
    const response = await fetch(`${base}/admin/identities?${query}`);
    return {
      items: ((await response.json()) as unknown[]).length,
      link: response.headers.get('link') ?? undefined,
    };
  });

const peer = new IdentityApi(new Configuration({ basePath: base }));
const oryClient = () =>
  walk(async (query) => {
    const pageToken = new URLSearchParams(query).get('page_token') ?? undefined;
    const { data, headers } = await peer.listIdentities({
      pageSize: SIZE,
      ...(pageToken ? { pageToken } : {}),
    });
    return { items: data.length, link: headers.link as string | undefined };
  });

function ours(transport: Transport) {
  const client = new OryClient({ endpoints: () => Promise.resolve({ baseUrl: base, transport }) });
  return async () => {
    let seen = 0;
    for await (const page of pages(client, listIdentities, {}, SIZE)) seen += page.items.length;
    if (seen !== TOTAL) throw new Error(`${seen} identities were listed`);
  };
}

const undici = new UndiciTransport();
const times = await medians(
  [
    { name: 'bare undici', run: bareUndici },
    { name: 'ours on undici', run: ours(undici) },
    { name: 'bare fetch', run: bareFetch },
    { name: 'ours on fetch', run: ours(new FetchTransport()) },
    { name: '@ory/client', run: oryClient },
  ],
  ROUNDS,
);
console.log(`${TOTAL.toLocaleString('en')} identities, ${SIZE} a page, median of ${ROUNDS}:`);
printRatios(times, 'bare undici');
const ratio = (a: string, b: string) => ((times.get(a) ?? 0) / (times.get(b) ?? 1)).toFixed(3);
console.log(
  `  ours on undici is ${ratio('ours on undici', 'bare undici')} × bare undici (at most 1.05 is wanted)`,
);
console.log(
  `  ours on fetch is ${ratio('ours on fetch', 'bare fetch')} × bare fetch (at most 1.05 is wanted)`,
);
await undici.close();
server.disconnect();
process.exit(0);
