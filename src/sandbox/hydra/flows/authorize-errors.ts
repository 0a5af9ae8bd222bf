import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { withQuery } from './flow.ts';

/** A request that is refused before its client can be told: the browser goes to the error page. */
export class PageRefusal extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/** A refusal that is sent back to the client with the browser. */
export class ClientRefusal extends Error {
  readonly code: string;
  readonly redirectUri: string;
  readonly state: string;

  constructor(
    code: string,
    description: string,
    { redirectUri, state }: { redirectUri: string; state: string },
  ) {
    super(description);
    this.code = code;
    this.redirectUri = redirectUri;
    this.state = state;
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
  return toClient(withQuery(error.redirectUri, { ...parameters, state: error.state }));
}

/** The browser's way back to the client. */
export const toClient = (location: string): SandboxAnswer => ({ status: 303, headers: { location } });
