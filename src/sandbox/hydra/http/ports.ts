import { notStored } from '../../http/paths.ts';
import { toSpelling, type Router } from '../../http/router.ts';
import type { SandboxAnswer, SandboxRequest, Service } from '../../http/service.ts';
import { spell, unescapePath, withAdminPrefix } from '../../http/wire-path.ts';
import { refusal } from './answers.ts';
import { HydraError } from './errors.ts';
import { noRoute } from './no-route.ts';

/** The public port. */
export function publicPort(router: Router): Service {
  return { name: 'hydra-public', handle: (request) => answer(router, request, trimmed(request.path)) };
}

/** The admin port: the prefix `/admin` may be left out. */
export function adminPort(router: Router): Service {
  const path = (raw: string) => withAdminPrefix(trimmed(raw));
  return { name: 'hydra-admin', handle: (request) => answer(router, request, path(request.path)) };
}

/** A slash at the end does not count; without it the root is a path in another spelling, and is sent to itself. */
const trimmed = (raw: string): string => spell(unescapePath(raw).replace(/\/$/, ''), raw);

const answer = async (router: Router, request: SandboxRequest, path: string): Promise<SandboxAnswer> =>
  notStored(await reach(router, request, path), request.method);

async function reach(router: Router, request: SandboxRequest, path: string): Promise<SandboxAnswer> {
  const found = router.find(request.method, path);
  if (found.kind === 'other-spelling') return toSpelling(found.path, request);
  if (found.kind !== 'route') return noRoute(request);
  try {
    return await found.handler({ ...request, params: found.params });
  } catch (error) {
    if (error instanceof HydraError) return refusal(error);
    throw error;
  }
}
