import { OryError } from '../../ory/errors.ts';
import type { HttpResponse, Transport } from '../../ory/http/transport.ts';

/** What one path of a server answered, or how asking failed. */
export interface Heard {
  readonly status: number;
  readonly json: unknown;
  readonly html: boolean;
  readonly text: string;
  /** Absolute target of a redirect to another origin. */
  readonly leadsTo?: string;
  /** `WWW-Authenticate`, of a server that asks for a credential. */
  readonly challenge?: string;
}

export interface Asking {
  readonly transport: Transport;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Value of the `Authorization` header; sent to the address itself only, never along a redirect. */
  readonly authorization?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const MOST_REDIRECTS = 2;

/**
 * Asks one path by GET. A redirect within the same origin is followed without the credential: Kratos 0.11 sends
 * `/version` of its admin port to `/admin/version`.
 * @throws {OryError} when nothing answers
 */
export async function ask(asking: Asking, path: string): Promise<Heard> {
  let url = asking.baseUrl + path;
  for (let redirects = 0; ; redirects++) {
    const answer = await asking.transport.send({
      method: 'GET',
      url,
      headers: {
        accept: 'application/json',
        ...(asking.authorization && redirects === 0 ? { authorization: asking.authorization } : {}),
      },
      timeoutMs: asking.timeoutMs,
      ...(asking.signal ? { signal: asking.signal } : {}),
    });
    const target = targetOf(answer, url);
    if (!target) return heard(answer);
    if (new URL(target).origin !== new URL(url).origin) return { ...heard(answer), leadsTo: target };
    if (redirects >= MOST_REDIRECTS) return heard(answer);
    url = target;
  }
}

/** Like `ask`, with undefined where nothing answered in time: one slow path does not spoil the others. */
export async function askGently(asking: Asking, path: string): Promise<Heard | undefined> {
  try {
    return await ask(asking, path);
  } catch (error) {
    if (error instanceof OryError && error.kind !== 'cancelled') return undefined;
    throw error;
  }
}

function targetOf({ status, headers }: HttpResponse, from: string): string | undefined {
  const location = headers.location;
  if (status < 300 || status > 399 || !location) return undefined;
  return URL.canParse(location, from) ? new URL(location, from).href : undefined;
}

function heard({ status, headers, text }: HttpResponse): Heard {
  const type = headers['content-type'] ?? '';
  const challenge = headers['www-authenticate'];
  return {
    status,
    ...(challenge ? { challenge } : {}),
    text,
    json: jsonOf(text),
    html: type.includes('html') && text.trimStart().startsWith('<'),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
