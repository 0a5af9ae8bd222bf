import { json } from '../../http/answers.ts';
import { methodNotAllowed, pageNotFound } from '../../http/paths.ts';
import { Router, toSpelling, type Handler } from '../../http/router.ts';
import type { SandboxAnswer, SandboxRequest, Service, ServiceName } from '../../http/service.ts';
import { KetoError } from './errors.ts';

export type Routes = readonly (readonly [method: string, path: string, handler: Handler])[];

/** One of Keto's ports: its own routes, health and version; anything else is told in plain text. */
export function port(name: ServiceName, routes: Routes): Service {
  const router = new Router();
  for (const [method, path, handler] of routes) router.on(method, path, handler);
  router.on('GET', '/health/alive', () => json(200, { status: 'ok' }));
  router.on('GET', '/health/ready', () => json(200, { status: 'ok' }));
  router.on('GET', '/version', () => json(200, { version: 'sandbox' }));
  return { name, handle: (request) => answer(router, request) };
}

async function answer(router: Router, request: SandboxRequest): Promise<SandboxAnswer> {
  const found = router.find(request.method, request.path);
  if (found.kind === 'none') return pageNotFound();
  if (found.kind === 'other-spelling') return toSpelling(found.path, request);
  if (found.kind === 'other-method') return methodNotAllowed(found.allowed);
  try {
    return await found.handler({ ...request, params: found.params });
  } catch (cause) {
    if (cause instanceof KetoError) return cause.toAnswer();
    throw cause;
  }
}
