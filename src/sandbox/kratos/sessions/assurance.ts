import type { RequiredAal } from '../config/self-service.ts';
import type { KratosContext } from '../context.ts';
import { KratosError } from '../http/errors.ts';
import { firstFactors, secondFactors } from '../identities/factors.ts';
import type { Login } from './find.ts';

/** True when the session is as strong as is asked for: with a second factor where the person has one. */
export function isStrongEnough(
  kratos: KratosContext,
  { session, identity }: Login,
  required: RequiredAal,
): boolean {
  if (session.authenticator_assurance_level === 'aal2') return true;
  if (required === 'aal1') return session.authenticator_assurance_level === 'aal1';
  return firstFactors(kratos, identity) === 0 || secondFactors(kratos, identity) === 0;
}

/** The address where the second factor is asked for; `pass` are parameters that go along. */
export function secondFactorUrl(kratos: KratosContext, pass: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ aal: 'aal2', ...pass });
  query.sort();
  return `${kratos.settings.publicUrl()}/self-service/login/browser?${query.toString()}`;
}

/** 403: the session lacks the second factor, which is asked for at that address. */
export function secondFactorMissing(redirectTo: string): KratosError {
  return new KratosError(
    {
      code: 403,
      id: 'session_aal2_required',
      reason:
        'The session is active, but the second factor that the account has was not used: use it, and try again.',
      details: { redirect_browser_to: redirectTo },
      message: 'Session does not fulfill the requested Authenticator Assurance Level',
    },
    403,
    { redirect_browser_to: redirectTo },
  );
}

/** Throws that when the session is too weak. */
export function requireStrength(
  kratos: KratosContext,
  login: Login,
  required: RequiredAal,
  pass: Readonly<Record<string, string>> = {},
): void {
  if (!isStrongEnough(kratos, login, required)) throw secondFactorMissing(secondFactorUrl(kratos, pass));
}
