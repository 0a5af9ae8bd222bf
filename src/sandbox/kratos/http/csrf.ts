import { createHash, randomBytes } from 'node:crypto';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { KratosError } from './errors.ts';

/** Paths of the public port that are not guarded against forged requests. One segment for each `*`. */
const EXEMPT: readonly RegExp[] = [
  '/health/*',
  '/version',
  '/schemas/*',
  '/identities',
  '/identities/*',
  '/identities/*/credentials/*',
  '/courier/messages',
  '/courier/messages/*',
  '/sessions',
  '/sessions/*',
  '/self-service/login',
  '/self-service/*/api',
].map((path) => new RegExp(`^${path.replaceAll('*', '[^/]+')}$`));
const ONLY_WITHOUT_PREFIX = /^\/(sessions|self-service)/;

/** True when the path needs no token, with the prefix /admin or without it. */
export function isExempt(path: string): boolean {
  const plain = path.replace(/^\/admin(?=\/)/, '');
  if (plain !== path && ONLY_WITHOUT_PREFIX.test(plain)) return false;
  return EXEMPT.some((pattern) => pattern.test(plain));
}

/** What a changing request without a valid token is told. */
export function csrfViolation(request: SandboxRequest): KratosError {
  // Clients tell the cases apart by these two texts, so they are spelled as the server spells them.
  const none = request.headers.cookie === undefined;
  return new KratosError({
    code: 403,
    id: 'security_csrf_violation',
    reason: 'The request carries no valid CSRF token; start again, with cookies.',
    details: {
      docs: 'https://www.ory.com/docs/troubleshooting/csrf',
      hint: 'On the public port a request that changes something needs the cookie and the token of a flow.',
      reject_reason: none
        ? 'The HTTP Cookie Header is empty or not set.'
        : 'The HTTP Cookie Header was set but did not include the anti-CSRF cookie.',
    },
    message: 'the request was rejected to protect you from Cross-Site-Request-Forgery',
  });
}

/** Adds the CSRF cookie to an answer, unless the browser has it already. */
export function withCsrfCookie(
  answer: SandboxAnswer,
  request: SandboxRequest,
  publicUrl: string,
): SandboxAnswer {
  const name = `csrf_token_${createHash('sha256').update(publicUrl).digest('hex')}`;
  if (request.headers.cookie?.includes(`${name}=`)) return answer;
  const cookie = `${name}=${randomBytes(32).toString('base64')}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': [cookie] } };
}
