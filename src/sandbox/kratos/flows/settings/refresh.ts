import type { SandboxAnswer } from '../../../http/service.ts';
import { KratosError } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Session } from '../../sessions/model.ts';
import type { Flow } from '../model.ts';

/** The login is too old for this change: whoever wants it confirms first that it is them. */
export class RefreshNeeded extends Error {}

/** True when the login is young enough for changes of what somebody signs in with. */
export function isPrivileged(ex: Exchange, { authenticated_at: at }: Session): boolean {
  const { privilegedMs } = ex.kratos.settings.selfService;
  return privilegedMs <= 0 || new Date(at).getTime() + privilegedMs > ex.kratos.clock.now().getTime();
}

/** Throws a RefreshNeeded when the login is too old. */
export function requirePrivileged(ex: Exchange, session: Session): void {
  if (!isPrivileged(ex, session)) throw new RefreshNeeded('the login is too old');
}

/** Sends whoever wants the change to a login that confirms the session, and then back to the submission. */
export function askToRefresh(ex: Exchange, flow: Flow): SandboxAnswer {
  const base = ex.kratos.settings.publicUrl();
  const { path, search } = ex.request;
  const query = new URLSearchParams(search);
  query.sort();
  const text = query.toString();
  const params = new URLSearchParams({
    refresh: 'true',
    return_to: `${base}${path}${text === '' ? '' : `?${text}`}`,
  });
  const to = `${base}/self-service/login/browser?${params.toString()}`;
  if (flow.type === 'browser' && !ex.isData) return ex.redirect(303, to);
  const fields = {
    code: 403,
    id: 'session_refresh_required',
    reason: 'The login is too old for this change: confirm that it is you, and try again.',
  };
  return new KratosError(fields, 403, { redirect_browser_to: to }).toAnswer();
}
