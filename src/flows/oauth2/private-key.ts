import * as l10n from '@vscode/l10n';
import type { JWK } from 'jose';

/** A key that a person gave can't be used; the message says why. */
export class KeyError extends Error {}

/**
 * Reads a private key that a person pasted: a JWK, a JWK set with one private key, or PKCS #8 in PEM.
 * @param kid id by which the server knows the key, where the text names none
 * @throws {KeyError} without a word of what was pasted
 */
export async function readPrivateKey(text: string, kid?: string): Promise<JWK> {
  const key = text.includes('-----BEGIN') ? await ofPem(text) : ofJson(text);
  if (typeof key.d !== 'string')
    throw new KeyError(l10n.t('This is a public key: it takes the private one to sign.'));
  return kid && !key.kid ? { ...key, kid } : key;
}

function ofJson(text: string): JWK {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new KeyError(l10n.t('This is neither a JWK nor a key in PEM.'));
  }
  const keys = (value as { keys?: unknown } | null)?.keys;
  const one = Array.isArray(keys)
    ? ((keys as JWK[]).find(({ d }) => d !== undefined) ?? (keys as JWK[])[0])
    : value;
  if (typeof one !== 'object' || one === null || !('kty' in one))
    throw new KeyError(l10n.t('This JSON is no JWK: it has no kty.'));
  return one as JWK;
}

/** A field of one line joins the lines of what is pasted into it: they are told apart again. */
const withLines = (pem: string): string =>
  pem.replace(
    /(-----BEGIN [^-]+-----)([^-]+)(-----END [^-]+-----)/g,
    (_, begin: string, base64: string, end: string) =>
      [begin, ...(base64.replace(/\s+/g, '').match(/.{1,64}/g) ?? []), end].join('\n'),
  );

async function ofPem(pem: string): Promise<JWK> {
  const { createPrivateKey } = await import('node:crypto');
  try {
    return createPrivateKey(withLines(pem)).export({ format: 'jwk' });
  } catch {
    throw new KeyError(l10n.t('This PEM holds no private key that can be read. Is it encrypted?'));
  }
}
