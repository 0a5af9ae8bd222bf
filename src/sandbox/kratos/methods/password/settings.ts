import { BodyForm, textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { complain, InputProblem, methodDisabled, missing } from '../../flows/problems.ts';
import type { SettingsMethod } from '../../flows/settings/method.ts';
import { requirePrivileged } from '../../flows/settings/refresh.ts';
import { methodButton, passwordField } from '../../ui/fields.ts';
import { append, resetMessages, setCsrf, upsert } from '../../ui/form.ts';
import { checkPolicy, hashPassword, passwordFits } from './check.ts';

const FORM = new BodyForm({ password: { type: 'string', minLength: 1 } }, { required: ['password'] });

/** A new password. */
export const passwordSettings: SettingsMethod = {
  id: 'password',
  isEnabled: (ex) => ex.kratos.settings.selfService.password.enabled,
  populate({ ex, flow: { form } }) {
    setCsrf(form, ex.csrfToken());
    upsert(form, passwordField('new-password'));
    append(form, methodButton('password', 'password', 'save'));
  },
  submit({ ex, flow, session, identity }, submitted) {
    if (submitted.values.get('method')?.[0] !== 'password') {
      // The server's method tidies the form up before it says that another one is meant.
      resetMessages(flow.form);
      setCsrf(flow.form, ex.csrfToken());
      return undefined;
    }
    const { selfService, bcryptCost } = ex.kratos.settings;
    try {
      if (!selfService.password.enabled) throw methodDisabled();
      const { fields, complaints } = FORM.type(submitted);
      if (complaints.length > 0) throw new InputProblem(complaints);
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      requirePrivileged(ex, session);
      const password = textAt(fields, 'password');
      if (password === '') throw missing('password');
      if (passwordFits(identity, password)) throw complain('passwordUnchanged', 'password');
      const { password: login } = ex.kratos.schemas.derive(identity.schema_id, identity.traits);
      checkPolicy(selfService, password, login);
      const now = ex.kratos.now();
      const before = identity.credentials.password;
      const credential = {
        type: 'password',
        identifiers: login,
        version: 0,
        created_at: now,
        ...before,
        config: { hashed_password: hashPassword(password, bcryptCost) },
        updated_at: now,
      };
      return { identity: { ...identity, credentials: { ...identity.credentials, password: credential } } };
    } catch (cause) {
      resetMessages(flow.form);
      setCsrf(flow.form, ex.csrfToken());
      throw cause;
    }
  },
};
