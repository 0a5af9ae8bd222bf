import type { OAuth2Login } from '../../../flows/self-service/oauth2-login.ts';
import type { ShownFact } from '../../../webviews/self-service-flow/contract.ts';
import { fact } from './fact.ts';

/** For which OAuth 2.0 client a flow signs somebody in, and what it wants. */
export function oauth2Facts(login: OAuth2Login | undefined): readonly ShownFact[] {
  if (!login) return [];
  const { client, clientId, scope, audience, skip } = login;
  return [
    ...fact('Client', client),
    ...fact('client_id', clientId === client ? undefined : clientId, true),
    ...fact('Scopes', scope.join(' ') || 'none'),
    ...fact('Audience', audience.join(' ')),
    ...fact('Remembered', skip ? 'Yes: skip=true' : undefined),
  ];
}
