import { randomFor } from '../../seed/random.ts';
import type { CourierMessage } from '../courier/store.ts';
import type { Identity } from '../identities/model.ts';
import type { Session } from '../sessions/model.ts';
import type { GeneratedIdentities } from './generated-identities.ts';

/** Sessions and messages are made for so many identities at most, whatever their number. */
const PEOPLE = 150;
const DAY_MS = 86_400_000;

const AGENTS = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1',
];
const PLACES = ['Berlin, DE', 'Lisbon, PT', 'Nairobi, KE', 'Osaka, JP', 'Portland, US', 'São Paulo, BR', ''];

/** Sessions of the first identities, begun within the last days: who, how many and from where is the same every run. */
export function seedSessions(
  seed: number,
  identities: GeneratedIdentities,
  now: Date,
  lifespanMs: number,
): readonly Session[] {
  return people(identities).flatMap((identity, index) => {
    const random = randomFor(seed, 'sessions', index);
    return Array.from({ length: random.pick([0, 0, 1, 1, 2, 3]) }, (): Session => {
      const issued = new Date(
        now.getTime() - random.int(Math.min(lifespanMs, 5 * DAY_MS)) - random.int(DAY_MS),
      );
      const issued_at = issued.toISOString().replace('Z', '000Z');
      const second = identity.credentials.totp !== undefined;
      const method = (name: string, aal: string) => ({ method: name, aal, completed_at: issued_at });
      return {
        id: random.uuid(),
        token: `ory_st_${random.word(32)}`,
        identity_id: identity.id,
        active: identity.state === 'active' && !random.chance(0.1),
        expires_at: new Date(issued.getTime() + lifespanMs).toISOString(),
        authenticated_at: issued_at,
        authenticator_assurance_level: second ? 'aal2' : 'aal1',
        authentication_methods: [method('password', 'aal1'), ...(second ? [method('totp', 'aal2')] : [])],
        issued_at,
        devices: [
          {
            id: random.uuid(),
            // Addresses that are reserved for documentation.
            ip_address: `203.0.113.${1 + random.int(254)}`,
            user_agent: random.pick(AGENTS),
            location: random.pick(PLACES),
          },
        ],
        created_at: issued_at,
      };
    });
  });
}

/** Messages to some of them: codes to prove or recover an address. */
export function seedMessages(
  seed: number,
  identities: GeneratedIdentities,
  now: Date,
): readonly CourierMessage[] {
  return people(identities).flatMap((identity, index) => {
    const random = randomFor(seed, 'messages', index);
    const address = identity.verifiable_addresses[0];
    if (!address || !random.chance(0.3)) return [];
    const code = random.word(6, '0123456789');
    const recovery = random.chance(0.4);
    const created_at = new Date(now.getTime() - random.int(20 * DAY_MS)).toISOString().replace('Z', '000Z');
    const status = random.pick(['sent', 'sent', 'sent', 'sent', 'queued', 'abandoned']);
    const what = recovery ? 'recover access to your account' : 'verify your account';
    return [
      {
        id: random.uuid(),
        status,
        type: address.via === 'sms' ? 'phone' : 'email',
        recipient: address.value,
        body: `Hello,\n\nyour code to ${what} is ${code}. It is valid for one hour.\n`,
        subject: `Your code to ${what}`,
        template_type: recovery ? 'recovery_code_valid' : 'verification_code_valid',
        channel: address.via,
        send_count: status === 'queued' ? 0 : status === 'sent' ? 1 : 5,
        created_at,
        updated_at: created_at,
      },
    ];
  });
}

function people(identities: GeneratedIdentities): readonly Identity[] {
  return Array.from({ length: Math.min(PEOPLE, identities.count) }, (_, index) => identities.at(index));
}
