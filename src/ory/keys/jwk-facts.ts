import * as l10n from '@vscode/l10n';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { type JsonNode, printJson } from '../json/tree.ts';
import { PRIVATE_KEY_MEMBERS } from '../operations/keys.ts';

/** What there is to know of a key beyond what it says itself. Nothing in it is secret. */
export interface JwkFacts {
  readonly kid: string;
  /** "RSA 2048 bits", "EC P-256", "Ed25519", "symmetric". */
  readonly sort: string;
  /** RFC 7638 with SHA-256; undefined where members that it needs are missing. */
  readonly thumbprint: string | undefined;
  /** The public key as SPKI; undefined where there is none. */
  readonly pem: string | undefined;
  /** Of `x5c`, the key's own first. */
  readonly certificates: readonly CertificateFacts[];
}

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: Date;
  /** SHA-256, in pairs of digits. */
  readonly fingerprint: string;
}

/** @param key a JWK, masked or not: only its public members are looked at */
export async function jwkFacts(key: JsonNode): Promise<JwkFacts> {
  const jwk = (key.kind === 'object' ? JSON.parse(printJson(key)) : {}) as JWK;
  for (const member of PRIVATE_KEY_MEMBERS) Reflect.deleteProperty(jwk, member);
  return {
    kid: typeof jwk.kid === 'string' ? jwk.kid : '',
    sort: sortOf(jwk),
    thumbprint: await thumbprintOf(jwk),
    pem: pemOf(jwk),
    certificates: certificatesOf(jwk.x5c),
  };
}

function sortOf(jwk: JWK): string {
  const { n } = jwk;
  const [kty, crv] = [jwk.kty, jwk.crv].map((value: unknown) =>
    typeof value === 'string' ? value : undefined,
  );
  switch (kty) {
    case 'RSA':
      return typeof n === 'string' ? l10n.t('RSA {0} bits', bitsOf(n)) : 'RSA';
    case 'EC':
      return `EC ${crv ?? ''}`.trim();
    case 'OKP':
      return crv ?? 'OKP';
    case 'oct':
      return 'symmetric';
    default:
      return kty ?? 'unknown';
  }
}

function bitsOf(modulus: string): number {
  const bytes = Buffer.from(modulus, 'base64url');
  const first = bytes.findIndex((byte) => byte !== 0);
  if (first < 0) return 0;
  return (bytes.length - first - 1) * 8 + (bytes[first] ?? 0).toString(2).length;
}

/** A symmetric key's thumbprint would tell of the secret. */
async function thumbprintOf(jwk: JWK): Promise<string | undefined> {
  if (jwk.kty === 'oct') return undefined;
  try {
    return await calculateJwkThumbprint(jwk, 'sha256');
  } catch {
    return undefined;
  }
}

function pemOf(jwk: JWK): string | undefined {
  if (jwk.kty === 'oct') return undefined;
  try {
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    return key.export({ type: 'spki', format: 'pem' }).toString();
  } catch {
    return undefined;
  }
}

function certificatesOf(chain: unknown): CertificateFacts[] {
  if (!Array.isArray(chain)) return [];
  return chain.flatMap((entry: unknown) => {
    if (typeof entry !== 'string') return [];
    try {
      const { subject, issuer, validTo, fingerprint256 } = new X509Certificate(Buffer.from(entry, 'base64'));
      return [{ subject, issuer, validTo: new Date(validTo), fingerprint: fingerprint256 }];
    } catch {
      return [];
    }
  });
}
