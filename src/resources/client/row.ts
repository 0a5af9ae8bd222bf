import type { OAuth2Client } from '@ory/client';
import { facts, type Row, whenFact } from '../row.ts';
import { clientState } from './state.ts';

/** A client's name, or its id where it has none. */
export const clientName = (client: Pick<OAuth2Client, 'client_id' | 'client_name'>): string =>
  client.client_name?.trim() || (client.client_id ?? '');

/** A public client holds no secret: anybody can claim to be it. */
export const isPublic = (client: Pick<OAuth2Client, 'token_endpoint_auth_method'>): boolean =>
  client.token_endpoint_auth_method === 'none';

/** An OAuth 2.0 client in a list: name, public or confidential, grant types. */
export function clientRow(client: OAuth2Client): Row {
  const grants = client.grant_types ?? [];
  const kind = isPublic(client) ? 'public' : 'confidential';
  return {
    id: client.client_id ?? '',
    label: clientName(client),
    description: [kind, grants.map(shortGrant).join(', ')].filter(Boolean).join(' · '),
    icon: isPublic(client) ? 'device-mobile' : 'server-process',
    dimmed: false,
    state: clientState(client),
    facts: () =>
      facts(
        ['Id', client.client_id],
        ['Type', `${kind} (${client.token_endpoint_auth_method ?? 'client_secret_basic'})`],
        ['Owner', client.owner],
        ['Grant types', grants.join(', ')],
        ['Scopes', client.scope],
        ['Redirect URIs', (client.redirect_uris ?? []).join(', ')],
        ['Audience', (client.audience ?? []).join(', ')],
        ['Created', whenFact(client.created_at)],
        ['Updated', whenFact(client.updated_at)],
      ),
  };
}

/** The URN grant types are long; their last part says it. */
const shortGrant = (grant: string): string =>
  grant.startsWith('urn:') ? (grant.split(':').at(-1) ?? grant) : grant;
