import { json } from '../../../http/answers.ts';
import type { JsonObject } from '../../../json/values.ts';
import { uiOf } from '../../flows/begin.ts';
import { ANY, BodyForm, textAt } from '../../flows/body.ts';
import { renewCsrf, requireSameClient } from '../../flows/guard.ts';
import type { LoginMethod, LoginOutcome, LoginWork } from '../../flows/login/method.ts';
import { presentLogin } from '../../flows/login/present.ts';
import { complain, ExpiredProblem, InputProblem, methodDisabled, missing } from '../../flows/problems.ts';
import { schemaOf } from '../../flows/schema.ts';
import { readSubmitted } from '../../flows/values.ts';
import { badRequest } from '../../http/errors.ts';
import { secondFactors } from '../../identities/factors.ts';
import type { Identity } from '../../identities/model.ts';
import { verifyAddress } from '../../identities/verify.ts';
import { methodButton } from '../../ui/fields.ts';
import { append, resetMessages, setCsrf, setValue, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { button, input } from '../../ui/node.ts';
import { identifierLabel } from '../../ui/schema-fields.ts';
import { codeAddresses, secondFactorAddresses } from './addresses.ts';
import { showSentCode } from './login-form.ts';
import { normalised, sendCodes, type CodeAddress } from './send.ts';

const text = { type: 'string' };
const FORM = new BodyForm(
  { code: text, identifier: text, address: text, resend: text },
  { required: ['method'] },
);

/** Signing in with a code that is sent to an address: as first factor, or as second one, as the configuration says. */
export const codeLogin: LoginMethod = {
  id: 'code',
  isEnabled: ({ ex }) => ex.kratos.settings.selfService.code.enabled,
  firstFactor(work) {
    if (!work.ex.kratos.settings.selfService.code.passwordless) return;
    askForIdentifier(work);
  },
  refresh(work) {
    if (!work.ex.kratos.settings.selfService.code.passwordless) return;
    askForIdentifier(work);
  },
  secondFactor({ ex, flow }, { identity }) {
    if (!ex.kratos.settings.selfService.code.mfa) return;
    resetMessages(flow.form);
    for (const { to } of secondFactorAddresses(identity, ex.query.get('via') ?? '')) {
      append(flow.form, button('code', 'address', to, say('sendCodeTo', { address: to })));
    }
    renewCsrf(ex, flow);
  },
  identified({ ex, flow }, identity) {
    if (!ex.kratos.settings.selfService.code.passwordless || !identity) return false;
    append(flow.form, methodButton('code', 'code', 'sendLoginCode'));
    return true;
  },
  begun(work) {
    const { ex, flow, login } = work;
    if (flow.requested_aal !== 'aal2' || !login || !ex.kratos.settings.selfService.code.mfa) return;
    const [only, ...others] = secondFactorAddresses(login.identity, ex.query.get('via') ?? '');
    // With a choice, or another second factor, the person decides.
    if (!only || others.length > 0 || secondFactors(ex.kratos, login.identity) > 1) return;
    send(work, login.identity, only.to, [only]);
  },
  submit(work) {
    const { ex, flow, extras } = work;
    const { code } = ex.kratos.settings.selfService;
    const level = code.passwordless ? 'aal1' : code.mfa ? 'aal2' : undefined;
    if (flow.requested_aal !== level) return undefined;
    const { values } = readSubmitted(ex, ANY);
    const chosen = (values.get('address')?.[0] ?? '') !== '' && code.mfa;
    if (values.get('method')?.[0] !== 'code' && !chosen) return undefined;
    if (!code.enabled) throw methodDisabled();
    const { fields, complaints } = FORM.read(ex);
    const identifier = textAt(fields, 'address') || textAt(fields, 'identifier');
    const retries = flow.state === 'sent_email' && textAt(fields, 'resend').toLowerCase() !== 'code';
    try {
      if (complaints.length > 0 && !chosen) throw new InputProblem(complaints);
      extras.transient_payload = fields.transient_payload;
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      if (flow.state === 'passed_challenge') throw complain('noLoginMethod');
      return retries ? verify(work, fields) : ask(work, normalised(identifier));
    } catch (cause) {
      setCsrf(flow.form, ex.csrfToken());
      if (retries) upsert(flow.form, input('default', 'identifier', 'hidden', { value: identifier }));
      setValue(flow.form, 'identifier', identifier);
      throw cause;
    }
  },
};

function askForIdentifier({ ex, flow }: LoginWork): void {
  resetMessages(flow.form);
  const label = identifierLabel(schemaOf(ex, flow));
  upsert(flow.form, input('default', 'identifier', 'text', { value: '', required: true, label }));
  append(flow.form, methodButton('code', 'code', 'sendLoginCode'));
  renewCsrf(ex, flow);
}

function ask(work: LoginWork, identifier: string): LoginOutcome {
  const { ex, flow } = work;
  flow.state = 'choose_method';
  const identity = find(work, identifier);
  send(work, identity, identifier, codeAddresses(identity));
  return {
    answer: ex.isData
      ? json(400, presentLogin(flow, work.extras))
      : ex.redirect(303, uiOf(ex, 'login', flow.id)),
  };
}

/** Whoever gets codes at that address. Throws an InputProblem. */
function find({ ex: { kratos }, flow, login }: LoginWork, identifier: string): Identity {
  if (identifier === '') throw missing('identifier');
  const identity = kratos.identities.get(kratos.identities.ownerOf(`code\n${identifier}`) ?? '');
  if (!identity) throw complain('noCodeUser');
  const isOther = login !== undefined && login.identity.id !== identity.id;
  if (isOther && (flow.refresh === true || flow.requested_aal === 'aal2')) throw complain('noCodeUser');
  return identity;
}

function send(
  work: LoginWork,
  identity: Identity,
  identifier: string,
  addresses: readonly CodeAddress[],
): void {
  const { ex, flow } = work;
  const meant = addresses.filter(({ to }) => to === normalised(identifier));
  ex.kratos.secrets.forget(flow.id);
  sendCodes(ex, flow, 'login', meant.length > 0 ? meant : addresses, identity.id);
  flow.state = 'sent_email';
  showSentCode(ex, flow);
  setValue(flow.form, 'identifier', identifier);
  flow.active = 'code';
  ex.kratos.flows.save(flow);
}

function verify(work: LoginWork, fields: JsonObject): LoginOutcome {
  const { ex, flow, login } = work;
  const { kratos } = ex;
  const code = textAt(fields, 'code');
  if (code === '') throw missing('code');
  const named = normalised(textAt(fields, 'address') || textAt(fields, 'identifier'));
  const meant = flow.requested_aal === 'aal2' && login ? login.identity : find(work, named);
  const wanted = { flowId: flow.id, purpose: 'login' as const, value: code };
  const allowed = kratos.settings.selfService.code.maxSubmissions;
  const found = kratos.secrets.redeemCode(wanted, kratos.clock.now(), allowed);
  if (found.kind === 'expired') throw new ExpiredProblem(flow.expires_at);
  if (found.kind === 'used' || found.kind === 'too-often') {
    throw badRequest('This code cannot be used any more: ask for another one.');
  }
  if (found.kind !== 'fits' || found.secret.identity_id !== meant.id) throw complain('wrongLoginCode');
  const identity = verifyAddress(meant, found.secret.address, kratos.now);
  kratos.identities.put(identity);
  flow.active = 'code';
  flow.state = 'passed_challenge';
  kratos.flows.save(flow);
  const aal = kratos.settings.selfService.code.mfa ? 'aal2' : 'aal1';
  return { identity, completed: { method: 'code', aal } };
}
