// Identities that differ in a few places, each large enough for the thread.
import { type JsonNode, toJson } from '../../../../src/ory/json/tree.ts';
import { LARGE } from '../../../../src/ory/json/unread.ts';
import { random } from '../../support/random.ts';
import { put } from '../../support/places.ts';

const FILLING = 'so long. '.repeat(Math.ceil(LARGE / 9));

const values: readonly unknown[] = [
  'a text',
  'schräg “quoted”\n\\',
  '',
  0,
  -1.5e300,
  true,
  null,
  [],
  {},
  [1, 'two', { three: 3 }],
  { a: { b: ['c'] } },
];
const places = [
  '/state',
  '/traits/email',
  '/traits/name',
  '/metadata_public/note',
  '/metadata_public/tags',
  '/metadata_admin/0',
  '/metadata_admin/new',
  '/verifiable_addresses',
  '/credentials/password/identifiers',
  '/created_at',
  '/unknown',
];

/** An identity as a server sends it. */
export const identity = (seed: number): JsonNode =>
  toJson({
    id: `id-${seed}`,
    schema_id: 'default',
    state: 'active',
    traits: { email: `ada${seed}@example.com`, name: { first: 'Ada' } },
    credentials: { password: { identifiers: ['ada'], config: { hashed_password: `$2a$10$secret${seed}` } } },
    verifiable_addresses: [{ id: 'v1', value: 'ada@example.com', verified: false }],
    metadata_public: { note: 'one', tags: ['x'], session_id: '7b4ac4b2-7f2a-4f5e-9d3c-3f1d2f0d8a11' },
    metadata_admin: { 0: 'nought', filling: FILLING, big: [1, 2, 3] },
    created_at: '2024-05-06T07:08:09Z',
    updated_at: '2024-05-06T07:08:09Z',
  });

/** The same with a few places changed. */
export function changed(tree: JsonNode, seed: number): JsonNode {
  const chance = random(seed);
  let now = tree;
  for (let left = 1 + chance.below(3); left > 0; left--)
    now = put(now, chance.of(places), toJson(chance.of(values)));
  return now;
}
