import { BodyForm, methodOf, textAt } from '../../flows/body.ts';
import { renewCsrf, requireSameClient } from '../../flows/guard.ts';
import type { LoginMethod, LoginWork } from '../../flows/login/method.ts';
import { complain, InputProblem, methodDisabled } from '../../flows/problems.ts';
import { schemaOf } from '../../flows/schema.ts';
import { hasPassword } from '../../identities/factors.ts';
import type { Identity } from '../../identities/model.ts';
import { methodButton, passwordField } from '../../ui/fields.ts';
import { append, resetFields, setCsrf, setValue, upsert } from '../../ui/form.ts';
import { input } from '../../ui/node.ts';
import { identifierLabel } from '../../ui/schema-fields.ts';
import { passwordFits } from './check.ts';

const text = { type: 'string', minLength: 1 };
const FORM = new BodyForm(
  { password: text, identifier: text, password_identifier: text },
  {
    required: ['password'],
    // The old name of the login name still counts.
    if: { required: ['password_identifier'] },
    else: { required: ['identifier'] },
  },
);

/** Signing in with a login name and a password. */
export const passwordLogin: LoginMethod = {
  id: 'password',
  isEnabled: ({ ex }) => ex.kratos.settings.selfService.password.enabled,
  firstFactor(work) {
    const { ex, flow } = work;
    const label = identifierLabel(schemaOf(ex, flow));
    upsert(flow.form, input('default', 'identifier', 'text', { value: '', required: true, label }));
    addPassword(work, 'signInWithPassword');
  },
  refresh(work, { identity }) {
    const password = identity.credentials.password;
    if (!password || !hasPassword(password)) return;
    setCsrf(work.flow.form, work.ex.csrfToken());
    upsert(work.flow.form, input('default', 'identifier', 'hidden', { value: password.identifiers[0] }));
    addPassword(work, 'signIn');
  },
  identified(work, identity) {
    if (!hasPassword(identity?.credentials.password)) return false;
    addPassword(work, 'signInWithPassword');
    return true;
  },
  submit(work) {
    const { ex, flow, extras } = work;
    if (flow.requested_aal !== 'aal1' || methodOf(ex) !== 'password') return undefined;
    if (!ex.kratos.settings.selfService.password.enabled) throw methodDisabled();
    let identifier = '';
    try {
      const { fields, complaints } = FORM.read(ex);
      identifier = textAt(fields, 'identifier') || textAt(fields, 'password_identifier');
      if (complaints.length > 0) throw new InputProblem(complaints);
      extras.transient_payload = fields.transient_payload;
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      const identity = find(work, identifier);
      if (!identity || !passwordFits(identity, textAt(fields, 'password')))
        throw complain('wrongCredentials');
      flow.active = 'password';
      ex.kratos.flows.save(flow);
      return { identity, completed: { method: 'password', aal: 'aal1' } };
    } catch (cause) {
      resetFields(flow.form, (id) => id === 'password');
      setValue(flow.form, 'identifier', identifier);
      renewCsrf(ex, flow);
      throw cause;
    }
  },
};

function addPassword({ ex, flow }: LoginWork, label: 'signIn' | 'signInWithPassword'): void {
  setCsrf(flow.form, ex.csrfToken());
  upsert(flow.form, passwordField('current-password'));
  append(flow.form, methodButton('password', 'password', label));
}

/** Login names are one, however they are spelled. */
function find({ ex: { kratos } }: LoginWork, identifier: string): Identity | undefined {
  const owner = kratos.identities.ownerOf(`password\n${identifier.trim().toLowerCase()}`);
  return owner === undefined ? undefined : kratos.identities.get(owner);
}
