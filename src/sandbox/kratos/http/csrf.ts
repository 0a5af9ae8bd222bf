import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { unescapePath } from '../../http/wire-path.ts';

/** Paths of the public port that are not guarded against forged requests. One segment for each `*`. */
const EXEMPT: readonly RegExp[] = [
  '/health/alive',
  '/health/ready',
  '/version',
  '/metrics/prometheus',
  '/schemas/*',
  '/admin/schemas/*',
  '/identities',
  '/admin/identities',
  '/identities/*',
  '/admin/identities/*',
  '/identities/*/credentials/*',
  '/admin/identities/*/credentials/*',
  '/identities/*/sessions',
  '/recovery/link',
  '/recovery/code',
  '/courier/messages',
  '/admin/courier/messages',
  '/sessions',
  '/sessions/*',
  '/sessions/*/extend',
  '/self-service/login',
  '/self-service/login/test',
  '/self-service/login/api',
  '/self-service/registration',
  '/self-service/settings',
  '/self-service/recovery',
  '/self-service/verification',
  '/self-service/registration/api',
  '/self-service/settings/api',
  '/self-service/recovery/api',
  '/self-service/verification/api',
  '/self-service/logout/api',
  '/self-service/fed-cm/token',
  '/self-service/methods/oidc/callback/*',
].map((path) => new RegExp(`^${path.replaceAll('*', '[^/]*')}$`));

/** True when a raw path needs no token. */
export const isExempt = (path: string): boolean => EXEMPT.some((pattern) => pattern.test(unescapePath(path)));

/** The name of the cookie; every address of Kratos has its own. */
export const csrfCookieName = (publicUrl: string): string =>
  `csrf_token_${createHash('sha256').update(`${publicUrl}/`).digest('hex')}`;

const LENGTH = 32;
export const CSRF_COOKIE_SECONDS = 31_536_000;

export const newCsrfSecret = (): string => randomBytes(LENGTH).toString('base64');

/** The secret that a cookie holds, or undefined when it is none. */
export function readCsrfSecret(cookie: string | undefined): string | undefined {
  if (cookie === undefined) return undefined;
  return Buffer.from(cookie, 'base64').length === LENGTH ? cookie : undefined;
}

/** A token of the secret for a form: it looks different each time, so that compression gives nothing away. */
export function maskCsrf(secret: string): string {
  const mask = randomBytes(LENGTH);
  return Buffer.concat([mask, xor(mask, Buffer.from(secret, 'base64'))]).toString('base64');
}

/** True when the token was made of this secret. */
export function csrfFits(secret: string | undefined, token: string): boolean {
  const bytes = Buffer.from(token, 'base64');
  if (secret === undefined || bytes.length !== 2 * LENGTH) return false;
  const sent = xor(bytes.subarray(0, LENGTH), bytes.subarray(LENGTH));
  return timingSafeEqual(sent, Buffer.from(secret, 'base64'));
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)));
}
