import { createHash, randomBytes } from 'node:crypto';
import type { SettingsMethod } from '../../flows/settings/method.ts';
import { newId } from '../../http/uuid.ts';
import { setCsrf, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { input, script } from '../../ui/node.ts';
import { WEBAUTHN_SCRIPT } from './script.ts';

/** What an authenticator may sign with, as the server lists them. */
const ALGORITHMS = [-7, -35, -36, -257, -258, -259, -37, -38, -39, -8];
const TIMEOUT_MS = 120_000;

/**
 * Security keys in the settings of a browser: the fields to add one are shown, but the sandbox has no authenticator
 * to talk to, so nothing ever comes back.
 */
export const webauthnSettings: SettingsMethod = {
  id: 'webauthn',
  isEnabled: (ex) => ex.kratos.settings.selfService.webauthn.enabled,
  populate({ ex, flow, identity }) {
    if (flow.type !== 'browser') return;
    const { form } = flow;
    const { webauthn } = ex.kratos.settings.selfService;
    setCsrf(form, ex.csrfToken());
    upsert(
      form,
      input('webauthn', 'webauthn_register_displayname', 'text', {
        value: '',
        label: say('securityKeyName'),
      }),
    );
    upsert(form, input('webauthn', 'webauthn_register', 'hidden', { value: '' }));
    const options = JSON.stringify({
      publicKey: {
        rp: { name: webauthn.rpName, id: webauthn.rpId },
        user: {
          name: webauthn.rpName,
          displayName: webauthn.rpName,
          id: createHash('sha256').update(identity.id).digest().subarray(0, 16).toString('base64url'),
        },
        challenge: randomBytes(32).toString('base64url'),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        timeout: TIMEOUT_MS,
        authenticatorSelection: { userVerification: 'discouraged' },
      },
    });
    const trigger = input('webauthn', 'webauthn_register_trigger', 'button', {
      value: options,
      label: say('addSecurityKey'),
    });
    upsert(form, {
      ...trigger,
      attributes: {
        ...trigger.attributes,
        onclick: `window.oryWebAuthnRegistration(${options})`,
        onclickTrigger: 'oryWebAuthnRegistration',
      },
    });
    const integrity = `sha512-${createHash('sha512').update(WEBAUTHN_SCRIPT).digest('base64')}`;
    const src = `${ex.kratos.settings.publicUrl()}/.well-known/ory/webauthn.js`;
    upsert(form, script('webauthn', 'webauthn_script', src, integrity, newId()));
  },
  submit: () => undefined,
};
