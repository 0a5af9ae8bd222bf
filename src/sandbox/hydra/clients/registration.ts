import type { Router } from '../../http/router.ts';
import type { SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { noContent, ok } from '../http/answers.ts';
import { bearerOf, readObject } from '../http/body.ts';
import { HydraError, malformed, notFound, unauthorized } from '../http/errors.ts';
import { doublyEscaped } from '../http/paths.ts';
import { omit } from '../objects.ts';
import { digestSecret, matchesSecret, newToken } from '../secrets.ts';
import { removeClient } from './change.ts';
import { createClient, registrationUri } from './create.ts';
import { decodeClient } from './decode.ts';
import type { StoredClient } from './model.ts';
import { echoOf } from './routes.ts';
import { showToItself } from './show.ts';
import { checkSelfRegistration, validateClient } from './validate.ts';

const COLLECTION = '/oauth2/register';
const ITEM = `${COLLECTION}/{id}`;

/** Dynamic client registration (RFC 7591, 7592): programs register and look after themselves. */
export function registrationRoutes(router: Router, context: HydraContext): void {
  router
    .on('POST', COLLECTION, (request) => {
      checkEnabled(context);
      const sent = omit(decodeClient(readObject(request)), 'client_id');
      if (sent.client_secret) throw malformed('A program that registers itself cannot choose its secret.');
      checkSelfRegistration(sent);
      const { id, shown } = createClient(context, sent);
      const location = `admin/clients/${doublyEscaped(id)}`;
      return ok({ ...shown, registration_client_uri: registrationUri(context, id) }, 201, { location });
    })
    .on('GET', ITEM, (request) => ok(showToItself(authenticate(context, request).data)))
    .on('PUT', ITEM, (request) => {
      const { id } = authenticate(context, request);
      const sent = decodeClient(readObject(request));
      if (sent.client_secret)
        throw new HydraError(
          403,
          'The requested action was forbidden',
          'A program cannot choose its own secret.',
        );
      checkSelfRegistration(sent);
      const token = newToken('at');
      const valid = validateClient({ ...sent, client_id: id }, context.config);
      return ok({ ...echoOf(context, valid, sent, digestSecret(token)), registration_access_token: token });
    })
    .on('DELETE', ITEM, (request) => {
      removeClient(context, authenticate(context, request).id);
      return noContent();
    });
}

/** The client whose registration access token the request carries. @throws HydraError 401, whatever is wrong. */
function authenticate(context: HydraContext, request: SandboxRequest): StoredClient {
  checkEnabled(context);
  const client = context.state.clients.get(request.params.id ?? '');
  const token = bearerOf(request);
  const digest = client?.registrationDigest;
  if (client === undefined || token === '' || digest === undefined || !matchesSecret(token, digest))
    throw unauthorized('There is no such client, or this is not its registration access token.');
  return client;
}

function checkEnabled({ config }: HydraContext): void {
  if (!config.dynamicRegistration) throw notFound('Dynamic client registration is switched off.');
}
