import { randomBytes } from 'node:crypto';
import { randomFor, type Random } from '../seed/random.ts';
import type { StoredKey, TalosState } from './model.ts';

const CREATED = Date.parse('2024-03-04T08:00:00Z');
const DAY_MS = 86_400_000;
const ISSUED = 12;
const IMPORTED = 4;
const NAMES = ['Billing', 'Search', 'Mobile app', 'Data export', 'Nightly job', 'Partner API', 'Support bot'];
const SCOPES = [['read'], ['read', 'write'], ['orders:read'], ['orders:read', 'orders:write'], []];

/** Believable keys; their secrets were shown to somebody once, and nobody has them. */
export function seedTalos(seed: number): TalosState {
  return {
    issued: Array.from({ length: ISSUED }, (_, at) => {
      const random = randomFor(seed, 'issued-key', at);
      return key(random, random.uuid(), at);
    }),
    imported: Array.from({ length: IMPORTED }, (_, at) => {
      const random = randomFor(seed, 'imported-key', at);
      return { ...key(random, random.hex(64), at), metadata: { source: 'legacy gateway' } };
    }),
    hmac: newHmac(),
  };
}

export const newHmac = (): string => randomBytes(32).toString('hex');

function key(random: Random, key_id: string, at: number): StoredKey {
  const created = CREATED + random.int(400) * DAY_MS;
  const create_time = new Date(created).toISOString();
  const name = `${random.pick(NAMES)} ${at + 1}`;
  const actor_id = `user_${100 + random.int(5)}`;
  const isLimited = random.chance(0.3);
  return {
    key_id,
    name,
    actor_id,
    scopes: random.pick(SCOPES),
    metadata: { environment: random.pick(['production', 'staging']) },
    visibility: 'KEY_VISIBILITY_SECRET',
    create_time,
    update_time: create_time,
    ...(isLimited ? { rate_limit_policy: { quota: '1000', window: '60s', unit: 'requests' } } : {}),
    // One of them has expired, and one was revoked.
    ...(at === 1 ? { expire_time: new Date(created + 90 * DAY_MS).toISOString() } : {}),
    ...(at === 2
      ? { revoked: { reason: 'REVOCATION_REASON_AFFILIATION_CHANGED', description: '' } as const }
      : {}),
  };
}
