import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Router } from '../../http/router.ts';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { oauthOk, oauthRefusal, ok } from '../http/answers.ts';
import { readForm } from '../http/body.ts';
import { HydraError, invalidRequest, notFound } from '../http/errors.ts';
import { encodeQuery } from '../http/paths.ts';
import { newToken } from '../secrets.ts';
import { authenticateClient } from '../tokens/authenticate.ts';
import { checkAudience, checkScopes, words } from '../tokens/scopes.ts';
import { toLogin } from './authorize.ts';
import { ClientRefusal, PageRefusal, refusalAnswer } from './authorize-errors.ts';
import { readDecision } from './challenges.ts';
import type { DeviceRecord } from './device-store.ts';
import { openFlow, sealFlow, withQuery, type Flow } from './flow.ts';
import { afterConsent, afterLogin } from './steps.ts';

/** The user code does not travel on. */
const MASKED = '****';
const VERIFY = '/oauth2/device/verify';
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** oAuth2DeviceFlow and performOAuth2DeviceVerificationFlow: the device's request, and the user's browser. */
export function deviceRoutes(router: Router, context: HydraContext): void {
  router
    .on('POST', '/oauth2/device/auth', async (request) => {
      try {
        return oauthOk(await begin(context, request));
      } catch (error) {
        if (error instanceof HydraError) return oauthRefusal(error);
        throw error;
      }
    })
    .on('GET', VERIFY, async (request) => {
      try {
        return await verify(context, request);
      } catch (error) {
        if (error instanceof PageRefusal || error instanceof ClientRefusal)
          return refusalAnswer(context, new PageRefusal(error.code, error.message), 'GET');
        throw error;
      }
    });
}

/** acceptUserCodeRequest: the device app passes on the code that the user typed in. */
export function deviceRequestRoutes(router: Router, context: HydraContext): void {
  router.on('PUT', '/admin/oauth2/auth/requests/device/accept', (request) => {
    const challenge = request.query.get('device_challenge') ?? '';
    if (challenge === '') throw invalidRequest('Parameter device_challenge is missing.');
    if (context.seal.open('device', challenge) === undefined) throw notFound('This challenge is not known.');
    const code = readDecision(request).user_code;
    const { devices } = context.state;
    const device = typeof code === 'string' ? devices.waiting(code, context.stamps.seconds()) : undefined;
    if (device === undefined) throw invalidRequest('This user code is not known, or was used before.');
    devices.claim(device);
    const flow = flowFor(context, device);
    const verifier = sealFlow(context, 'device_verifier', flow);
    const query = { client_id: device.clientId, device_verifier: verifier, user_code: MASKED };
    return ok({ redirect_to: withQuery(`${context.config.issuer()}${VERIFY}`, query) });
  });
}

async function begin(context: HydraContext, request: SandboxRequest): Promise<Record<string, unknown>> {
  const form = readForm(request);
  const client = await authenticateClient(context, form, request.headers.authorization);
  const [scope, audience] = [words(form.get('scope')), form.getAll('audience').flatMap(words)];
  checkScopes(client.data, scope, context.config);
  checkAudience(client.data, audience);
  const { config } = context;
  const deviceCode = newToken('dc');
  const userCode = Array.from({ length: 8 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  const expiresAt = context.stamps.seconds() + config.ttl.device;
  context.state.devices.add(deviceCode, { clientId: client.id, userCode, scope, audience, expiresAt });
  const uri = `${config.issuer()}${VERIFY}`;
  return {
    Header: null,
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: uri,
    verification_uri_complete: withQuery(uri, { user_code: userCode }),
    expires_in: config.ttl.device,
    interval: config.devicePollInterval,
  };
}

async function verify(context: HydraContext, request: SandboxRequest): Promise<SandboxAnswer> {
  const { query } = request;
  const step = (['consent_verifier', 'login_verifier', 'device_verifier'] as const).find((name) =>
    query.has(name),
  );
  if (step === undefined) return toDeviceApp(context, query);
  const flow = openFlow(context, step, query.get(step) ?? '');
  if (flow === undefined)
    throw new PageRefusal('access_denied', 'The verifier is not known, or came too late.');
  if (step === 'device_verifier') return toLogin(context, request, flow);
  return step === 'login_verifier'
    ? afterLogin(context, request, flow)
    : afterConsent(context, request, flow);
}

function toDeviceApp(context: HydraContext, query: URLSearchParams): SandboxAnswer {
  const csrf = randomBytes(16).toString('hex');
  const challenge = context.seal.close('device', csrf);
  const userCode = query.get('user_code') ?? '';
  const parameters = { device_challenge: challenge, ...(userCode === '' ? {} : { user_code: userCode }) };
  const answer = redirect(302, withQuery(context.config.urls.device, parameters), 'GET');
  const cookie = `ory_hydra_device_csrf_dev=${csrf}; Path=/; HttpOnly; SameSite=${context.config.sameSite}`;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
}

function flowFor(context: HydraContext, device: DeviceRecord): Flow {
  const query = encodeQuery(new URLSearchParams({ client_id: device.clientId, user_code: MASKED }));
  return {
    id: randomBytes(16).toString('hex'),
    clientId: device.clientId,
    client: context.state.clients.get(device.clientId)?.data ?? {},
    path: VERIFY,
    query,
    requestUrl: `${VERIFY}?${query}`,
    scope: device.scope,
    audience: device.audience,
    redirectUri: '',
    redirectSent: false,
    responseType: '',
    state: '',
    nonce: '',
    proof: null,
    prompt: [],
    oidcContext: {},
    sessionId: randomUUID(),
    skip: false,
    subject: '',
    authenticatedAt: 0,
    requestedAt: context.stamps.seconds(),
    csrf: randomBytes(16).toString('hex'),
    deviceKey: device.key,
  };
}
