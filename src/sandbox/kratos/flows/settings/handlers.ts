import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import { KratosError } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { requireStrength } from '../../sessions/assurance.ts';
import { findLogin, noSession } from '../../sessions/find.ts';
import { uiOf } from '../begin.ts';
import { readFlow, requireUnexpired, submittedFlow } from '../find.ts';
import { forward } from '../forward.ts';
import { newSettings } from './begin.ts';
import { requireOwner } from './owner.ts';
import { presentSettings } from './present.ts';
import { updateSettings } from './submit.ts';

/** GET /self-service/settings/api */
export function createNativeSettingsFlow(ex: Exchange): SandboxAnswer {
  const login = findLogin(ex);
  if (!login) throw noSession('This is only for those who are logged in.');
  requireStrength(ex.kratos, login, ex.kratos.settings.selfService.settingsAal);
  return json(200, presentSettings(ex, newSettings(ex, 'api', login)));
}

/** GET /self-service/settings/browser: JSON to scripts, a redirect to the settings page to browsers. */
export function createBrowserSettingsFlow(ex: Exchange): SandboxAnswer {
  const { settings } = ex.kratos;
  const login = findLogin(ex);
  const back = ex.query.get('return_to') ?? '';
  if (!login) {
    // Only here the server tells this, and never true.
    if (ex.isData) throw noSession(undefined, { CredentialsMissing: false });
    const query = back === '' ? '' : `?${new URLSearchParams({ return_to: back }).toString()}`;
    return ex.redirect(303, `${settings.publicUrl()}/self-service/login/browser${query}`);
  }
  try {
    requireStrength(
      ex.kratos,
      login,
      settings.selfService.settingsAal,
      back === '' ? {} : { return_to: ex.url },
    );
    const flow = newSettings(ex, 'browser', login);
    return ex.takesJson
      ? json(200, presentSettings(ex, flow))
      : ex.redirect(303, uiOf(ex, 'settings', flow.id));
  } catch (cause) {
    return weak(ex, cause) ?? forward(ex, undefined, cause);
  }
}

/** GET /self-service/settings/flows?id= */
export function getSettingsFlow(ex: Exchange): SandboxAnswer {
  const { settings } = ex.kratos;
  const login = findLogin(ex);
  if (!login) return unauthenticated(ex);
  const flow = readFlow(ex, 'settings');
  requireOwner(flow.identity_id, login);
  requireStrength(ex.kratos, login, settings.selfService.settingsAal, {
    return_to: uiOf(ex, 'settings', flow.id),
  });
  requireUnexpired(ex, flow, false);
  return json(200, presentSettings(ex, flow));
}

/** POST /self-service/settings?flow=, and GET to go on after a login was confirmed. */
export function updateSettingsFlow(ex: Exchange): SandboxAnswer {
  const login = findLogin(ex);
  if (!login) return unauthenticated(ex);
  try {
    const flow = submittedFlow(ex, 'settings');
    requireStrength(ex.kratos, login, ex.kratos.settings.selfService.settingsAal, { return_to: ex.url });
    return updateSettings({ ex, flow, extras: {}, ...login });
  } catch (cause) {
    return weak(ex, cause) ?? forward(ex, undefined, cause);
  }
}

/** A page that lacks the second factor is sent to where it is asked for. */
function weak(ex: Exchange, cause: unknown): SandboxAnswer | undefined {
  if (!(cause instanceof KratosError) || cause.fields.id !== 'session_aal2_required') return undefined;
  return ex.isData ? cause.toAnswer() : ex.redirect(303, String(cause.beside.redirect_browser_to));
}

function unauthenticated(ex: Exchange): SandboxAnswer {
  if (ex.isData)
    throw new KratosError({ code: 401, reason: 'The session’s cookie or token is missing, or over.' });
  return ex.redirect(302, ex.kratos.settings.selfService.flows.login.uiUrl);
}
