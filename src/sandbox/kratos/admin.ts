import { metrics } from '../http/metrics.ts';
import { methodNotAllowed, notStored, pageNotFound } from '../http/paths.ts';
import { Router, toSpelling } from '../http/router.ts';
import type { SandboxAnswer, SandboxRequest, Service } from '../http/service.ts';
import { withAdminPrefix } from '../http/wire-path.ts';
import type { KratosContext } from './context.ts';
import { getMessage, listMessages } from './courier/admin.ts';
import { createTestLoginFlow } from './flows/login/trial.ts';
import { KratosError } from './http/errors.ts';
import { toPublicPort } from './http/other-port.ts';
import { batchPatchIdentities } from './identities/batch.ts';
import { createIdentity } from './identities/create.ts';
import { listIdentities } from './identities/list.ts';
import { patchIdentity } from './identities/patch.ts';
import { getIdentity, getIdentityByExternalId } from './identities/read.ts';
import { deleteCredential, deleteIdentity } from './identities/remove.ts';
import { replaceIdentity } from './identities/replace.ts';
import { health, version } from './meta/health.ts';
import { createRecoveryCode, createRecoveryLink } from './recovery/admin.ts';
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
  ['GET', '/metrics/prometheus', metrics],
];

/** Routes of the public port, which this one sends on to. */
const PUBLIC: readonly (readonly [string, string])[] = [
  ['GET', '/schemas'],
  ['GET', '/schemas/{id}'],
  ['DELETE', '/sessions'],
  ['GET', '/self-service/errors'],
  ['GET', '/self-service/logout'],
  ['GET', '/self-service/logout/browser'],
  ['DELETE', '/self-service/logout/api'],
  ...['login', 'registration', 'settings', 'recovery', 'verification'].flatMap((flow) => [
    ...['', '/api', '/browser', '/flows'].map((end) => ['GET', `/self-service/${flow}${end}`] as const),
    ['POST', `/self-service/${flow}`] as const,
  ]),
];

/** The administrators' port: every route with the prefix /admin and without it. */
export function adminService(kratos: KratosContext): Service {
  const router = new Router();
  for (const [method, template, handler] of ROUTES) {
    router.on(method, `/admin${template}`, (request) => handler(kratos, request));
  }
  for (const [method, template] of PUBLIC) {
    router.on(method, `/admin${template}`, (request) => toPublicPort(request, kratos.settings.publicUrl()));
  }
  const route = (request: SandboxRequest): SandboxAnswer | Promise<SandboxAnswer> => {
    const found = router.find(request.method, withAdminPrefix(request.path));
    switch (found.kind) {
      case 'route':
        return found.handler({ ...request, params: found.params });
      case 'other-spelling':
        return toSpelling(found.path, request);
      case 'other-method':
        return methodNotAllowed(found.allowed);
      case 'none':
        return pageNotFound();
    }
  };
  return {
    name: 'kratos-admin',
    handle: async (request) => notStored(await guarded(() => route(request)), request.method),
  };
}

/** Runs a handler; what it throws as an answer becomes the answer. */
export async function guarded(run: () => SandboxAnswer | Promise<SandboxAnswer>): Promise<SandboxAnswer> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof KratosError) return cause.toAnswer();
    throw cause;
  }
}
