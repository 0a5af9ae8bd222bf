import { methodNotAllowed, NO_STORE, pageNotFound, redirect, withoutDoubleSlashes } from '../http/paths.ts';
import { Router } from '../http/router.ts';
import type { SandboxAnswer, SandboxRequest, Service } from '../http/service.ts';
import type { KratosContext } from './context.ts';
import { getMessage, listMessages } from './courier/admin.ts';
import { createTestLoginFlow } from './flows/login/trial.ts';
import { KratosError, notEmulated } from './http/errors.ts';
import { batchPatchIdentities } from './identities/batch.ts';
import { createIdentity } from './identities/create.ts';
import { listIdentities } from './identities/list.ts';
import { patchIdentity } from './identities/patch.ts';
import { getIdentity, getIdentityByExternalId } from './identities/read.ts';
import { deleteCredential, deleteIdentity } from './identities/remove.ts';
import { replaceIdentity } from './identities/replace.ts';
import { health, version } from './meta/health.ts';
import { createRecoveryCode, createRecoveryLink } from './recovery/admin.ts';
import { SELF_SERVICE } from './self-service.ts';
import {
  deleteIdentitySessions,
  disableSession,
  extendSession,
  getSession,
  listIdentitySessions,
  listSessions,
} from './sessions/admin.ts';
import { manageSessions } from './sessions/manage.ts';

type Handler = (kratos: KratosContext, request: SandboxRequest) => SandboxAnswer;

const ROUTES: readonly (readonly [string, string, Handler])[] = [
  ['GET', '/identities', listIdentities],
  ['POST', '/identities', createIdentity],
  ['PATCH', '/identities', batchPatchIdentities],
  ['GET', '/identities/{id}', getIdentity],
  ['PUT', '/identities/{id}', replaceIdentity],
  ['PATCH', '/identities/{id}', patchIdentity],
  ['DELETE', '/identities/{id}', deleteIdentity],
  ['GET', '/identities/by/external/{externalID}', getIdentityByExternalId],
  ['DELETE', '/identities/{id}/credentials/{type}', deleteCredential],
  ['GET', '/identities/{id}/sessions', listIdentitySessions],
  ['DELETE', '/identities/{id}/sessions', deleteIdentitySessions],
  ['GET', '/sessions', listSessions],
  ['POST', '/sessions', manageSessions],
  ['GET', '/sessions/{id}', getSession],
  ['DELETE', '/sessions/{id}', disableSession],
  ['PATCH', '/sessions/{id}/extend', extendSession],
  ['GET', '/courier/messages', listMessages],
  ['GET', '/courier/messages/{id}', getMessage],
  ['POST', '/recovery/link', createRecoveryLink],
  ['POST', '/recovery/code', createRecoveryCode],
  ['POST', '/test-login-flows', createTestLoginFlow],
  ['GET', '/health/alive', health],
  ['GET', '/health/ready', health],
  ['GET', '/version', version],
];

/** Routes of the public port that this one sends on to it. */
const ONWARD: readonly (readonly [string, string])[] = [
  ['GET', '/sessions/whoami'],
  ['DELETE', '/sessions'],
  ['GET', '/schemas'],
  ['GET', '/schemas/{id}'],
  ...SELF_SERVICE.map(([method, path]) => [method, path] as const).filter(([, path]) =>
    path.startsWith('/self-service/'),
  ),
];

/** The administrators' port: every route with the prefix /admin and without it. */
export function adminService(kratos: KratosContext): Service {
  const router = new Router();
  for (const [method, template, handler] of ROUTES) {
    router.on(method, template, (request) => handler(kratos, request));
  }
  for (const [method, template] of ONWARD) {
    router.on(method, template, (request) => {
      const query = request.search === '' ? '' : `?${request.search}`;
      return redirect(307, `${kratos.settings.publicUrl()}${pathOf(request)}${query}`, request.method);
    });
  }
  const route = (request: SandboxRequest): SandboxAnswer | Promise<SandboxAnswer> => {
    // Not at the beginning: there is no route that begins with two.
    const clean = request.path.startsWith('//') ? undefined : withoutDoubleSlashes(request);
    if (clean) return clean;
    const path = pathOf(request);
    if (path === '/metrics/prometheus') throw notEmulated('metrics');
    const found = router.find(request.method, path);
    if (found.kind === 'route') return found.handler({ ...request, params: found.params });
    return found.kind === 'other-method' ? methodNotAllowed(found.allowed) : pageNotFound();
  };
  return {
    name: 'kratos-admin',
    async handle(request) {
      const answer = await guarded(() => route(request));
      return request.method === 'GET' ? { ...answer, headers: { ...answer.headers, ...NO_STORE } } : answer;
    },
  };
}

/** The path without its prefix; without the prefix, a slash at the end makes no difference. */
const pathOf = ({ path }: SandboxRequest): string =>
  path.startsWith('/admin/') ? path.slice('/admin'.length) : path.replace(/(?<=[^/])\/$/, '');

/** Runs a handler; what it throws as an answer becomes the answer. */
export async function guarded(run: () => SandboxAnswer | Promise<SandboxAnswer>): Promise<SandboxAnswer> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof KratosError) return cause.toAnswer();
    throw cause;
  }
}
