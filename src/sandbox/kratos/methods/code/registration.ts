import { json } from '../../../http/answers.ts';
import type { JsonObject } from '../../../json/values.ts';
import { actionOf, uiOf } from '../../flows/begin.ts';
import { methodOf, textAt } from '../../flows/body.ts';
import { renewCsrf, requireSameClient } from '../../flows/guard.ts';
import { complain, ExpiredProblem, InputProblem, methodDisabled, missing } from '../../flows/problems.ts';
import { judgeTraits } from '../../flows/registration/judge.ts';
import type {
  RegistrationMethod,
  RegistrationOutcome,
  RegistrationWork,
} from '../../flows/registration/method.ts';
import { presentRegistration } from '../../flows/registration/present.ts';
import { schemaOf } from '../../flows/schema.ts';
import { TraitsForms } from '../../flows/traits-form.ts';
import { badRequest } from '../../http/errors.ts';
import { codeField, hiddenCodeMethod, methodButton, resendButton } from '../../ui/fields.ts';
import { append, fillTraits, findNode, removeLike, resetMessages, setCsrf } from '../../ui/form.ts';
import { flatten } from '../../../json/flatten.ts';
import { say } from '../../ui/messages.ts';
import { button } from '../../ui/node.ts';
import { sendCodes } from './send.ts';

const text = { type: 'string' };
const FORMS = new TraitsForms({ code: text, resend: text });

/** Signing up with a code that is sent to one's address, where the configuration allows that. */
export const codeRegistration: RegistrationMethod = {
  id: 'code',
  isEnabled: ({ kratos }) =>
    kratos.settings.selfService.code.enabled && kratos.settings.selfService.code.passwordless,
  all({ ex, flow: { form } }) {
    append(form, sendButton());
    setCsrf(form, ex.csrfToken());
  },
  credentials({ ex, flow: { form } }) {
    removeLike(form, ...codeNodes());
    append(form, sendButton());
    setCsrf(form, ex.csrfToken());
  },
  profile({ ex, flow: { form } }) {
    removeLike(form, sendButton(), ...codeNodes());
    setCsrf(form, ex.csrfToken());
  },
  submit(work) {
    const { ex, flow, extras } = work;
    if (methodOf(ex) !== 'code') return undefined;
    if (!ex.kratos.settings.selfService.code.enabled) throw methodDisabled();
    const { fields, complaints } = FORMS.for(schemaOf(ex, flow)).read(ex);
    try {
      if (complaints.length > 0) throw new InputProblem(complaints);
      extras.transient_payload = fields.transient_payload;
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      if (textAt(fields, 'resend').toLowerCase() === 'code') flow.state = 'choose_method';
      if (flow.state === 'choose_method') return send(work, fields.traits);
      if (flow.state === 'sent_email') return verify(work, fields);
      throw complain('noRegistrationMethod');
    } catch (cause) {
      fillTraits(flow.form, fields.traits);
      setCsrf(flow.form, ex.csrfToken());
      throw cause;
    }
  },
};

const sendButton = () => methodButton('code', 'code', 'sendRegistrationCode');
const backButton = () => button('profile', 'screen', 'credential-selection', say('backToProfile'));
const codeNodes = () => [
  resendButton('resend', 'code'),
  backButton(),
  methodButton('code', 'code', 'continue'),
  hiddenCodeMethod(),
  codeField('registrationCode', false),
];

function send(work: RegistrationWork, traits: unknown): RegistrationOutcome {
  const { ex, flow, extras } = work;
  const { code } = judgeTraits(work, traits);
  if (code.length === 0) throw complain('noIdentifier');
  ex.kratos.secrets.forget(flow.id);
  sendCodes(
    ex,
    flow,
    'registration',
    code.map(({ via, value }) => ({ via, to: value })),
  );
  flow.state = 'sent_email';
  showSentCode(work);
  fillTraits(flow.form, traits);
  flow.active = 'code';
  ex.kratos.flows.save(flow);
  return {
    answer: ex.isData
      ? json(400, presentRegistration(flow, extras))
      : ex.redirect(303, uiOf(ex, 'registration', flow.id)),
  };
}

/** Asks for the code; the traits that it was asked for with stay, hidden. */
function showSentCode({ ex, flow }: RegistrationWork): void {
  const { form } = flow;
  resetMessages(form);
  const kept = form.nodes
    .filter(({ group, attributes }) => group === 'default' && attributes.type !== 'submit')
    .map((node) => ({ ...node, attributes: { ...node.attributes, type: 'hidden' } }));
  form.nodes = [
    ...kept,
    hiddenCodeMethod(),
    codeField('registrationCode', false),
    methodButton('code', 'code', 'continue'),
    resendButton('resend', 'code'),
    ...(ex.kratos.settings.selfService.twoSteps ? [backButton()] : []),
  ];
  form.method = 'POST';
  form.action = actionOf(ex, 'registration', flow.id);
  form.messages = [say('registrationCodeSent')];
  renewCsrf(ex, flow);
}

function verify(work: RegistrationWork, fields: JsonObject): RegistrationOutcome {
  const { ex, flow } = work;
  const { kratos } = ex;
  const code = textAt(fields, 'code');
  if (code === '') throw missing('code');
  const derived = judgeTraits(work, fields.traits);
  if (derived.code.length === 0) throw complain('noIdentifier');
  for (const [path, value] of flatten(fields.traits)) {
    const node = findNode(flow.form, `traits.${path}`);
    if (node && node.attributes.value !== value) throw complain('traitsChanged');
  }
  const wanted = { flowId: flow.id, purpose: 'registration' as const, value: code };
  const allowed = kratos.settings.selfService.code.maxSubmissions;
  const found = kratos.secrets.redeemCode(wanted, kratos.clock.now(), allowed);
  if (found.kind === 'expired') throw new ExpiredProblem(flow.expires_at);
  if (found.kind === 'used' || found.kind === 'too-often') {
    throw badRequest('This code cannot be used any more: ask for another one.');
  }
  if (found.kind !== 'fits') throw complain('wrongRegistrationCode');
  flow.state = 'passed_challenge';
  kratos.flows.save(flow);
  return { method: 'code', traits: fields.traits, derived, credentials: {}, verified: found.secret.address };
}
