import * as l10n from '@vscode/l10n';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';
import { valueText } from '../../../flows/oauth2/tokens/claim-words.ts';
import { asText } from '../../../ory/as-text.ts';
import { printJson, toJson } from '../../../ory/json/tree.ts';
import { getOAuth2ConsentRequest } from '../../../ory/operations/consent-requests.ts';
import { getOAuth2LoginRequest } from '../../../ory/operations/login-requests.ts';
import { getOAuth2LogoutRequest } from '../../../ory/operations/logout-requests.ts';
import { maskSecrets } from '../../../ory/secrets/mask-secrets.ts';
import type { Redactor } from '../../../ory/secrets/redactor.ts';
import type { Row } from '../../../webviews/shared/oauth2/contract.ts';

/** What one wants to know before one decides. Addresses of the client (its logo too) are text, and are never loaded. */
export function challengeFacts({
  client,
  scope,
  audience,
  subject,
  skip,
  raw,
  kind,
}: ChallengeRequest): Row[] {
  const asks = kind === 'login' || kind === 'consent';
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      'client',
      client ? `${client.client_name || l10n.t('(no name)')} · ${client.client_id ?? ''}` : undefined,
    ],
    ['subject', subject],
    ['requested_scope', asks ? scope.join(' ') || '(none)' : undefined],
    ['requested_access_token_audience', audience.join(' ')],
    ['skip', asks ? asText(skip) : undefined],
    ['acr', textOf(raw.acr)],
    ['amr', textOf(raw.amr)],
    ['oidc_context', textOf(raw.oidc_context)],
    ['context', textOf(raw.context)],
    ['session_id', textOf(raw.session_id)],
    ['login_session_id', textOf(raw.login_session_id)],
    ['sid', textOf(raw.sid)],
    ['rp_initiated', kind === 'logout' ? textOf(raw.rp_initiated) : undefined],
    ['client_uri', client?.client_uri],
    ['policy_uri', client?.policy_uri],
    ['tos_uri', client?.tos_uri],
    ['logo_uri', client?.logo_uri],
  ];
  return rows.flatMap(([name, value]) =>
    value ? [{ name, value, ...(name === 'subject' ? { copy: true } : {}) }] : [],
  );
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = valueText(value);
  return text === '{}' || text === '[]' ? undefined : text;
}

const SECRETS = {
  login: getOAuth2LoginRequest.answer.secrets,
  consent: getOAuth2ConsentRequest.answer.secrets,
  logout: getOAuth2LogoutRequest.answer.secrets,
  device: [],
} as const;

/** The whole answer as JSON; whoever holds a challenge can decide it, so challenges are masked. */
export const rawText = ({ kind, raw }: ChallengeRequest, redactor: Redactor): string =>
  redactor.text(printJson(maskSecrets(toJson(raw), SECRETS[kind]), 2));
