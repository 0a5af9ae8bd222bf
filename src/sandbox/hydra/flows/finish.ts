import { randomUUID } from 'node:crypto';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { isPublic, type StoredClient } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { newToken } from '../secrets.ts';
import type { Proof } from '../tokens/code-store.ts';
import { mintIdToken } from '../tokens/id-token.ts';
import type { Granted } from '../tokens/granted.ts';
import { mintAccessToken } from '../tokens/mint.ts';
import { words } from '../tokens/scopes.ts';
import { withQuery } from '../http/paths.ts';
import { subjectFor } from './pairwise.ts';
import { ClientRefusal } from './authorize-errors.ts';
import type { Consent } from './consent-store.ts';
import type { AcceptedLogin, Flow } from './flow.ts';
import { toClient } from './response-mode.ts';

/** The end of a flow: the client gets a code, or tokens at once, or the device may collect them. */
export async function finish(
  context: HydraContext,
  request: SandboxRequest,
  flow: Flow,
  consent: Consent,
  login: AcceptedLogin,
): Promise<SandboxAnswer> {
  const client = context.state.clients.get(flow.clientId);
  if (client === undefined) throw new ClientRefusal('invalid_client', 'The client is gone.', flow);
  const granted = grantedBy(context, flow, client, consent, login);
  if (flow.deviceKey !== undefined) {
    context.state.devices.allow(flow.deviceKey, granted);
    return redirect(302, withQuery(context.config.urls.deviceDone, { client_id: client.id }), request.method);
  }
  if (flow.mode === 'query' && flow.responseType !== 'code')
    throw new ClientRefusal('unsupported_response_mode', 'Tokens do not travel in a query.', flow);
  const parameters = await answerTo(context, flow, granted);
  return toClient(flow, parameters);
}

function grantedBy(
  { config }: HydraContext,
  flow: Flow,
  client: StoredClient,
  consent: Consent,
  login: AcceptedLogin,
): Granted {
  const shownAs = subjectFor(config, client, login.subject, login.forcedSubject);
  return {
    client,
    family: randomUUID(),
    subject: login.subject,
    scope: consent.grantedScope,
    audience: consent.grantedAudience,
    consentId: consent.id,
    session: {
      idToken: consent.session.id_token,
      accessToken: consent.session.access_token,
      authTime: login.authenticatedAt,
      requestedAt: flow.requestedAt,
      acr: login.acr,
      amr: login.amr,
      sid: flow.sessionId,
      nonce: flow.nonce,
      ...(shownAs === login.subject ? {} : { shownAs }),
    },
  };
}

async function answerTo(
  context: HydraContext,
  flow: Flow,
  granted: Granted,
): Promise<Record<string, string>> {
  const proof = checkedProof(context, flow, granted.client);
  const types = words(flow.responseType);
  const answer: Record<string, string> = { state: flow.state };
  // An answer of nothing but an ID token, or a code beside one, does not tell the scope.
  if (!types.includes('id_token') || types.includes('token')) answer.scope = granted.scope.join(' ');
  const now = context.stamps.seconds();
  if (types.includes('code')) {
    const { client, ...rest } = granted;
    const redirectUri = flow.redirectSent ? flow.redirectUri : '';
    answer.code = newToken('ac');
    if (types.length > 1) rest.session = { ...rest.session, code: answer.code };
    const expiresAt = now + context.config.ttl.code;
    context.state.codes.add(
      answer.code,
      { clientId: client.id, redirectUri, proof, granted: rest, expiresAt },
      now,
    );
  }
  if (types.includes('token')) {
    const token = await mintAccessToken(context, granted, 'implicit_grant_access_token_lifespan');
    Object.assign(answer, {
      access_token: token.access_token,
      expires_in: String(token.expires_in),
      token_type: 'bearer',
    });
  }
  if (types.includes('id_token') && granted.scope.includes('openid'))
    answer.id_token = await mintIdToken(context, granted, 'implicit_grant_id_token_lifespan', {
      accessToken: answer.access_token,
      code: answer.code,
    });
  return answer;
}

/** @throws ClientRefusal when the proof is of a kind that the server does not take, or missing where it must not be. */
function checkedProof({ config }: HydraContext, flow: Flow, client: StoredClient): Proof | null {
  const { proof } = flow;
  if (proof === null) {
    if (config.pkce.enforced || (config.pkce.enforcedForPublic && isPublic(client)))
      throw new ClientRefusal('invalid_request', 'This client has to send a code_challenge.', flow);
    return null;
  }
  if (proof.method !== 'S256')
    throw new ClientRefusal('invalid_request', 'The code_challenge_method has to be S256.', flow);
  return { challenge: proof.challenge, method: proof.method };
}
