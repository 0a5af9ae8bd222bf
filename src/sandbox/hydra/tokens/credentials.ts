import type { Router } from '../../http/router.ts';
import type { HydraContext } from '../context.ts';
import { bearerOf } from '../http/body.ts';
import { HydraError, notEmulated } from '../http/errors.ts';
import { activeToken } from './introspect.ts';

/** createVerifiableCredential: who may ask is known here, what is then issued is not. */
export function credentialRoutes(router: Router, context: HydraContext): void {
  router.on('POST', '/credentials', (request) => {
    if (activeToken(context, bearerOf(request)) === undefined)
      throw new HydraError(401, 'request_unauthorized', 'No valid access token was presented.');
    throw notEmulated('verifiable credentials');
  });
}
