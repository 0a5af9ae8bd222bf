import type { Router } from '../../http/router.ts';
import type { SandboxAnswer, SandboxRequest, Service } from '../../http/service.ts';
import { refusal } from './answers.ts';
import { HydraError } from './errors.ts';
import { noRoute } from './no-route.ts';

/** The public port. */
export function publicPort(router: Router): Service {
  return { name: 'hydra-public', handle: (request) => answer(router, request, request.path) };
}

/** The admin port: the prefix `/admin` may be left out. */
export function adminPort(router: Router): Service {
  return {
    name: 'hydra-admin',
    handle: (request) =>
      answer(router, request, /^\/admin(\/|$)/.test(request.path) ? request.path : `/admin${request.path}`),
  };
}

async function answer(router: Router, request: SandboxRequest, path: string): Promise<SandboxAnswer> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const found = router.find(method, path.length > 1 ? path.replace(/\/$/, '') : path);
  const reply = await reach(found.kind === 'route' ? found : undefined, request);
  const headers =
    method === 'GET' && request.method === 'GET' ? { ...NOT_STORED, ...reply.headers } : reply.headers;
  const body = request.method === 'HEAD' ? undefined : reply.body;
  return { status: reply.status, ...(headers ? { headers } : {}), ...(body === undefined ? {} : { body }) };
}

const NOT_STORED = { 'cache-control': 'private, no-cache, no-store, must-revalidate' };

async function reach(
  route:
    | {
        handler: (request: SandboxRequest) => SandboxAnswer | Promise<SandboxAnswer>;
        params: Record<string, string>;
      }
    | undefined,
  request: SandboxRequest,
): Promise<SandboxAnswer> {
  if (route === undefined) return noRoute(request);
  try {
    return await route.handler({ ...request, params: route.params });
  } catch (error) {
    if (error instanceof HydraError) return refusal(error);
    throw error;
  }
}
