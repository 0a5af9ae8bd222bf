import { at } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import type { Credential, Identity } from './model.ts';

/** How many ways the person has to log in. */
export function firstFactors(kratos: KratosContext, { credentials }: Identity): number {
  const { password, code, webauthn, passkey } = credentials;
  const providers = ['oidc', 'saml'].map((type) => credentials[type]?.identifiers.length ?? 0);
  const others = [
    hasPassword(password),
    kratos.settings.selfService.code.passwordless && code !== undefined,
    webauthn !== undefined && hasKey(webauthn, true),
    passkey !== undefined,
  ];
  return providers.reduce((sum, count) => sum + count, others.filter(Boolean).length);
}

/** How many second factors the person has set up. */
export function secondFactors(kratos: KratosContext, { credentials }: Identity): number {
  const { code, totp, lookup_secret: lookup, webauthn } = credentials;
  return [
    totp !== undefined,
    lookup !== undefined && lookupSecrets(lookup).length > 0,
    webauthn !== undefined && hasKey(webauthn, false),
    kratos.settings.selfService.code.mfa && code !== undefined,
  ].filter(Boolean).length;
}

/** A password that can be checked, with a login name that it belongs to. */
export function hasPassword(password: Credential | undefined): boolean {
  return (
    password !== undefined &&
    password.identifiers.length > 0 &&
    at(password.config, 'hashed_password') !== undefined
  );
}

/** A backup code; `used_at` is absent as long as it can be used. */
export interface LookupSecret {
  readonly code: string;
  readonly used_at?: string;
}

export function lookupSecrets(credential: Credential): readonly LookupSecret[] {
  const codes = at(credential.config, 'recovery_codes');
  return Array.isArray(codes) ? (codes as LookupSecret[]) : [];
}

/** True when one of the security keys serves as first factor (`passwordless`) or as second. */
export function hasKey(credential: Credential, passwordless: boolean): boolean {
  const keys = at(credential.config, 'credentials');
  return (
    Array.isArray(keys) && keys.some((key: unknown) => (at(key, 'is_passwordless') === true) === passwordless)
  );
}
