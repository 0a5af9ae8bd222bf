import * as l10n from '@vscode/l10n';
import type { TrustedOAuth2JwtGrantIssuer } from '@ory/client';
import { listTrustedOAuth2JwtGrantIssuers } from '../../ory/operations/trusted-issuers.ts';
import { PageWalk } from '../../ory/paging.ts';
import { listing } from '../listing.ts';
import { facts, type Row, whenFact } from '../row.ts';

/** The issuers whose assertions Hydra exchanges for tokens (`GET /admin/trust/grants/jwt-bearer/issuers`). */
export const issuerListing = listing<TrustedOAuth2JwtGrantIssuer>({
  under: 'top',
  service: 'hydra-admin',
  key: 'issuers',
  label: l10n.t('Trusted issuers'),
  plural: l10n.t('trusted issuers'),
  icon: 'verified',
  empty: () => l10n.t('No trusted issuers'),
  open: (client, _, size) =>
    new PageWalk(client, listTrustedOAuth2JwtGrantIssuers, {}, size(listTrustedOAuth2JwtGrantIssuers)),
  keyOf: ({ id }) => id ?? '',
  row: (issuer) => issuerRow(issuer),
});

/** A trusted issuer in a list: its URL, whom it may speak for, until when. */
function issuerRow(issuer: TrustedOAuth2JwtGrantIssuer, now = new Date()): Row {
  const expired = issuer.expires_at !== undefined && Date.parse(issuer.expires_at) < now.getTime();
  return {
    id: issuer.id ?? '',
    label: issuer.issuer ?? issuer.id ?? '',
    description: [
      issuer.allow_any_subject ? l10n.t('any subject') : (issuer.subject ?? ''),
      expired ? 'expired' : '',
    ]
      .filter(Boolean)
      .join(' · '),
    icon: 'verified',
    dimmed: expired,
    facts: () =>
      facts(
        ['Id', issuer.id],
        ['Issuer', issuer.issuer],
        ['Subject', issuer.allow_any_subject ? 'any' : issuer.subject],
        ['Scopes', issuer.scope?.join(' ')],
        ['Key', [issuer.public_key?.set, issuer.public_key?.kid].filter(Boolean).join(' / ')],
        ['Expires', whenFact(issuer.expires_at)],
        ['Created', whenFact(issuer.created_at)],
      ),
  };
}
