import type { Words } from './words-of-types.ts';

const code = 'The code that was sent.';
const identifier = 'What the person signs in with: an e-mail address, a user name.';
const method = 'The method that is used.';
const resend = { description: 'Set to “code” to have another code sent.', examples: ['code'] };
const provider = 'Id of the provider in the configuration.';
const upstream = 'Parameters for the provider’s own authorization request, such as login_hint.';
const webauthn = 'What the browser’s authenticator answered, as JSON.';
const idToken = 'An ID token that an app got from the provider by itself.';
const nonce = 'The nonce that this ID token was asked for with.';
const redirect = 'Id of the flow.';

export const flowWords: Words = {
  UpdateLoginFlowWithCodeMethod: {
    address: 'The address that the code goes to.',
    code,
    identifier,
    method,
    resend,
  },
  UpdateLoginFlowWithDeviceAuthnMethod: {
    client_key_id: 'Id of the device’s key.',
    method,
    pin_proof: 'Proof that the PIN was right.',
    signature: 'The challenge, signed by the device (base64).',
  },
  UpdateLoginFlowWithIdentifierFirstMethod: { identifier, method },
  UpdateLoginFlowWithLookupSecretMethod: { lookup_secret: 'A recovery code; each is good once.', method },
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
    password: 'The password. Leave the mask: you are asked for it when the request is sent.',
    password_identifier: {
      description: 'The older name of identifier.',
      deprecationMessage: 'Use identifier.',
    },
  },
  UpdateLoginFlowWithSamlMethod: { method, provider },
  UpdateLoginFlowWithTotpMethod: { method, totp_code: 'The code that the authenticator app shows.' },
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
    password: 'The new password. Leave the mask: you are asked for it when the request is sent.',
  },
  UpdateRegistrationFlowWithProfileMethod: { method, screen: 'The step to show next.' },
  UpdateRegistrationFlowWithSamlMethod: { method, provider },
  UpdateRegistrationFlowWithWebAuthnMethod: {
    method,
    webauthn_register: webauthn,
    webauthn_register_displayname: 'What the person calls the key.',
  },
  UpdateSettingsFlowWithDeviceAuthnMethod: {
    deviceauthn_register: 'A device key to add.',
    deviceauthn_remove: 'Id of a device key to remove.',
    method,
    rotate_secret: 'A device key whose secret is to change.',
  },
  UpdateSettingsFlowWithDeviceAuthnMethodRegister: {
    attestation_ios: 'The statement of an iOS device (base64).',
    certificate_chain_android: 'Certificates of an Android device (base64).',
    device_name: 'What the person calls the device.',
    pin_protected: 'Whether a PIN guards the key.',
    transport_public_key: 'Key that the answer is encrypted for.',
    user_verification: 'How the device checks who uses it.',
    version: 'Version of the statement.',
  },
  UpdateSettingsFlowWithDeviceAuthnMethodRotateSecret: {
    client_key_id: 'Id of the device’s key.',
    signature: 'The challenge, signed by the device (base64).',
    transport_public_key: 'Key that the answer is encrypted for.',
  },
  UpdateSettingsFlowWithLookupMethod: {
    lookup_secret_confirm: 'Put the new recovery codes to use.',
    lookup_secret_disable: 'Do away with recovery codes.',
    lookup_secret_regenerate: 'Make new recovery codes.',
    lookup_secret_reveal: 'Show the recovery codes.',
    method,
  },
  UpdateSettingsFlowWithOidcMethod: {
    flow: redirect,
    link: 'Id of a provider to link with.',
    method,
    unlink: 'Id of a provider to unlink from.',
    upstream_parameters: upstream,
  },
  UpdateSettingsFlowWithPasskeyMethod: {
    method,
    passkey_remove: 'Id of a passkey to remove.',
    passkey_settings_register: webauthn,
  },
  UpdateSettingsFlowWithPasswordMethod: {
    method,
    password: 'The new password. Leave the mask: you are asked for it when the request is sent.',
  },
  UpdateSettingsFlowWithProfileMethod: { method },
  UpdateSettingsFlowWithSamlMethod: {
    flow: redirect,
    link: 'Id of a provider to link with.',
    method,
    unlink: 'Id of a provider to unlink from.',
  },
  UpdateSettingsFlowWithTotpMethod: {
    method,
    totp_code: 'The code that the authenticator app shows, to link it.',
    totp_unlink: 'Unlink the authenticator app.',
  },
  UpdateSettingsFlowWithWebAuthnMethod: {
    method,
    webauthn_register: webauthn,
    webauthn_register_displayname: 'What the person calls the key.',
    webauthn_remove: 'Id of a security key to remove.',
  },
  UpdateRecoveryFlowWithCodeMethod: {
    code,
    email: 'The address that the code goes to.',
    method,
    recovery_address: 'The address that was entered.',
    recovery_confirm_address: 'The whole address, where only its beginning was shown.',
    recovery_select_address: 'The address that was chosen.',
    screen: { description: 'The step to go back to.', examples: ['previous'] },
  },
  UpdateRecoveryFlowWithLinkMethod: { email: 'The address that the link goes to.', method },
  UpdateVerificationFlowWithCodeMethod: { code, email: 'The address to verify.', method },
  UpdateVerificationFlowWithLinkMethod: { email: 'The address to verify.', method },
  UpdateFedcmFlowBody: {
    csrf_token: 'The CSRF token that came with the providers. Masked.',
    nonce: 'The nonce that the browser was given, if one was.',
    token: 'The token that the browser got from the provider. Masked.',
  },
  UpdateLoginFlowBody: { method },
  UpdateRegistrationFlowBody: { method },
  UpdateSettingsFlowBody: { method },
  UpdateRecoveryFlowBody: { method },
  UpdateVerificationFlowBody: { method },
  PerformNativeLogoutBody: {
    session_token: 'Token of the session. Leave the mask: you are asked for it when the request is sent.',
  },
};
