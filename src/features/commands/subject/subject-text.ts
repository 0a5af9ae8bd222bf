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
    clientName: request?.client?.client_name || client || '(unknown client)',
    scopes: consent.grant_scope ?? [],
    audience: consent.grant_access_token_audience ?? [],
    remembered: rememberedWords(consent),
    granted: whenFact(consent.handled_at, now),
    login: request?.login_session_id,
  };
}

function rememberedWords({ remember, remember_for: seconds }: OAuth2ConsentSession): string {
  if (!remember) return 'no';
  return seconds ? `for ${lengthOf(seconds)}` : 'for good';
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
    `# What ${oneLine(subject)} granted`,
    '',
    `Connection: ${oneLine(connection)}`,
    '',
    ...(grants.length === 0 ? ['It granted nothing that is still in force.', ''] : []),
    ...grants.flatMap(grantLines),
    '## Login sessions',
    '',
    ...(logins.length === 0
      ? ['No grant names a login session. Hydra lists login sessions only through grants.']
      : logins.map((login) => `- ${oneLine(login)}`)),
    '',
    'To take grants back: “Ory: Revoke Consents…”, “Ory: Revoke All Consents…”.',
    'To make the subject sign in again: “Ory: Revoke Login Sessions…”.',
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
    ['Login session', login ?? ''],
  ];
  return [
    `## ${oneLine(clientName)}`,
    '',
    ...facts.filter(([, value]) => value).map(([name, value]) => `- ${name}: ${oneLine(value)}`),
    '',
  ];
}
