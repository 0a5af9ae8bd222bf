import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Router } from '../../http/router.ts';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { grantTypesOf } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { oauthOk, oauthRefusal, ok } from '../http/answers.ts';
import { readForm } from '../http/body.ts';
import { HydraError, invalidGrant, invalidRequest, notFound } from '../http/errors.ts';
import { encodeQuery, withQuery } from '../http/paths.ts';
import { newToken } from '../secrets.ts';
import { authenticateClient } from '../tokens/authenticate.ts';
import { DEVICE_CODE } from '../tokens/device-code.ts';
import { checkAudience, checkScopes, words } from '../tokens/scopes.ts';
import { toLogin } from './authorize.ts';
import { ClientRefusal } from './authorize-errors.ts';
import { readDecision } from './challenges.ts';
import { cookiesOf, csrfCookie, DEVICE_CSRF } from './cookies.ts';
import type { DeviceRecord } from './device-store.ts';
import { openFlow, sealFlow, type Flow } from './flow.ts';
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
        // There is no client to go back to.
        if (error instanceof ClientRefusal) throw new HydraError(error.status, error.code, error.message);
        throw error;
      }
    });
}

/** acceptUserCodeRequest: the device app passes on the code that the user typed in. */
export function deviceRequestRoutes(router: Router, context: HydraContext): void {
  router.on('PUT', '/admin/oauth2/auth/requests/device/accept', (request) => {
    const challenge = request.query.get('device_challenge') ?? '';
    if (challenge === '') throw invalidRequest('Parameter device_challenge is missing.');
    const { user_code: code } = readDecision(request, { user_code: 'string' }, invalidRequest);
    if (typeof code !== 'string' || code === '') throw invalidRequest('Field user_code must not be empty.');
    const begun = context.seal.open('device', challenge) as DeviceStep | undefined;
    if (begun === undefined) throw notFound('This challenge is not known.');
    const device = context.state.devices.waiting(code, context.stamps.seconds());
    if (device === undefined) throw invalidRequest('This user code is not known, or was used before.');
    const flow = flowFor(context, device, begun);
    const query = new URLSearchParams(flow.query);
    query.set('device_verifier', sealFlow(context, 'device_verifier', flow));
    return ok({ redirect_to: `${context.config.issuer()}${VERIFY}?${encodeQuery(query)}` });
  });
}

async function begin(context: HydraContext, request: SandboxRequest): Promise<Record<string, unknown>> {
  const form = await readForm(request);
  const client = await authenticateClient(context, form, request.headers.authorization);
  if (!grantTypesOf(client).includes(DEVICE_CODE))
    throw invalidGrant('This client may not use the device flow.');
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
    throw new HydraError(403, 'access_denied', 'The verifier is not known, or came too late.');
  if (step === 'device_verifier') {
    if (cookiesOf(request).get(DEVICE_CSRF) !== flow.deviceCsrf)
      throw new HydraError(403, 'request_forbidden', 'This browser did not type the code in.');
    const anew = { id: randomBytes(16).toString('hex'), csrf: randomBytes(16).toString('hex') };
    return toLogin(context, request, { ...flow, ...anew });
  }
  return step === 'login_verifier'
    ? afterLogin(context, request, flow)
    : afterConsent(context, request, flow);
}

/** The browser on its way to the device app; a device challenge is this, sealed. */
interface DeviceStep {
  readonly csrf: string;
  /** What the page was opened with, without the user code. */
  readonly query: string;
}

function toDeviceApp(context: HydraContext, query: URLSearchParams): SandboxAnswer {
  const csrf = randomBytes(16).toString('hex');
  const masked = new URLSearchParams(query);
  if (masked.has('user_code')) masked.set('user_code', MASKED);
  const challenge = context.seal.close('device', { csrf, query: encodeQuery(masked) } satisfies DeviceStep);
  const userCode = query.get('user_code');
  const parameters = { device_challenge: challenge, ...(userCode === null ? {} : { user_code: userCode }) };
  const answer = redirect(302, withQuery(context.config.urls.device, parameters), 'GET');
  return {
    ...answer,
    headers: { ...answer.headers, 'set-cookie': csrfCookie(context, DEVICE_CSRF, csrf) },
  };
}

function flowFor(context: HydraContext, device: DeviceRecord, begun: DeviceStep): Flow {
  const asked = new URLSearchParams(begun.query);
  if (!asked.get('client_id')) asked.set('client_id', device.clientId);
  const query = encodeQuery(asked);
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
    mode: 'query',
    state: '',
    nonce: '',
    proof: null,
    prompt: [],
    oidcContext: null,
    sessionId: randomUUID(),
    skip: false,
    subject: '',
    authenticatedAt: 0,
    requestedAt: context.stamps.seconds(),
    csrf: randomBytes(16).toString('hex'),
    deviceKey: device.key,
    deviceCsrf: begun.csrf,
  };
}
