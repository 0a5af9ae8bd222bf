import type { Router } from '../../http/router.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import { showStored } from '../clients/show.ts';
import type { HydraContext } from '../context.ts';
import { noContent, ok } from '../http/answers.ts';
import { HydraError, invalidRequest } from '../http/errors.ts';
import { cutPage, readPage } from '../http/paging.ts';
import { type Consent, isOver } from './consent-store.ts';

const CONSENTS = '/admin/oauth2/auth/sessions/consent';
const LOGINS = '/admin/oauth2/auth/sessions/login';

/** What a user has allowed and where a user is logged in, for administrators. */
export function sessionRoutes(router: Router, context: HydraContext): void {
  router
    .on('GET', CONSENTS, ({ query }) => listConsents(context, query))
    .on('DELETE', CONSENTS, ({ query }) => revokeConsents(context, query))
    .on('DELETE', LOGINS, ({ query }) => revokeLogins(context, query));
}

/** listOAuth2ConsentSessions */
function listConsents(context: HydraContext, query: URLSearchParams): SandboxAnswer {
  const { state, seal, stamps } = context;
  const subject = query.get('subject') ?? '';
  if (subject === '') throw invalidRequest('Parameter subject is missing.');
  const page = readConsentPage(query, seal);
  const login = query.get('login_session_id') ?? '';
  const after = page.after ?? '';
  const found = state.consents.filter(
    (one) =>
      one.subject === subject &&
      !one.skipped &&
      !isOver(one, stamps.seconds()) &&
      (login === '' || one.loginSessionId === login) &&
      one.loginChallenge > after,
  );
  if (found.length === 0) return ok([]);
  const { items, link } = cutPage(found, ({ loginChallenge }) => loginChallenge, {
    page,
    query,
    path: CONSENTS,
    seal,
  });
  return ok(
    items.map((consent) => show(context, consent)),
    200,
    { link },
  );
}

/** This list has its own words for a page that it cannot read. */
function readConsentPage(query: URLSearchParams, seal: HydraContext['seal']) {
  try {
    return readPage(query, seal);
  } catch (error) {
    const size = query.get('page_size') ?? '';
    if (!/^[+-]?\d*$/.test(size)) throw invalidRequest((error as Error).message);
    throw new HydraError(400, 'invalid pagination token', '');
  }
}

function show({ config, state }: HydraContext, consent: Consent): Record<string, unknown> {
  const client = state.clients.get(consent.clientId);
  return {
    consent_request_id: consent.id,
    grant_scope: consent.grantedScope,
    grant_access_token_audience: consent.grantedAudience,
    session: consent.session,
    remember: consent.remember,
    remember_for: consent.rememberFor,
    handled_at: consent.handledAt,
    context: consent.context,
    consent_request: {
      challenge: '',
      consent_request_id: consent.id,
      requested_scope: consent.requestedScope,
      requested_access_token_audience: consent.requestedAudience,
      skip: false,
      subject: consent.subject,
      oidc_context: consent.oidcContext,
      client: client === undefined ? null : showStored(client.data),
      request_url: `${config.issuer()}${consent.requestUrl}`,
      login_challenge: consent.loginChallenge,
      login_session_id: consent.loginSessionId,
      acr: consent.acr,
      amr: consent.amr,
      context: consent.context,
    },
  };
}

/** revokeOAuth2ConsentSessions: one consent, those of a subject to one client, or all of a subject. */
function revokeConsents({ state }: HydraContext, query: URLSearchParams): SandboxAnswer {
  const [id, subject, client] = ['consent_request_id', 'subject', 'client'].map(
    (name) => query.get(name) ?? '',
  );
  const all = query.get('all') === 'true';
  let matches: (consent: Consent) => boolean;
  if (id && !subject && !client && !all) matches = (consent) => consent.id === id;
  else if (subject && client && !id && !all)
    matches = (consent) => consent.subject === subject && consent.clientId === client;
  else if (subject && all && !id && !client) matches = (consent) => consent.subject === subject;
  else throw invalidRequest('Name a consent_request_id, a subject and a client, or a subject and all=true.');
  const revoked = new Set(state.consents.filter(matches).map((consent) => consent.id));
  state.consents.remove(matches);
  state.tokens.remove(({ consentId }) => consentId !== undefined && revoked.has(consentId));
  return noContent();
}

/** revokeOAuth2LoginSessions: tokens and consents stay. */
function revokeLogins({ state }: HydraContext, query: URLSearchParams): SandboxAnswer {
  const [sid, subject] = [query.get('sid') ?? '', query.get('subject') ?? ''];
  if (sid === '' && subject === '') throw invalidRequest('Either subject or sid has to be given.');
  const ended = state.logins.filter((login) => (sid === '' ? login.subject === subject : login.id === sid));
  const ids = new Set(ended.map((login) => login.id));
  for (const id of ids) state.logins.remove(id);
  state.consents.forgetLogins((id) => ids.has(id));
  return noContent();
}
