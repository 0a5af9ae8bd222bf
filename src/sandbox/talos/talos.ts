import { Stamper } from '../clock.ts';
import { json } from '../http/answers.ts';
import { Router, toSpelling } from '../http/router.ts';
import type { Addresses, Clock, SandboxRequest, Service, ServiceGroup } from '../http/service.ts';
import { copy } from '../json/values.ts';
import type { TalosContext, TalosHandler } from './context.ts';
import { TalosError } from './errors.ts';
import { deriveToken, listPublicKeys, selfRevoke } from './holder.ts';
import {
  deleteImportedKey,
  getImportedKey,
  importKey,
  importKeys,
  listImportedKeys,
  revokeImportedKey,
  updateImportedKey,
} from './imported.ts';
import {
  getIssuedKey,
  issueKey,
  listIssuedKeys,
  revokeIssuedKey,
  rotateIssuedKey,
  updateIssuedKey,
} from './issued.ts';
import type { TalosState } from './model.ts';
import { newHmac, seedTalos } from './seed.ts';
import { verifyKey, verifyKeys } from './verify.ts';

export interface TalosOptions {
  readonly addresses: () => Addresses;
  readonly clock: Clock;
  readonly seed: number;
  /** No keys at all. */
  readonly empty: boolean;
}

const ISSUED = '/v2alpha1/admin/issuedApiKeys';
const IMPORTED = '/v2alpha1/admin/importedApiKeys';

/** A verb behind a colon is a segment of its own here: the router knows whole segments. */
const ROUTES: readonly (readonly [string, string, TalosHandler])[] = [
  ['GET', ISSUED, listIssuedKeys],
  ['POST', ISSUED, issueKey],
  ['GET', `${ISSUED}/{key_id}`, getIssuedKey],
  ['PATCH', `${ISSUED}/{key_id}`, updateIssuedKey],
  ['POST', `${ISSUED}/{key_id}/:revoke`, revokeIssuedKey],
  ['POST', `${ISSUED}/{key_id}/:rotate`, rotateIssuedKey],
  ['GET', IMPORTED, listImportedKeys],
  ['POST', IMPORTED, importKey],
  ['POST', `${IMPORTED}/:batchCreate`, importKeys],
  ['GET', `${IMPORTED}/{key_id}`, getImportedKey],
  ['PATCH', `${IMPORTED}/{key_id}`, updateImportedKey],
  ['DELETE', `${IMPORTED}/{key_id}`, deleteImportedKey],
  ['POST', `${IMPORTED}/{key_id}/:revoke`, revokeImportedKey],
  ['POST', '/v2alpha1/admin/apiKeys/:verify', verifyKey],
  ['POST', '/v2alpha1/admin/apiKeys/:batchVerify', verifyKeys],
  ['POST', '/v2alpha1/admin/apiKeys/:derive', deriveToken],
  ['POST', '/v2alpha1/apiKeys/:selfRevoke', selfRevoke],
  ['GET', '/v2alpha1/derivedKeys/jwks.json', listPublicKeys],
];

/** Ory Talos, the server of API keys: both of its surfaces on one port, and no authentication of its own. */
export function createTalos({ addresses, clock, seed, empty }: TalosOptions): ServiceGroup {
  const stamper = new Stamper(clock);
  const state: TalosState = empty ? { issued: [], imported: [], hmac: newHmac() } : seedTalos(seed);
  const context: TalosContext = {
    state,
    now: () => clock.now(),
    stamp: () => stamper.next(),
    issuer: () => addresses().talos ?? 'http://localhost/ory/talos',
  };
  const router = new Router();
  for (const [method, template, handler] of ROUTES)
    router.on(method, template, (request) => handler(context, request));
  const route = (request: SandboxRequest) => {
    if (/^\/health\/(alive|ready)$/.test(request.path)) return json(200, { status: 'ok' });
    const found = router.find(request.method, request.path.replace(/:(\w+)$/, '/:$1'));
    if (found.kind === 'route') return found.handler({ ...request, params: found.params });
    if (found.kind === 'other-spelling') return toSpelling(found.path, request);
    if (found.kind === 'other-method')
      throw new TalosError(501, 'UNIMPLEMENTED', 'UNIMPLEMENTED', 'Method Not Allowed');
    throw new TalosError(404, 'NOT_FOUND', 'NOT_FOUND', 'Not Found');
  };
  const service: Service = {
    name: 'talos',
    async handle(request) {
      try {
        return await route(request);
      } catch (cause) {
        if (cause instanceof TalosError) return cause.toAnswer();
        throw cause;
      }
    },
  };
  return {
    services: [service],
    snapshot: () => copy(state),
    restore: (data) => void Object.assign(state, data),
  };
}
