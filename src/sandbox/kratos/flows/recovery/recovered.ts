import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import type { JsonObject } from '../../../json/values.ts';
import type { KratosSettings } from '../../config/settings.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Identity } from '../../identities/model.ts';
import { newSession } from '../../sessions/begin.ts';
import { issueSessionCookie } from '../../sessions/cookie.ts';
import { say } from '../../ui/messages.ts';
import { setCsrf } from '../../ui/form.ts';
import { uiOf } from '../begin.ts';
import { setSessionToken, showSettingsUi } from '../continue-with.ts';
import type { Extras, Flow } from '../model.ts';
import { changeLocation, identityDisabled } from '../problems.ts';
import { returnTo } from '../return-to.ts';
import { newSettings } from '../settings/begin.ts';
import { presentRecovery } from './present.ts';

/** Logs in whoever has shown that the account is theirs, and leads them to the settings, for a new password. */
export function completeRecovery(
  ex: Exchange,
  flow: Flow,
  identity: Identity,
  use: 'code' | 'link',
  extras: Extras,
): SandboxAnswer {
  const { kratos } = ex;
  const { selfService, features } = kratos.settings;
  flow.form.messages = [];
  flow.state = 'passed_challenge';
  flow.identity_id = identity.id;
  if (flow.type === 'browser' || use === 'link') {
    flow.csrf = ex.regenerateCsrf();
    setCsrf(flow.form, flow.csrf);
  }
  kratos.flows.save(flow);
  if (identity.state !== 'active') throw identityDisabled();

  const session = newSession(ex, identity, [{ method: `${use}_recovery`, aal: 'aal1' }]);
  kratos.sessions.put(session);
  if (selfService.hooksAfter('recovery', use).includes('revoke_active_sessions')) {
    kratos.sessions.revokeOthers(identity.id, session.id);
  }
  const continueWith: JsonObject[] = [];
  if (flow.type === 'browser' || use === 'link') issueSessionCookie(ex, session);
  else continueWith.push(setSessionToken(session.token));

  if (use === 'code' && isTrue(parameter(flow.request_url, 'skip_settings'))) {
    if (ex.takesJson) return json(200, presentRecovery(flow, { ...extras, continue_with: continueWith }));
    return ex.redirect(303, returnTo(ex, flow.request_url, selfService.defaultReturn));
  }
  const settings = newSettings(ex, use === 'link' ? 'browser' : flow.type, { session, identity });
  settings.request_url = takeOver(flow.request_url, settings.request_url, kratos.settings);
  settings.form.messages = [recoveredMessage(ex)];
  kratos.flows.save(settings);
  const page = uiOf(ex, 'settings', settings.id);
  if (use === 'link') return ex.redirect(303, page);
  if (!features.continueWithTransitions) {
    return ex.isData ? changeLocation(page).toAnswer() : ex.redirect(303, page);
  }
  if (flow.type === 'browser' && !ex.isData) return ex.redirect(303, page);
  continueWith.push(showSettingsUi(settings.id, page));
  return json(200, presentRecovery(flow, { ...extras, continue_with: continueWith }));
}

/** How long a new password can be set without another login. */
function recoveredMessage(ex: Exchange) {
  const { privilegedMs } = ex.kratos.settings.selfService;
  const end = new Date(ex.kratos.clock.now().getTime() + privilegedMs);
  const context = {
    privilegedSessionExpiresAt: end.toISOString(),
    privileged_session_expires_at: end.toISOString(),
    privileged_session_expires_at_unix: Math.floor(end.getTime() / 1000),
  };
  return say('recovered', context, { minutes: (privilegedMs / 60_000).toFixed(2) });
}

/** The settings lead back to where the recovery was to lead. */
function takeOver(from: string, to: string, { selfService }: KratosSettings): string {
  const configured = selfService.returnAfter('recovery', '');
  const back = parameter(from, 'return_to') || (configured === selfService.defaultReturn ? '' : configured);
  if (back === '') return to;
  const url = new URL(to);
  url.searchParams.set('return_to', back);
  url.searchParams.sort();
  return url.toString();
}

const parameter = (url: string, name: string): string =>
  URL.canParse(url) ? (new URL(url).searchParams.get(name) ?? '') : '';

const isTrue = (text: string): boolean => /^(1|t|true)$/i.test(text);
