import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const PREFIXES = { KEY_VISIBILITY_SECRET: 'talos', KEY_VISIBILITY_PUBLIC: 'pub' } as const;
const ISSUED = /^[a-zA-Z0-9]{1,16}_v1_([1-9A-HJ-NP-Za-km-z]+)_([1-9A-HJ-NP-Za-km-z]+)$/;
const UUID = /^\d+:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
/** An open-source server has one tenant. */
const TENANT = '00000000-0000-0000-0000-000000000000';

/** The secret of an issued key: `prefix_v1_identifier_checksum`. Only who has the HMAC key can make one. */
export function issueSecret(
  hmac: string,
  keyId: string,
  visibility: keyof typeof PREFIXES,
  now: Date,
): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const payload = `${PREFIXES[visibility]}_v1_${base58(Buffer.from(`${seconds}:${keyId}`))}_`;
  return payload + checksum(hmac, payload);
}

/** The id of the key that a secret was issued for; undefined where it wasn't issued here. */
export function issuedId(hmac: string, credential: string): string | undefined {
  const [, identifier = '', sum = ''] = ISSUED.exec(credential) ?? [];
  const payload = credential.slice(0, credential.length - sum.length);
  if (identifier === '' || !same(checksum(hmac, payload), sum)) return undefined;
  return UUID.exec(fromBase58(identifier))?.[1];
}

/** The id of an imported key. */
export const importedId = (raw: string): string =>
  createHash('sha512-256').update(`${TENANT}\0${raw}`).digest('hex');

export type CredentialKind = 'jwt' | 'macaroon' | 'issued' | 'imported';

/** What a credential is, by its form. */
export function kindOfCredential(credential: string): CredentialKind {
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(credential)) return 'jwt';
  if (credential.startsWith('mc_v1_')) return 'macaroon';
  const [, identifier = ''] = ISSUED.exec(credential) ?? [];
  return UUID.test(fromBase58(identifier)) ? 'issued' : 'imported';
}

const checksum = (hmac: string, payload: string): string =>
  base58(createHmac('sha256', Buffer.from(hmac, 'hex')).update(payload).digest());

export const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function base58(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString('hex') || '0'}`);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = ALPHABET.charAt(Number(rest % 58n)) + text;
  return text;
}

/** A key that somebody sends may be long; the identifier of one of ours is not. */
const LONGEST = 200;

function fromBase58(text: string): string {
  if (text === '' || text.length > LONGEST) return '';
  let number = 0n;
  for (const sign of text) number = number * 58n + BigInt(ALPHABET.indexOf(sign));
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('latin1');
}
