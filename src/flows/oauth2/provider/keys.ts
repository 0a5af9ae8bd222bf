import type { JWK } from 'jose';
import { dateOf, whenWords } from '../tokens/claim-words.ts';
import type { Oddity } from './oddity.ts';
import type { Provider } from './provider.ts';

/** A public key as people tell it apart. */
export interface KeyRow {
  readonly kid: string;
  /** "RS256 · sig · 4096 bits". */
  readonly description: string;
  readonly expires: string;
}

/** RSA keys below this are refused by careful clients. */
const RSA_MINIMUM = 2048;

export const keyRows = (keys: readonly JWK[], now: Date): KeyRow[] =>
  keys.map((key) => {
    const expires = expiryOf(key);
    return {
      kid: key.kid ?? '(no kid)',
      description: [key.alg ?? key.kty ?? '', key.use ?? '', sizeWords(key)].filter(Boolean).join(' · '),
      expires: expires ? whenWords(expires, now) : '',
    };
  });

/** Bits of an RSA key's modulus. */
export function rsaBits({ kty, n }: JWK): number | undefined {
  if (kty !== 'RSA' || typeof n !== 'string') return undefined;
  const bytes = Buffer.from(n, 'base64url');
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

const sizeWords = (key: JWK): string => {
  const bits = rsaBits(key);
  return bits === undefined ? (key.crv ?? '') : `${bits} bits`;
};

/** JWKs have no expiry of their own; some servers write `exp`, and a certificate has one. */
const expiryOf = ({ exp }: JWK & { readonly exp?: unknown }): Date | undefined => dateOf(exp);

export function keyOddities({ keys, keysProblem }: Provider, now: Date): Oddity[] {
  if (keysProblem) return [{ severity: 'error', what: 'Its keys could not be read.', why: keysProblem }];
  if (keys.length === 0)
    return [
      {
        severity: 'error',
        what: 'It publishes no keys.',
        why: 'No token can be checked. Hydra makes them with the first token that it signs.',
      },
    ];
  const seen = new Set<string>();
  return keys.flatMap((key) => oddKey(key, now, seen));
}

function oddKey(key: JWK, now: Date, seen: Set<string>): Oddity[] {
  const name = key.kid ? `Key ${key.kid}` : 'A key';
  const found: Oddity[] = [];
  if (!key.kid)
    found.push({
      severity: 'warning',
      what: 'A key has no kid.',
      why: 'Clients have to guess which key signed a token.',
    });
  else if (seen.has(key.kid))
    found.push({
      severity: 'warning',
      what: `Two keys have the kid ${key.kid}.`,
      why: 'Clients may take the wrong one.',
    });
  if (key.kid) seen.add(key.kid);
  if (['d', 'k', 'p', 'q'].some((member) => member in key))
    found.push({
      severity: 'error',
      what: `${name} is published with its private part.`,
      why: 'Anybody can sign tokens: rotate it now.',
    });
  const bits = rsaBits(key);
  if (bits !== undefined && bits < RSA_MINIMUM)
    found.push({
      severity: 'error',
      what: `${name} is weak: RSA with ${bits} bits.`,
      why: `Careful clients refuse less than ${RSA_MINIMUM}: rotate it.`,
    });
  if (key.alg?.startsWith('HS') || key.alg === 'none')
    found.push({
      severity: 'error',
      what: `${name} is for ${key.alg}.`,
      why: 'A public key can’t be used with it.',
    });
  const expires = expiryOf(key);
  if (expires && expires <= now)
    found.push({
      severity: 'warning',
      what: `${name} expired ${whenWords(expires, now)}.`,
      why: 'Rotate it.',
    });
  return found;
}
