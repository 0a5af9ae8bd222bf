import { BodyForm, methodOf, textAt } from '../../flows/body.ts';
import { renewCsrf, requireSameClient } from '../../flows/guard.ts';
import type { LoginMethod } from '../../flows/login/method.ts';
import { complain, InputProblem, methodDisabled } from '../../flows/problems.ts';
import { lookupSecrets } from '../../identities/factors.ts';
import type { Identity } from '../../identities/model.ts';
import { methodButton } from '../../ui/fields.ts';
import { append, resetFields, setCsrf, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { input } from '../../ui/node.ts';

const FORM = new BodyForm({ lookup_secret: { type: 'string' } }, { required: ['lookup_secret', 'method'] });

/** A backup code as second factor; each works once. */
export const lookupLogin: LoginMethod = {
  id: 'lookup_secret',
  isEnabled: ({ ex }) => ex.kratos.settings.selfService.lookup.enabled,
  secondFactor({ ex, flow: { form } }, { identity }) {
    if (!identity.credentials.lookup_secret) return;
    setCsrf(form, ex.csrfToken());
    const options = { value: '', required: true, label: say('lookupCode') };
    upsert(form, input('lookup_secret', 'lookup_secret', 'text', options));
    append(form, methodButton('lookup_secret', 'lookup_secret', 'useLookup'));
  },
  submit({ ex, flow, login }) {
    if (flow.requested_aal !== 'aal2' || methodOf(ex) !== 'lookup_secret') return undefined;
    if (!ex.kratos.settings.selfService.lookup.enabled) throw methodDisabled();
    try {
      const { fields, complaints } = FORM.read(ex);
      if (complaints.length > 0) throw new InputProblem(complaints);
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      if (!login?.identity.credentials.lookup_secret) throw complain('noLookup');
      const now = new Date(Math.round(ex.kratos.clock.now().getTime() / 1000) * 1000);
      const identity = use(
        login.identity,
        textAt(fields, 'lookup_secret'),
        now.toISOString().replace('.000', ''),
      );
      ex.kratos.identities.put(identity);
      flow.active = 'lookup_secret';
      ex.kratos.flows.save(flow);
      return { identity, completed: { method: 'lookup_secret', aal: 'aal2' } };
    } catch (cause) {
      resetFields(flow.form, (id) => id === 'lookup_secret');
      renewCsrf(ex, flow);
      throw cause;
    }
  },
};

/** The identity with the code used up. Throws an InputProblem when it cannot be used. */
function use(identity: Identity, code: string, now: string): Identity {
  const credential = identity.credentials.lookup_secret;
  const secrets = credential ? lookupSecrets(credential) : [];
  const found = secrets.find((secret) => secret.code === code);
  if (!credential || !found) throw complain('wrongLookup');
  if (found.used_at !== undefined) throw complain('lookupUsed');
  const recovery_codes = secrets.map((secret) => (secret === found ? { ...secret, used_at: now } : secret));
  const used = { ...credential, config: { recovery_codes } };
  return { ...identity, credentials: { ...identity.credentials, lookup_secret: used } };
}
