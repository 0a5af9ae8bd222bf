import * as l10n from '@vscode/l10n';
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
      kid: key.kid ?? l10n.t('(no kid)'),
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
  if (keysProblem)
    return [{ severity: 'error', what: l10n.t('Its keys could not be read.'), why: keysProblem }];
  if (keys.length === 0)
    return [
      {
        severity: 'error',
        what: l10n.t('It publishes no keys.'),
        why: l10n.t('No token can be checked. Hydra makes them with the first token that it signs.'),
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
      what: l10n.t('A key has no kid.'),
      why: l10n.t('Clients have to guess which key signed a token.'),
    });
  else if (seen.has(key.kid))
    found.push({
      severity: 'warning',
      what: l10n.t('Two keys have the kid {0}.', key.kid),
      why: l10n.t('Clients may take the wrong one.'),
    });
  if (key.kid) seen.add(key.kid);
  if (['d', 'k', 'p', 'q'].some((member) => member in key))
    found.push({
      severity: 'error',
      what: l10n.t('{0} is published with its private part.', name),
      why: l10n.t('Anybody can sign tokens: rotate it now.'),
    });
  const bits = rsaBits(key);
  if (bits !== undefined && bits < RSA_MINIMUM)
    found.push({
      severity: 'error',
      what: l10n.t('{0} is weak: RSA with {1} bits.', name, bits),
      why: l10n.t('Careful clients refuse less than {0}: rotate it.', RSA_MINIMUM),
    });
  if (key.alg?.startsWith('HS') || key.alg === 'none')
    found.push({
      severity: 'error',
      what: l10n.t('{0} is for {1}.', name, key.alg),
      why: l10n.t('A public key can’t be used with it.'),
    });
  const expires = expiryOf(key);
  if (expires && expires <= now)
    found.push({
      severity: 'warning',
      what: l10n.t('{0} expired {1}.', name, whenWords(expires, now)),
      why: l10n.t('Rotate it.'),
    });
  return found;
}
