import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';

/** A client secret: 26 characters that need no escaping in a form. */
export function newSecret(): string {
  let out = '';
  while (out.length < 26) {
    // Bytes above the last full run of the alphabet would make its first characters more likely.
    for (const byte of randomBytes(32))
      if (out.length < 26 && byte < SECRET_SIGNS.length * 3)
        out += SECRET_SIGNS.charAt(byte % SECRET_SIGNS.length);
  }
  return out;
}

/** A token such as `ory_at_….…`. @param kind the letters between the underscores: at, rt, ac, dc */
export function newToken(kind: string): string {
  return `ory_${kind}_${randomBytes(32).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
}

/**
 * A salted digest, so that neither memory nor a snapshot holds the secret itself. It is fast on purpose: the
 * sandbox guards nothing, and a slow hash would only slow down its users' tests.
 */
export function digestSecret(secret: string, salt = randomBytes(9).toString('base64url')): string {
  return `${salt}$${createHmac('sha256', salt).update(secret).digest('base64url')}`;
}

export function matchesSecret(secret: string, digest: string): boolean {
  const [salt = ''] = digest.split('$');
  const given = Buffer.from(digestSecret(secret, salt));
  const kept = Buffer.from(digest);
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** The key under which a token is kept. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
