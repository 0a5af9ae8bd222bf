import { methodOf, textAt } from '../../flows/body.ts';
import { renewCsrf, requireSameClient } from '../../flows/guard.ts';
import { InputProblem, methodDisabled, missing } from '../../flows/problems.ts';
import { judgeTraits } from '../../flows/registration/judge.ts';
import type { RegistrationMethod, RegistrationWork } from '../../flows/registration/method.ts';
import { schemaOf } from '../../flows/schema.ts';
import { TraitsForms } from '../../flows/traits-form.ts';
import { methodButton, passwordField } from '../../ui/fields.ts';
import { fillTraits, removeLike, setCsrf, upsert } from '../../ui/form.ts';
import { checkPolicy, hashPassword } from './check.ts';

const FORMS = new TraitsForms(
  { password: { type: 'string', minLength: 1 } },
  {
    if: { properties: { method: { const: 'password' } }, required: ['method'] },
    then: { required: ['password'] },
  },
);

/** Signing up with a password. */
export const passwordRegistration: RegistrationMethod = {
  id: 'password',
  isEnabled: (ex) => ex.kratos.settings.selfService.password.enabled,
  all: addPassword,
  credentials: addPassword,
  profile({ ex, flow }) {
    setCsrf(flow.form, ex.csrfToken());
    removeLike(flow.form, ...passwordNodes());
  },
  submit(work) {
    const { ex, flow, extras } = work;
    if (methodOf(ex) !== 'password') return undefined;
    const { selfService, bcryptCost } = ex.kratos.settings;
    if (!selfService.password.enabled) throw methodDisabled();
    const { fields, complaints } = FORMS.for(schemaOf(ex, flow)).read(ex);
    try {
      if (complaints.length > 0) throw new InputProblem(complaints);
      extras.transient_payload = fields.transient_payload;
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      const password = textAt(fields, 'password');
      if (password === '') throw missing('password');
      const derived = judgeTraits(work, fields.traits);
      checkPolicy(selfService, password, derived.password);
      const at = ex.kratos.now();
      const config = { hashed_password: hashPassword(password, bcryptCost) };
      const credential = {
        type: 'password',
        identifiers: [],
        config,
        version: 0,
        created_at: at,
        updated_at: at,
      };
      return { method: 'password', traits: fields.traits, derived, credentials: { password: credential } };
    } catch (cause) {
      fillTraits(flow.form, fields.traits);
      renewCsrf(ex, flow);
      throw cause;
    }
  },
};

const passwordNodes = () => [passwordField('new-password'), methodButton('password', 'password', 'signUp')];

function addPassword({ ex, flow }: RegistrationWork): void {
  setCsrf(flow.form, ex.csrfToken());
  for (const node of passwordNodes()) upsert(flow.form, node);
}
