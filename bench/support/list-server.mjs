// Serves a list of identities in pages, as Kratos does, from memory: the benchmark measures clients, not this server.
// A process of its own, so that it takes no time from the client's.
import { createServer } from 'node:http';
import process from 'node:process';

const total = Number(process.argv[2]);
const uuid = (at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const time = '2026-01-01T00:00:00.000000Z';

const identity = (at) => ({
  id: uuid(at),
  schema_id: 'default',
  schema_url: 'http://127.0.0.1:4433/schemas/ZGVmYXVsdA',
  state: 'active',
  state_changed_at: time,
  traits: { email: `person-${at}@example.com`, name: { first: 'Ada', last: 'Lovelace' } },
  verifiable_addresses: [
    {
      id: uuid(at),
      value: `person-${at}@example.com`,
      verified: true,
      via: 'email',
      status: 'completed',
      created_at: time,
      updated_at: time,
    },
  ],
  recovery_addresses: [
    { id: uuid(at), value: `person-${at}@example.com`, via: 'email', created_at: time, updated_at: time },
  ],
  metadata_public: null,
  created_at: time,
  updated_at: time,
  organization_id: null,
});

const pages = new Map();
const page = (from, size) => {
  const key = `${from}/${size}`;
  if (!pages.has(key)) {
    const count = Math.min(size, total - from);
    pages.set(
      key,
      Buffer.from(JSON.stringify(Array.from({ length: count }, (_, at) => identity(from + at)))),
    );
  }
  return pages.get(key);
};

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url, 'http://x');
  const size = Math.min(Number(searchParams.get('page_size') ?? 250), 500);
  const from = Number(searchParams.get('page_token') ?? 0);
  const next = from + size;
  const link = [`</admin/identities?page_size=${size}&page_token=0>; rel="first"`];
  if (next < total) link.push(`</admin/identities?page_size=${size}&page_token=${next}>; rel="next"`);
  const body = page(from, size);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    link: link.join(','),
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.on('disconnect', () => process.exit(0));
