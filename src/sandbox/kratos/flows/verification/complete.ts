import { verifyAddress } from '../../identities/verify.ts';
import { noSuchRow } from '../../http/errors.ts';
import { newForm, setCsrf } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { anchor } from '../../ui/node.ts';
import { issueSessionCookie } from '../../sessions/cookie.ts';
import { acceptLogin } from '../challenge.ts';
import { returnTo } from '../return-to.ts';
import type { FlowSecret } from '../secrets.ts';
import type { VerificationWork } from './method.ts';

/** Marks the address as verified; the form becomes a link to where the browser goes on. */
export function completeVerification(
  { ex, flow }: VerificationWork,
  secret: FlowSecret,
  use: 'code' | 'link',
): void {
  const { kratos } = ex;
  const identity = kratos.identities.get(secret.identity_id ?? '');
  if (!identity) throw noSuchRow();
  const address = identity.verifiable_addresses.find(({ value }) => value === secret.address);
  kratos.identities.put(verifyAddress(identity, secret.address, kratos.now));

  const to = returnUrl({ ex, flow });
  const onward = onwardFor({ ex, flow });
  flow.form = { ...newForm(to), method: 'GET' };
  flow.state = 'passed_challenge';
  flow.csrf = ex.csrfToken();
  if (flow.type === 'browser' && flow.csrf === '') flow.csrf = ex.regenerateCsrf();
  setCsrf(flow.form, flow.csrf);
  flow.form.messages = [say(address?.via === 'sms' ? 'verifiedPhone' : 'verified')];
  flow.form.nodes.push(anchor(use, 'continue', onward ?? to, say('continue')));
  kratos.flows.save(flow);
}

/** Where the browser goes on; an address that is not allowed counts as none. */
function returnUrl({ ex, flow }: Pick<VerificationWork, 'ex' | 'flow'>): string {
  const otherwise = ex.kratos.settings.selfService.returnAfter('verification', '');
  try {
    return returnTo(ex, flow.request_url, otherwise);
  } catch {
    return otherwise;
  }
}

/** Where an OAuth 2.0 server has the browser go on that it sent to sign up: whoever did is logged in now. */
function onwardFor({ ex, flow }: Pick<VerificationWork, 'ex' | 'flow'>): string | undefined {
  const session = ex.kratos.sessions.get(flow.session_id ?? '');
  if (flow.login_challenge === undefined || !session) return undefined;
  issueSessionCookie(ex, session);
  return acceptLogin(ex, flow.login_challenge, session);
}
