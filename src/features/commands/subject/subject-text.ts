import * as l10n from '@vscode/l10n';
import type { OAuth2ConsentSession } from '@ory/client';
import { oneLine } from '../../../editor/text.ts';
import { lengthOf, whenFact } from '../../../kinds/row.ts';

/** What a subject granted to one client, at one time. */
export interface Grant {
  readonly client: string;
  readonly clientName: string;
  readonly scopes: readonly string[];
  readonly audience: readonly string[];
  readonly remembered: string;
  readonly granted: string;
  readonly login: string | undefined;
}

/** The parts of a consent that say who got what; challenges and request addresses are left out. */
export function grantOf(consent: OAuth2ConsentSession, now = new Date()): Grant {
  const { consent_request: request } = consent;
  const client = request?.client?.client_id ?? '';
  return {
    client,
    clientName: request?.client?.client_name || client || l10n.t('(unknown client)'),
    scopes: consent.grant_scope ?? [],
    audience: consent.grant_access_token_audience ?? [],
    remembered: rememberedWords(consent),
    granted: whenFact(consent.handled_at, now),
    login: request?.login_session_id,
  };
}

function rememberedWords({ remember, remember_for: seconds }: OAuth2ConsentSession): string {
  if (!remember) return 'no';
  return seconds ? l10n.t('for {0}', lengthOf(seconds)) : l10n.t('for good');
}

/** What a subject granted to whom, for people: the newest grants first, as the server lists them. */
export function subjectText(
  { subject, connection }: { readonly subject: string; readonly connection: string },
  consents: readonly OAuth2ConsentSession[],
  now = new Date(),
): string {
  const grants = consents.map((consent) => grantOf(consent, now));
  const logins = [...new Set(grants.flatMap(({ login }) => login ?? []))];
  const lines = [
    l10n.t('# What {0} granted', oneLine(subject)),
    '',
    l10n.t('Connection: {0}', oneLine(connection)),
    '',
    ...(grants.length === 0 ? [l10n.t('It granted nothing that is still in force.'), ''] : []),
    ...grants.flatMap(grantLines),
    l10n.t('## Login sessions'),
    '',
    ...(logins.length === 0
      ? [l10n.t('No grant names a login session. Hydra lists login sessions only through grants.')]
      : logins.map((login) => `- ${oneLine(login)}`)),
    '',
    l10n.t('To take grants back: “Ory: Revoke Consents…”, “Ory: Revoke All Consents…”.'),
    l10n.t('To make the subject sign in again: “Ory: Revoke Login Sessions…”.'),
    '',
  ];
  return lines.join('\n');
}

function grantLines({ client, clientName, scopes, audience, remembered, granted, login }: Grant): string[] {
  const facts: readonly (readonly [string, string])[] = [
    ['Client', client],
    ['Scopes', scopes.join(' ') || 'none'],
    ['Audience', audience.join(' ')],
    ['Remembered', remembered],
    ['Granted', granted],
    [l10n.t('Login session'), login ?? ''],
  ];
  return [
    `## ${oneLine(clientName)}`,
    '',
    ...facts.filter(([, value]) => value).map(([name, value]) => `- ${name}: ${oneLine(value)}`),
    '',
  ];
}
