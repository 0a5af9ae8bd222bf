import { methodNotAllowed, NO_STORE, pageNotFound, redirect } from '../http/paths.ts';
import { Router } from '../http/router.ts';
import type { SandboxAnswer, SandboxRequest, Service } from '../http/service.ts';
import { guarded } from './admin.ts';
import type { KratosContext } from './context.ts';
import { beginLogin, getLogin, submitLogin } from './flows/login.ts';
import { csrfViolation, isExempt, withCsrfCookie } from './http/csrf.ts';
import { notEmulated } from './http/errors.ts';
import { getFlowError } from './meta/errors.ts';
import { health } from './meta/health.ts';
import { getSchema, listSchemas } from './schemas/public.ts';

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
  ['GET', '/courier/messages'],
  ['GET', '/courier/messages/{id}'],
];

const SCRIPT = '// Security keys are not part of the sandbox: there is nothing to run here.\n';

/** The public port. Self-service beyond an app's login with a password answers 501. */
export function publicService(kratos: KratosContext): Service {
  const { settings } = kratos;
  const router = new Router()
    .on('GET', '/health/alive', health)
    .on('GET', '/health/ready', health)
    .on('GET', '/schemas', (request) => listSchemas(kratos, request))
    .on('GET', '/schemas/{id}', (request) => getSchema(kratos, request))
    .on('GET', '/admin/schemas/{id}', (request) => getSchema(kratos, request))
    .on('GET', '/self-service/errors', getFlowError)
    .on('GET', '/self-service/login/api', (request) => beginLogin(kratos, request))
    .on('GET', '/self-service/login/flows', (request) => getLogin(kratos, request))
    .on('POST', '/self-service/login', (request) => submitLogin(kratos, request))
    .on('GET', '/.well-known/change-password', (request) =>
      redirect(303, settings.settingsUrl, request.method),
    )
    .on('GET', '/.well-known/ory/webauthn.js', () => ({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=UTF-8' },
      body: SCRIPT,
    }));
  for (const [method, template] of ADMIN) {
    const onward = (request: SandboxRequest) => {
      const path = request.path.replace(/^\/admin(?=\/)/, '');
      const query = request.search === '' ? '' : `?${request.search}`;
      return redirect(307, `${settings.adminUrl()}/admin${path}${query}`, request.method);
    };
    router.on(method, template, onward).on(method, `/admin${template}`, onward);
  }

  const route = (request: SandboxRequest): SandboxAnswer | Promise<SandboxAnswer> => {
    const found = router.find(request.method, request.path);
    const safe = request.method === 'GET' || request.method === 'OPTIONS';
    if (found.kind === 'route') return found.handler({ ...request, params: found.params });
    if (/^\/(self-service|sessions)(\/|$)/.test(request.path)) {
      throw notEmulated(`${request.method} ${request.path}: self-service flows and a person's own sessions`);
    }
    if (!safe && !isExempt(request.path)) throw csrfViolation(request);
    return found.kind === 'other-method' ? methodNotAllowed(found.allowed) : pageNotFound();
  };
  return {
    name: 'kratos-public',
    async handle(request) {
      const answer = await guarded(() => route(request));
      const shown =
        request.method === 'GET' ? { ...answer, headers: { ...answer.headers, ...NO_STORE } } : answer;
      return isExempt(request.path) ? shown : withCsrfCookie(shown, request, settings.publicUrl());
    },
  };
}
