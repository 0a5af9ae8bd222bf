import type { SandboxAnswer } from '../../http/service.ts';
import type { HydraError } from './errors.ts';
import { stringify } from './json.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;

const JSON_TYPE = 'application/json; charset=utf-8';
/** The token endpoints write their type this way. */
const OAUTH_TYPE = 'application/json;charset=UTF-8';

/** An administrative answer. */
export function ok(body: unknown, status = 200, headers: Headers = {}): SandboxAnswer {
  return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: stringify(body) };
}

export const noContent = (): SandboxAnswer => ({ status: 204 });

/** An answer of the token, introspection and revocation endpoints: nobody may store it. */
export function oauthOk(body: unknown): SandboxAnswer {
  return {
    status: 200,
    headers: { 'content-type': OAUTH_TYPE, 'cache-control': 'no-store', pragma: 'no-cache' },
    body: stringify(body),
  };
}

/** A refusal as the administrative endpoints write it. */
export function refusal(error: HydraError): SandboxAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', ...error.headers },
    body: stringify({ error: error.code, error_description: error.message }),
  };
}

/** A refusal as the token endpoints write it. */
export function oauthRefusal(error: HydraError): SandboxAnswer {
  return {
    status: error.status,
    headers: {
      'content-type': OAUTH_TYPE,
      'cache-control': 'no-store',
      pragma: 'no-cache',
      ...error.headers,
    },
    body: stringify({ error: error.code, error_description: error.message }),
  };
}

/** A redirect as Go's HTTP library writes it: with a link in the body when the request was a GET. */
export function redirect(
  status: 302 | 303 | 307,
  location: string,
  options: { page: boolean; cookies?: string[] },
): SandboxAnswer {
  const cookies = options.cookies?.length ? { 'set-cookie': options.cookies } : {};
  if (!options.page) return { status, headers: { location, ...cookies } };
  const word = { 302: 'Found', 303: 'See Other', 307: 'Temporary Redirect' }[status];
  return {
    status,
    headers: { location, 'content-type': 'text/html; charset=utf-8', ...cookies },
    body: `<a href="${escapeHtml(location)}">${word}</a>.\n\n`,
  };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
