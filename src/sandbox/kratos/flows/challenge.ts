import { badRequest, KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';

/** The login challenge of an OAuth 2.0 server that a flow was begun with, undefined for none. Throws a KratosError. */
export function askedChallenge(ex: Exchange): string | undefined {
  if (!ex.query.has('login_challenge')) return undefined;
  if (ex.kratos.settings.oauth2Url === undefined) {
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
