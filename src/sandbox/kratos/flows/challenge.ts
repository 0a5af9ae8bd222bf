import type { JsonObject } from '../../json/values.ts';
import type { LoginRequest } from '../../login-requests.ts';
import { badRequest, KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Session } from '../sessions/model.ts';
import type { Extras, Flow } from './model.ts';

/** The login challenge of an OAuth 2.0 server that a flow was begun with, undefined for none. Throws a KratosError. */
export function askedChallenge(ex: Exchange): string | undefined {
  if (!ex.query.has('login_challenge')) return undefined;
  if (ex.kratos.oauth2 === undefined) {
    throw new KratosError({
      code: 500,
      id: 'invalid_configuration',
      reason: 'A login_challenge was sent, but oauth2_provider.url is not configured.',
      message: 'Invalid configuration',
    });
  }
  const challenge = ex.query.get('login_challenge') ?? '';
  if (challenge === '') throw badRequest('The parameter login_challenge is there, but empty.');
  return challenge;
}

/** A login that an OAuth 2.0 server sent a browser for. */
export interface AskedLogin {
  readonly challenge: string;
  readonly request: LoginRequest;
  /** The OAuth 2.0 server remembers the browser: nobody need be asked. */
  readonly skip: boolean;
}

/**
 * The login that a browser was sent for, undefined for none. Throws a KratosError, for a challenge that the OAuth 2.0
 * server does not know, too.
 */
export function askedLogin(ex: Exchange): AskedLogin | undefined {
  const challenge = askedChallenge(ex);
  if (challenge === undefined) return undefined;
  const request = known(ex.kratos.oauth2?.read(challenge));
  return { challenge, request, skip: request.skip === true };
}

/** Where the configuration says so, a browser returns to the authorization that it was sent by. */
export function askForReturn(ex: Exchange, { request }: AskedLogin): void {
  const { request_url: url } = request;
  if (ex.kratos.settings.oauth2.overridesReturn && typeof url === 'string') ex.ask('return_to', url);
}

/** What a flow shows of the login request that it was begun for. Throws a KratosError (400) when that is over. */
export function requestOf(ex: Exchange, { login_challenge: challenge }: Flow): Extras {
  if (challenge === undefined) return {};
  return { login_request: presentRequest(known(ex.kratos.oauth2?.read(challenge))) };
}

/** A login request as Kratos shows it: what its client of Hydra's API knows and nobody set is left out. */
export function presentRequest(request: LoginRequest): JsonObject {
  const client = Object.entries(request.client as JsonObject).filter(
    ([name, value]) => value !== null || name.startsWith('device_authorization_grant_'),
  );
  return { ...request, client: Object.fromEntries(client) };
}

/** Tells the OAuth 2.0 server who signed in. @returns where the browser goes on. Throws a KratosError (400). */
export function acceptLogin({ kratos }: Exchange, challenge: string, session: Session): string {
  const { sessionCookie, sessionLifespanMs } = kratos.settings;
  return known(
    kratos.oauth2?.accept(challenge, {
      subject: session.identity_id,
      amr: session.authentication_methods.map(({ method }) => method),
      remember: sessionCookie.persistent,
      rememberFor: sessionLifespanMs / 1000,
    }),
  );
}

function known<T>(found: T | undefined): T {
  if (found !== undefined) return found;
  throw new KratosError({
    code: 400,
    reason: 'The OAuth 2.0 server knows no login request with this challenge.',
    details: { oauth2_error_hint: '', status_code: 404 },
  });
}
