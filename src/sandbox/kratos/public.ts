import { methodNotAllowed, NO_STORE, pageNotFound, redirect, withoutDoubleSlashes } from '../http/paths.ts';
import { Router, type Found } from '../http/router.ts';
import type { SandboxAnswer, Service } from '../http/service.ts';
import { guarded } from './admin.ts';
import type { KratosContext } from './context.ts';
import { isExempt } from './http/csrf.ts';
import { Exchange } from './http/exchange.ts';
import { forgery } from './http/forgery.ts';
import { health } from './meta/health.ts';
import { WEBAUTHN_SCRIPT } from './methods/webauthn/script.ts';
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
  ['GET', '/courier/messages/{id}'],
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
    .on('GET', '/admin/courier/messages', onward)
    .on('GET', '/admin/schemas/{id}', ({ request }) => getSchema(kratos, request))
    .on('GET', '/.well-known/change-password', changePassword)
    .on('GET', '/.well-known/ory/webauthn.js', webauthnScript);
  for (const [method, template] of ADMIN) {
    router.on(method, template, onward).on(method, `/admin${template}`, onward);
  }
  for (const [method, template] of ADMIN_WITHOUT_PREFIX) router.on(method, template, onward);
  for (const route of SELF_SERVICE) router.on(...route);
  return {
    name: 'kratos-public',
    async handle(request) {
      const found = router.find(request.method, request.path);
      const params = found.kind === 'route' ? found.params : {};
      const ex = new Exchange(kratos, { ...request, params });
      // Whatever is answered or thrown carries the cookies that were set meanwhile.
      const answer = ex.finish(await guarded(() => route(ex, found)));
      return request.method === 'GET' ? { ...answer, headers: { ...answer.headers, ...NO_STORE } } : answer;
    },
  };
}

function route(ex: Exchange, found: Found<PublicHandler>): SandboxAnswer | Promise<SandboxAnswer> {
  const { method, path } = ex.request;
  if (found.kind === 'route') return found.handler(ex);
  const safe = method === 'GET' || method === 'OPTIONS';
  if (!safe && !isExempt(path)) throw forgery(ex);
  if (found.kind === 'other-method') return methodNotAllowed(found.allowed);
  return withoutDoubleSlashes(ex.request) ?? pageNotFound();
}

/** Sends a request on to the administrators' port. */
function onward({ kratos, request }: Exchange): SandboxAnswer {
  const path = request.path.replace(/^\/admin(?=\/)/, '');
  const query = request.search === '' ? '' : `?${request.search}`;
  return redirect(307, `${kratos.settings.adminUrl()}/admin${path}${query}`, request.method);
}

const changePassword = (ex: Exchange): SandboxAnswer =>
  ex.redirect(303, ex.kratos.settings.selfService.flows.settings.uiUrl);

const webauthnScript = (): SandboxAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/javascript; charset=UTF-8' },
  body: WEBAUTHN_SCRIPT,
});
