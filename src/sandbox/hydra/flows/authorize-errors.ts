import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { withQuery } from '../http/paths.ts';
import { toClient, type WayBack } from './response-mode.ts';

/** A request that is refused before its client can be told: the browser goes to the error page. */
export class PageRefusal extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/** What is told with which status where a flow has no client to go back to; anything else is 400. */
const STATUS: Readonly<Record<string, number>> = {
  access_denied: 403,
  request_forbidden: 403,
  invalid_client: 401,
};

interface More {
  readonly status?: number | undefined;
  /** Set in the browser on its way back. */
  readonly cookie?: string;
}

/** A refusal that is sent back to the client with the browser. */
export class ClientRefusal extends Error {
  readonly code: string;
  readonly back: WayBack;
  readonly status: number;
  readonly cookie: string | undefined;

  constructor(code: string, description: string, back: WayBack, { status, cookie }: More = {}) {
    super(description);
    this.code = code;
    this.back = back;
    this.status = status ?? STATUS[code] ?? 400;
    this.cookie = cookie;
  }
}

/** What the browser gets instead of the next step. */
export function refusalAnswer(
  { config }: HydraContext,
  error: PageRefusal | ClientRefusal,
  method: string,
): SandboxAnswer {
  const parameters = { error: error.code, error_description: error.message };
  if (error instanceof PageRefusal) return redirect(302, withQuery(config.urls.error, parameters), method);
  const answer = toClient(error.back, { ...parameters, state: error.back.state });
  return error.cookie === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'set-cookie': error.cookie } };
}
