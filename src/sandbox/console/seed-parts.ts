import { asciiWord, COMPANIES } from '../seed/names.ts';
import { randomFor, type Random } from '../seed/random.ts';
import type { ApiKey, EventStream, Organization } from './model.ts';

const CREATED = '2024-03-11T10:00:00Z';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ORGANIZATIONS = 3;

/** Generated from streams of their own, so that what else a seed makes stays as it is. */
export function seedOrganizations(seed: number, project: number): Organization[] {
  const random = randomFor(seed, 'organizations', project);
  const first = random.int(COMPANIES.length);
  return Array.from({ length: ORGANIZATIONS }, (_, at) => {
    const label = COMPANIES[(first + at) % COMPANIES.length] ?? '';
    return {
      id: random.uuid(),
      label,
      domains: [`${asciiWord(label)}.example`, ...(at === 0 ? [`${asciiWord(label)}.test`] : [])],
      settings: at === 1 ? { session_lifespan: '12h' } : {},
      links: [],
      created_at: CREATED,
      updated_at: CREATED,
    };
  });
}

/** One that is sent to a page, and one to Amazon that is paused. */
export function seedStreams(seed: number, project: number): EventStream[] {
  const random = randomFor(seed, 'event-streams', project);
  const account = String(100_000_000_000 + random.int(900_000_000));
  const stream = (type: string, status: string, places: EventStream['places']): EventStream => ({
    id: random.uuid(),
    type,
    status,
    places,
    created_at: CREATED,
    updated_at: CREATED,
  });
  return [
    stream('https', 'active', { https_endpoint: 'https://events.example.com/ory' }),
    stream('sns', 'paused', {
      topic_arn: `arn:aws:sns:eu-central-1:${account}:ory-events`,
      role_arn: `arn:aws:iam::${account}:role/ory-events`,
    }),
  ];
}

/** Keys whose values somebody was shown once. */
export function seedKeys(
  seed: number,
  prefix: 'ory_pat_' | 'ory_wak_',
  owner: number,
  names: readonly string[],
): ApiKey[] {
  const random: Random = randomFor(seed, prefix, owner);
  return names.map((name, at) => ({
    id: random.uuid(),
    name,
    owner_id: random.uuid(),
    value: prefix + random.word(32, ALPHABET),
    expires_at: at === 0 ? null : '2099-12-31T23:59:59Z',
    created_at: CREATED,
    updated_at: CREATED,
  }));
}
