import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import { asText } from '../../ory/as-text.ts';
import type { Below, Group } from '../listing.ts';
import { facts, type Row, whenFact } from '../row.ts';
import { clientState } from './state.ts';

/** A client's name, or its id where it has none. */
export const clientName = (client: Pick<OAuth2Client, 'client_id' | 'client_name'>): string =>
  asText(client.client_name).trim() || asText(client.client_id);

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
        [l10n.t('Grant types'), grants.join(', ')],
        ['Scopes', client.scope],
        [l10n.t('Redirect URIs'), (client.redirect_uris ?? []).join(', ')],
        ['Audience', (client.audience ?? []).join(', ')],
        ['Created', whenFact(client.created_at)],
        ['Updated', whenFact(client.updated_at)],
      ),
    ...(hasValues(client) ? { below: () => belowClient(client) } : {}),
  };
}

const hasValues = (client: OAuth2Client): boolean =>
  [client.redirect_uris, client.scope, client.post_logout_redirect_uris, client.contacts].some(
    (values) => (values ?? '').length > 0,
  );

/** What the listing says of a client, by the value. */
function belowClient(client: OAuth2Client): readonly Below[] {
  return [
    valuesOf('redirect-uris', l10n.t('Redirect URIs'), 'references', 'link', client.redirect_uris ?? []),
    valuesOf('scopes', 'Scopes', 'tag', 'tag', (client.scope ?? '').split(' ').filter(Boolean)),
    valuesOf(
      'post-logout-uris',
      l10n.t('Post-logout URIs'),
      'sign-out',
      'link',
      client.post_logout_redirect_uris ?? [],
    ),
    valuesOf('contacts', 'Contacts', 'mail', 'mail', client.contacts ?? []),
  ].filter(({ group }) => group.rows.length > 0);
}

function valuesOf(
  key: string,
  label: string,
  icon: string,
  valueIcon: string,
  values: readonly string[],
): { readonly group: Group } {
  const rows = values.map((value, at): Row => ({
    // The same value may stand there twice.
    id: `${at}/${value}`,
    label: value,
    description: '',
    icon: valueIcon,
    dimmed: false,
    copied: value,
    facts: () => [],
  }));
  const summary = values.length === 1 ? (values[0] ?? '') : String(values.length);
  return { group: { key, label, icon, summary, rows } };
}

/** The URN grant types are long; their last part says it. */
const shortGrant = (grant: string): string =>
  grant.startsWith('urn:') ? (grant.split(':').at(-1) ?? grant) : grant;
