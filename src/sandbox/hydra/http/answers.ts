import type { SandboxAnswer } from '../../http/service.ts';
import type { HydraError } from './errors.ts';
import { writeJson } from '../../json/write.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;

const JSON_TYPE = 'application/json; charset=utf-8';
/** The token endpoints write their type this way. */
const OAUTH_TYPE = 'application/json;charset=UTF-8';

/** An administrative answer. */
export function ok(body: unknown, status = 200, headers: Headers = {}): SandboxAnswer {
  return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: writeJson(body) };
}

export const noContent = (): SandboxAnswer => ({ status: 204 });

/** An answer of the token, introspection and revocation endpoints: nobody may store it. */
export function oauthOk(body: unknown): SandboxAnswer {
  return {
    status: 200,
    headers: { 'content-type': OAUTH_TYPE, 'cache-control': 'no-store', pragma: 'no-cache' },
    body: writeJson(body),
  };
}

/** A refusal as the administrative endpoints write it. */
export function refusal(error: HydraError): SandboxAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', ...error.headers },
    body: writeJson({ error: error.code, error_description: error.message }),
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
    body: writeJson({ error: error.code, error_description: error.message }),
  };
}

/** Text for a page. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
