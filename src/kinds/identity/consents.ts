import * as l10n from '@vscode/l10n';
import type { OAuth2ConsentSession } from '@ory/client';
import { listOAuth2ConsentSessions } from '../../ory/operations/oauth2-sessions.ts';
import { PageWalk } from '../../ory/paging.ts';
import { listing } from '../listing.ts';
import { facts, lengthOf, whenFact } from '../row.ts';

/** A client may have been granted something several times. */
const keyOf = ({ consent_request: request, handled_at: at, grant_scope: scopes }: OAuth2ConsentSession) =>
  [request?.client?.client_id, at, request?.login_session_id, ...(scopes ?? [])].join(' ');

/** What an identity granted to clients (`GET /admin/oauth2/auth/sessions/consent`). */
export const consentListing = listing<OAuth2ConsentSession>({
  under: 'identities',
  service: 'hydra-admin',
  key: 'consents',
  label: l10n.t('Consents'),
  plural: l10n.t('consents'),
  icon: 'checklist',
  context: ['consents'],
  part: ({ of: subject, name: subjectName }) => ({ is: 'consents', subject, subjectName }),
  empty: () => l10n.t('Granted nothing that is still in force'),
  open: (client, { of: subject }, size) =>
    new PageWalk(client, listOAuth2ConsentSessions, { subject }, size(listOAuth2ConsentSessions)),
  keyOf,
  row(consent, { of: subject, name: subjectName }) {
    const { consent_request: request, remember, handled_at: at } = consent;
    const scopes = consent.grant_scope ?? [];
    const client = request?.client?.client_id ?? '';
    const clientName = request?.client?.client_name || client;
    return {
      id: keyOf(consent),
      label: clientName,
      description: [scopes.join(' '), remember ? 'remembered' : '', whenFact(at).split(' (')[0]]
        .filter(Boolean)
        .join(' · '),
      icon: 'check',
      dimmed: false,
      context: ['consent', 'id'],
      copied: client,
      part: { is: 'consent', subject, subjectName, client, clientName },
      facts: () =>
        facts(
          ['Client', client],
          ['Scopes', scopes.join(' ')],
          ['Audience', consent.grant_access_token_audience?.join(' ')],
          [
            'Remembered',
            remember
              ? consent.remember_for
                ? l10n.t('for {0}', lengthOf(consent.remember_for))
                : l10n.t('for good')
              : 'no',
          ],
          ['Granted', whenFact(at)],
          [l10n.t('Login session'), request?.login_session_id],
        ),
    };
  },
});
