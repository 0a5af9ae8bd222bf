import { NO_STORE, redirect } from '../../http/paths.ts';
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
  const withPrefix = (path: string) => (/^\/admin(\/|$)/.test(path) ? path : `/admin${path}`);
  return { name: 'hydra-admin', handle: (request) => answer(router, request, withPrefix(request.path)) };
}

async function answer(router: Router, request: SandboxRequest, path: string): Promise<SandboxAnswer> {
  if (path.includes('//')) return redirect(307, request.path.replace(/\/{2,}/g, '/'), 'GET');
  const reply = await reach(router, request, path.length > 1 ? path.replace(/\/$/, '') : path);
  return request.method === 'GET' ? { ...reply, headers: { ...NO_STORE, ...reply.headers } } : reply;
}

async function reach(router: Router, request: SandboxRequest, path: string): Promise<SandboxAnswer> {
  const found = router.find(request.method, path);
  if (found.kind !== 'route') return noRoute(request);
  try {
    return await found.handler({ ...request, params: found.params });
  } catch (error) {
    if (error instanceof HydraError) return refusal(error);
    throw error;
  }
}
