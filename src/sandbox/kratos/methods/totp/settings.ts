import { at } from '../../../json/values.ts';
import { BodyForm, textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { complain, InputProblem, methodDisabled, missing } from '../../flows/problems.ts';
import type { SettingsMethod, SettingsWork } from '../../flows/settings/method.ts';
import { requirePrivileged } from '../../flows/settings/refresh.ts';
import type { Identity } from '../../identities/model.ts';
import { strengthen } from '../../sessions/strengthen.ts';
import { methodButton } from '../../ui/fields.ts';
import { append, resetMessages, setCsrf, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { button, image, input, textNode } from '../../ui/node.ts';
import { newTotpUrl, secretOf, totpFits } from './otp.ts';
import { qrImage } from './qr.ts';

const FORM = new BodyForm({ totp_code: { type: 'string' }, totp_unlink: { type: 'boolean' } });
const MEMORY = 'totp_url';
const QR_SIZE = 256;

/** An authenticator app: set up with a code that it shows, and taken away again. */
export const totpSettings: SettingsMethod = {
  id: 'totp',
  isEnabled: (ex) => ex.kratos.settings.selfService.totp.enabled,
  populate({ ex, flow, identity }) {
    const { form } = flow;
    setCsrf(form, ex.csrfToken());
    if (hasTotp(identity)) {
      upsert(form, button('totp', 'totp_unlink', 'true', say('unlinkTotp'), { required: true }));
      return;
    }
    const account = ex.kratos.schemas.totpAccount(identity.schema_id, identity.traits) ?? identity.id;
    const url = newTotpUrl(ex.kratos.settings.selfService.totp.issuer, account);
    flow.memory[MEMORY] = url;
    const secret = secretOf(url) ?? '';
    upsert(form, textNode('totp', 'totp_secret_key', say('totpSecret', { secret }), say('totpSecretLabel')));
    upsert(form, image('totp', 'totp_qr', qrImage(url, QR_SIZE), QR_SIZE, say('totpQr')));
    upsert(form, input('totp', 'totp_code', 'text', { required: true, label: say('verifyTotp') }));
    append(form, methodButton('totp', 'totp', 'save'));
  },
  submit(work, submitted) {
    const { ex, flow, session, identity } = work;
    const { fields, complaints } = FORM.type(submitted);
    const unlinks = fields.totp_unlink === true;
    if (complaints.length === 0 && !unlinks && fields.method !== 'totp') {
      // The server's method tidies the form up before it says that another one is meant.
      resetMessages(flow.form);
      setCsrf(flow.form, ex.csrfToken());
      return undefined;
    }
    try {
      if (complaints.length > 0) throw new InputProblem(complaints);
      if (!ex.kratos.settings.selfService.totp.enabled) throw methodDisabled();
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      requirePrivileged(ex, session);
      if (!hasTotp(identity)) return { identity: link(work, textAt(fields, 'totp_code')) };
      return { identity: unlinks ? unlink(identity) : identity };
    } catch (cause) {
      resetMessages(flow.form);
      setCsrf(flow.form, ex.csrfToken());
      throw cause;
    }
  },
};

const hasTotp = ({ credentials }: Identity): boolean =>
  secretOf(at(credentials.totp?.config, 'totp_url')) !== undefined;

function link({ ex, flow, identity, session }: SettingsWork, code: string): Identity {
  const url = flow.memory[MEMORY];
  const secret = secretOf(url);
  if (code === '') throw missing('totp_code');
  if (secret === undefined || !totpFits(secret, code, ex.kratos.clock.now()))
    throw complain('wrongTotp', 'totp_code');
  const now = ex.kratos.now();
  const config = { totp_url: url };
  const totp = {
    type: 'totp',
    identifiers: [identity.id],
    config,
    version: 0,
    created_at: now,
    updated_at: now,
  };
  strengthen(ex, session, { method: 'totp', aal: 'aal2' });
  return { ...identity, credentials: { ...identity.credentials, totp } };
}

function unlink(identity: Identity): Identity {
  const credentials = { ...identity.credentials };
  Reflect.deleteProperty(credentials, 'totp');
  return { ...identity, credentials };
}
