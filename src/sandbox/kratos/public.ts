import { isRead, methodNotAllowed, notStored, pageNotFound } from '../http/paths.ts';
import { Router, toSpelling, type Found } from '../http/router.ts';
import type { SandboxAnswer, Service } from '../http/service.ts';
import { formOf } from './flows/values.ts';
import { guarded } from './admin.ts';
import type { KratosContext } from './context.ts';
import { isExempt } from './http/csrf.ts';
import { notFound } from './http/errors.ts';
import { Exchange } from './http/exchange.ts';
import { forgery } from './http/forgery.ts';
import { toAdminPort } from './http/other-port.ts';
import { health } from './meta/health.ts';
import { WEBAUTHN_SCRIPT } from './methods/webauthn/script.ts';
import { elementsConfiguration, fedcmParameters, submitFedcmToken } from './network.ts';
import { getSchema, listSchemas } from './schemas/public.ts';
import { SELF_SERVICE, type PublicHandler } from './self-service.ts';

/** Routes of the other port that this one sends on to it; the rest of that port does not exist here. */
const ADMIN: readonly (readonly [string, string])[] = [
  ['GET', '/identities'],
  ['POST', '/identities'],
  ['GET', '/identities/{id}'],
  ['PUT', '/identities/{id}'],
  ['PATCH', '/identities/{id}'],
  ['DELETE', '/identities/{id}'],
  ['GET', '/identities/by/external/{externalID}'],
  ['DELETE', '/identities/{id}/credentials/{type}'],
];

/** Those that are only sent on with the prefix /admin. */
const ADMIN_WITH_PREFIX: readonly (readonly [string, string])[] = [
  ['GET', '/admin/courier/messages'],
  ['GET', '/admin/courier/messages/{id}'],
];

/** Those that are only sent on without the prefix /admin. */
const ADMIN_WITHOUT_PREFIX: readonly (readonly [string, string])[] = [
  ['DELETE', '/identities/{id}/sessions'],
  ['POST', '/recovery/link'],
  ['POST', '/recovery/code'],
];

/** The public port: what persons and their apps do for themselves. */
export function publicService(kratos: KratosContext): Service {
  const router = new Router<PublicHandler>()
    .on('GET', '/health/alive', () => health())
    .on('GET', '/health/ready', () => health())
    .on('GET', '/schemas', ({ request }) => listSchemas(kratos, request))
    .on('GET', '/schemas/{id}', ({ request }) => getSchema(kratos, request))
    .on('GET', '/admin/schemas', ({ request }) => listSchemas(kratos, request))
    .on('GET', '/admin/schemas/{id}', ({ request }) => getSchema(kratos, request))
    .on('GET', '/.well-known/change-password', changePassword)
    .on('GET', '/.well-known/ory/webauthn.js', webauthnScript)
    .on('GET', '/elements/configuration', elementsConfiguration)
    .on('GET', '/self-service/fed-cm/parameters', fedcmParameters)
    .on('POST', '/self-service/fed-cm/token', submitFedcmToken);
  for (const [method, template] of ADMIN) {
    router.on(method, template, onward).on(method, `/admin${template}`, onward);
  }
  for (const [method, template] of [...ADMIN_WITH_PREFIX, ...ADMIN_WITHOUT_PREFIX]) {
    router.on(method, template, onward);
  }
  for (const path of [
    '/self-service/methods/oidc/callback',
    '/self-service/methods/oidc/callback/{provider}',
  ]) {
    router.on('GET', path, socialLoginsAreOff);
  }
  router.on('POST', '/self-service/methods/oidc/callback/{provider}', asLink);
  for (const route of SELF_SERVICE) router.on(...route);
  return {
    name: 'kratos-public',
    async handle(request) {
      const found = router.find(request.method, request.path);
      const params = found.kind === 'route' ? found.params : {};
      const ex = new Exchange(kratos, { ...request, params });
      // Whatever is answered or thrown carries the cookies that were set meanwhile.
      return notStored(ex.finish(await guarded(() => route(ex, found))), request.method);
    },
  };
}

function route(ex: Exchange, found: Found<PublicHandler>): SandboxAnswer | Promise<SandboxAnswer> {
  const { method, path } = ex.request;
  const safe = isRead(method) || method === 'OPTIONS' || method === 'TRACE';
  if (!safe && !isExempt(path) && !ex.csrfFits(sentToken(ex))) throw forgery(ex);
  switch (found.kind) {
    case 'route':
      return found.handler(ex);
    case 'other-spelling':
      return toSpelling(found.path, ex.request);
    case 'other-method':
      return methodNotAllowed(found.allowed);
    case 'none':
      return pageNotFound();
  }
}

/** The token against forged requests: that of the header, else that of the form. */
const sentToken = (ex: Exchange): string =>
  [ex.request.headers['x-csrf-token']].flat()[0] ?? formOf(ex).get('csrf_token') ?? '';

/** Sends a request on to the administrators' port. */
const onward = ({ kratos, request }: Exchange): SandboxAnswer =>
  toAdminPort(request, kratos.settings.adminUrl());

/** Whoever comes back from a social login comes with a link; some providers send a form instead. */
function asLink(ex: Exchange): SandboxAnswer {
  const query = new URLSearchParams([...ex.query, ...formOf(ex)]);
  query.sort();
  const search = query.toString();
  return ex.redirect(
    302,
    `${ex.kratos.settings.publicUrl()}${ex.request.path}${search === '' ? '' : `?${search}`}`,
  );
}

function socialLoginsAreOff(): SandboxAnswer {
  throw notFound('Social logins are switched off.');
}

const changePassword = (ex: Exchange): SandboxAnswer =>
  ex.redirect(303, ex.kratos.settings.selfService.flows.settings.uiUrl);

const webauthnScript = (): SandboxAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/javascript; charset=UTF-8' },
  body: WEBAUTHN_SCRIPT,
});
