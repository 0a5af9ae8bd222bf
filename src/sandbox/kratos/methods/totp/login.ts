import { at } from '../../../json/values.ts';
import { BodyForm, methodOf, textAt } from '../../flows/body.ts';
import { renewCsrf, requireSameClient } from '../../flows/guard.ts';
import type { LoginMethod } from '../../flows/login/method.ts';
import { complain, InputProblem, methodDisabled } from '../../flows/problems.ts';
import { methodButton } from '../../ui/fields.ts';
import { append, resetFields, setCsrf, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { input } from '../../ui/node.ts';
import { secretOf, totpFits } from './otp.ts';

const FORM = new BodyForm(
  { totp_code: { type: 'string', minLength: 6 } },
  { required: ['totp_code', 'method'] },
);

/** The code of an authenticator app as second factor. */
export const totpLogin: LoginMethod = {
  id: 'totp',
  isEnabled: ({ ex }) => ex.kratos.settings.selfService.totp.enabled,
  secondFactor({ ex, flow: { form } }, { identity }) {
    if (!identity.credentials.totp) return;
    setCsrf(form, ex.csrfToken());
    upsert(form, input('totp', 'totp_code', 'text', { value: '', required: true, label: say('totpCode') }));
    append(form, methodButton('totp', 'totp', 'useTotp'));
  },
  submit({ ex, flow, login, extras }) {
    if (flow.requested_aal !== 'aal2' || methodOf(ex) !== 'totp') return undefined;
    if (!ex.kratos.settings.selfService.totp.enabled) throw methodDisabled();
    try {
      const { fields, complaints } = FORM.read(ex);
      if (complaints.length > 0) throw new InputProblem(complaints);
      extras.transient_payload = fields.transient_payload;
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      const secret = secretOf(at(login?.identity.credentials.totp?.config, 'totp_url'));
      if (!login || secret === undefined) throw complain('noTotp');
      if (!totpFits(secret, textAt(fields, 'totp_code'), ex.kratos.clock.now())) throw complain('wrongTotp');
      flow.active = 'totp';
      ex.kratos.flows.save(flow);
      return { identity: login.identity, completed: { method: 'totp', aal: 'aal2' } };
    } catch (cause) {
      resetFields(flow.form, (id) => id === 'totp_code');
      renewCsrf(ex, flow);
      throw cause;
    }
  },
};
