import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import type { JsonObject } from '../../../json/values.ts';
import { stored } from '../../identities/derive.ts';
import type { Identity } from '../../identities/model.ts';
import { issueSessionCookie } from '../../sessions/cookie.ts';
import { resetMessages } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { uiOf } from '../begin.ts';
import { redirectBrowserTo } from '../continue-with.ts';
import { complain } from '../problems.ts';
import { returnTo } from '../return-to.ts';
import { startVerification, verificationStep } from '../verification/after.ts';
import { newSettings } from './begin.ts';
import type { SettingsWork } from './method.ts';
import { presentSettings } from './present.ts';

/** Keeps the identity as it is to be, runs the hooks, and answers with a form that shows the new state. */
export function completeSettings(work: SettingsWork, method: string, identity: Identity): SandboxAnswer {
  const { ex, flow, extras } = work;
  const { kratos } = ex;
  const { selfService, features } = kratos.settings;
  const back = returnTo(ex, flow.request_url, ownReturn(work, method));
  if (kratos.identities.conflicts(identity)) throw complain('taken');
  const kept = stored({ ...identity, updated_at: kratos.now() });
  kratos.identities.put(kept);
  flow.state = 'success';

  const session = kratos.sessions.get(work.session.id) ?? work.session;
  const fresh = newSettings(ex, flow.type, { session, identity: kept });
  flow.form = fresh.form;
  resetMessages(flow.form);
  flow.form.messages.push(say('saved'));
  flow.memory = fresh.memory;
  kratos.flows.save(flow);

  const continueWith: JsonObject[] = [];
  if (selfService.flows.verification.enabled) {
    continueWith.push(...startVerification(ex, flow, kept, { legacy: features.legacyVerificationUi }));
  }
  for (const hook of selfService.hooksAfter('settings', method)) {
    if (hook === 'revoke_active_sessions') kratos.sessions.revokeOthers(kept.id, session.id);
    const step = hook === 'show_verification_ui' ? verificationStep(ex, flow) : undefined;
    if (step) continueWith.push(step.entry);
  }

  extras.transient_payload = undefined;
  if (flow.type === 'api')
    return json(200, presentSettings(ex, flow, { ...extras, continue_with: continueWith }));
  issueSessionCookie(ex, session);
  if (!ex.isData) return ex.redirect(303, back);
  continueWith.push(redirectBrowserTo(back));
  return json(200, presentSettings(ex, flow, { ...extras, continue_with: continueWith }));
}

/** Without another address in the configuration, the settings are shown again. */
function ownReturn({ ex, flow }: SettingsWork, method: string): string {
  const { selfService } = ex.kratos.settings;
  const configured = selfService.returnAfter('settings', method);
  return configured === selfService.defaultReturn ? uiOf(ex, 'settings', flow.id) : configured;
}
