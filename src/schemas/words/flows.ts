import * as l10n from '@vscode/l10n';
import type { Words } from './words-of-types.ts';

const code = l10n.t('The code that was sent.');
const identifier = l10n.t('What the person signs in with: an e-mail address, a user name.');
const method = l10n.t('The method that is used.');
const resend = { description: l10n.t('Set to “code” to have another code sent.'), examples: ['code'] };
const provider = l10n.t('Id of the provider in the configuration.');
const upstream = l10n.t('Parameters for the provider’s own authorization request, such as login_hint.');
const webauthn = l10n.t('What the browser’s authenticator answered, as JSON.');
const idToken = l10n.t('An ID token that an app got from the provider by itself.');
const nonce = l10n.t('The nonce that this ID token was asked for with.');
const redirect = l10n.t('Id of the flow.');

export const flowWords: Words = {
  UpdateLoginFlowWithCodeMethod: {
    address: l10n.t('The address that the code goes to.'),
    code,
    identifier,
    method,
    resend,
  },
  UpdateLoginFlowWithDeviceAuthnMethod: {
    client_key_id: l10n.t('Id of the device’s key.'),
    method,
    pin_proof: l10n.t('Proof that the PIN was right.'),
    signature: l10n.t('The challenge, signed by the device (base64).'),
  },
  UpdateLoginFlowWithIdentifierFirstMethod: { identifier, method },
  UpdateLoginFlowWithLookupSecretMethod: {
    lookup_secret: l10n.t('A recovery code; each is good once.'),
    method,
  },
  UpdateLoginFlowWithOidcMethod: {
    id_token: idToken,
    id_token_nonce: nonce,
    method,
    provider,
    upstream_parameters: upstream,
  },
  UpdateLoginFlowWithPasskeyMethod: { method, passkey_login: webauthn },
  UpdateLoginFlowWithPasswordMethod: {
    identifier,
    method,
    password: l10n.t('The password. Leave the mask: you are asked for it when the request is sent.'),
    password_identifier: {
      description: l10n.t('The older name of identifier.'),
      deprecationMessage: l10n.t('Use identifier.'),
    },
  },
  UpdateLoginFlowWithSamlMethod: { method, provider },
  UpdateLoginFlowWithTotpMethod: { method, totp_code: l10n.t('The code that the authenticator app shows.') },
  UpdateLoginFlowWithWebAuthnMethod: { identifier, method, webauthn_login: webauthn },
  UpdateRegistrationFlowWithCodeMethod: { code, method, resend },
  UpdateRegistrationFlowWithOidcMethod: {
    id_token: idToken,
    id_token_nonce: nonce,
    method,
    provider,
    upstream_parameters: upstream,
  },
  UpdateRegistrationFlowWithPasskeyMethod: { method, passkey_register: webauthn },
  UpdateRegistrationFlowWithPasswordMethod: {
    method,
    password: l10n.t('The new password. Leave the mask: you are asked for it when the request is sent.'),
  },
  UpdateRegistrationFlowWithProfileMethod: { method, screen: l10n.t('The step to show next.') },
  UpdateRegistrationFlowWithSamlMethod: { method, provider },
  UpdateRegistrationFlowWithWebAuthnMethod: {
    method,
    webauthn_register: webauthn,
    webauthn_register_displayname: l10n.t('What the person calls the key.'),
  },
  UpdateSettingsFlowWithDeviceAuthnMethod: {
    deviceauthn_register: l10n.t('A device key to add.'),
    deviceauthn_remove: l10n.t('Id of a device key to remove.'),
    method,
    rotate_secret: l10n.t('A device key whose secret is to change.'),
  },
  UpdateSettingsFlowWithDeviceAuthnMethodRegister: {
    attestation_ios: l10n.t('The statement of an iOS device (base64).'),
    certificate_chain_android: l10n.t('Certificates of an Android device (base64).'),
    device_name: l10n.t('What the person calls the device.'),
    pin_protected: l10n.t('Whether a PIN guards the key.'),
    transport_public_key: l10n.t('Key that the answer is encrypted for.'),
    user_verification: l10n.t('How the device checks who uses it.'),
    version: l10n.t('Version of the statement.'),
  },
  UpdateSettingsFlowWithDeviceAuthnMethodRotateSecret: {
    client_key_id: l10n.t('Id of the device’s key.'),
    signature: l10n.t('The challenge, signed by the device (base64).'),
    transport_public_key: l10n.t('Key that the answer is encrypted for.'),
  },
  UpdateSettingsFlowWithLookupMethod: {
    lookup_secret_confirm: l10n.t('Put the new recovery codes to use.'),
    lookup_secret_disable: l10n.t('Do away with recovery codes.'),
    lookup_secret_regenerate: l10n.t('Make new recovery codes.'),
    lookup_secret_reveal: l10n.t('Show the recovery codes.'),
    method,
  },
  UpdateSettingsFlowWithOidcMethod: {
    flow: redirect,
    link: l10n.t('Id of a provider to link with.'),
    method,
    unlink: l10n.t('Id of a provider to unlink from.'),
    upstream_parameters: upstream,
  },
  UpdateSettingsFlowWithPasskeyMethod: {
    method,
    passkey_remove: l10n.t('Id of a passkey to remove.'),
    passkey_settings_register: webauthn,
  },
  UpdateSettingsFlowWithPasswordMethod: {
    method,
    password: l10n.t('The new password. Leave the mask: you are asked for it when the request is sent.'),
  },
  UpdateSettingsFlowWithProfileMethod: { method },
  UpdateSettingsFlowWithSamlMethod: {
    flow: redirect,
    link: l10n.t('Id of a provider to link with.'),
    method,
    unlink: l10n.t('Id of a provider to unlink from.'),
  },
  UpdateSettingsFlowWithTotpMethod: {
    method,
    totp_code: l10n.t('The code that the authenticator app shows, to link it.'),
    totp_unlink: l10n.t('Unlink the authenticator app.'),
  },
  UpdateSettingsFlowWithWebAuthnMethod: {
    method,
    webauthn_register: webauthn,
    webauthn_register_displayname: l10n.t('What the person calls the key.'),
    webauthn_remove: l10n.t('Id of a security key to remove.'),
  },
  UpdateRecoveryFlowWithCodeMethod: {
    code,
    email: l10n.t('The address that the code goes to.'),
    method,
    recovery_address: l10n.t('The address that was entered.'),
    recovery_confirm_address: l10n.t('The whole address, where only its beginning was shown.'),
    recovery_select_address: l10n.t('The address that was chosen.'),
    screen: { description: l10n.t('The step to go back to.'), examples: ['previous'] },
  },
  UpdateRecoveryFlowWithLinkMethod: { email: l10n.t('The address that the link goes to.'), method },
  UpdateVerificationFlowWithCodeMethod: { code, email: l10n.t('The address to verify.'), method },
  UpdateVerificationFlowWithLinkMethod: { email: l10n.t('The address to verify.'), method },
  UpdateFedcmFlowBody: {
    csrf_token: l10n.t('The CSRF token that came with the providers. Masked.'),
    nonce: l10n.t('The nonce that the browser was given, if one was.'),
    token: l10n.t('The token that the browser got from the provider. Masked.'),
  },
  UpdateLoginFlowBody: { method },
  UpdateRegistrationFlowBody: { method },
  UpdateSettingsFlowBody: { method },
  UpdateRecoveryFlowBody: { method },
  UpdateVerificationFlowBody: { method },
  PerformNativeLogoutBody: {
    session_token: l10n.t(
      'Token of the session. Leave the mask: you are asked for it when the request is sent.',
    ),
  },
};
