import type { Router } from '../../http/router.ts';
import { JsonDepthError, readJson } from '../../json/read.ts';
import { isObject } from '../../json/values.ts';
import type { SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { noContent, ok } from '../http/answers.ts';
import { readObject } from '../http/body.ts';
import { HydraError, malformed, unrecognizable } from '../http/errors.ts';
import { cutPage, readPage } from '../http/paging.ts';
import { doublyEscaped } from '../http/paths.ts';
import { clearRotated, clientOrFail, removeClient, replaceClient, rotateSecret, touched } from './change.ts';
import { createClient } from './create.ts';
import { decodeClient, decodeLifespans } from './decode.ts';
import { LIFESPANS } from './fields.ts';
import { applyJsonPatch } from './json-patch.ts';
import type { ClientData, StoredClient } from './model.ts';
import { showEcho, showStored } from './show.ts';
import { validateClient } from './validate.ts';

const COLLECTION = '/admin/clients';
const ITEM = `${COLLECTION}/{id}`;
/** Stands for the secret while a patch is applied: it is in the document, but nobody gets to see it. */
const UNCHANGED_SECRET = '\u0000unchanged';

/** The administrator's operations on OAuth 2.0 clients. */
export function clientRoutes(router: Router, context: HydraContext): void {
  router
    .on('GET', COLLECTION, (request) => listClients(context, request))
    .on('POST', COLLECTION, (request) => {
      const { id, shown } = createClient(context, decodeClient(readObject(request)));
      return ok(shown, 201, { location: `${COLLECTION}/${doublyEscaped(id)}` });
    })
    .on('GET', ITEM, ({ params }) => ok(showStored(clientOrFail(context, params.id).data)))
    .on('PUT', ITEM, (request) => putClient(context, request))
    .on('PATCH', ITEM, (request) => patchClient(context, request))
    .on('DELETE', ITEM, ({ params }) => {
      removeClient(context, params.id);
      return noContent();
    })
    .on('PUT', `${ITEM}/lifespans`, (request) => {
      const before = clientOrFail(context, request.params.id);
      const lifespans = decodeLifespans(readObject(request));
      const client = touched(context, before);
      const cleared = Object.fromEntries(LIFESPANS.map((name) => [name, lifespans[name] ?? null]));
      const after = { ...client, data: { ...client.data, ...cleared } };
      context.state.clients.put(after);
      return ok(showStored(after.data));
    })
    .on('POST', `${ITEM}/secrets/rotate`, ({ params }) => {
      const before = clientOrFail(context, params.id);
      checkRotatable(before);
      const { client, secret } = rotateSecret(context, before);
      return ok(showStored({ ...client.data, client_secret: secret }));
    })
    .on('DELETE', `${ITEM}/secrets/rotate`, ({ params }) => {
      const client = clientOrFail(context, params.id);
      checkRotatable(client);
      return ok(showStored(clearRotated(context, client).data));
    });
}

/** @throws HydraError 400 for a client that does not show itself with its secret alone. */
function checkRotatable(client: StoredClient): void {
  const method = client.data.token_endpoint_auth_method ?? '';
  if (!['client_secret_basic', 'client_secret_post'].includes(method))
    throw malformed(`A client of ${method} has no secret to rotate.`);
}

function listClients({ state, seal }: HydraContext, { query }: SandboxRequest) {
  const page = readPage(query, seal);
  const [owner, name] = [query.get('owner') ?? '', query.get('client_name') ?? ''];
  const found = state.clients.after(
    page.after,
    page.size + 1,
    ({ data }) => (owner === '' || data.owner === owner) && (name === '' || data.client_name === name),
  );
  const { items, link } = cutPage(found, ({ id }) => id, { page, query, path: COLLECTION, seal });
  return ok(
    items.map(({ data }) => showStored(data)),
    200,
    { link },
  );
}

function putClient(context: HydraContext, request: SandboxRequest) {
  const sent = decodeClient(readObject(request));
  const valid = validateClient({ ...sent, client_id: request.params.id ?? '' }, context.config);
  return ok(echoOf(context, valid, sent));
}

/** The answer to a PUT: what was sent, and a creation time that the store does not share. */
export function echoOf(
  context: HydraContext,
  valid: ClientData,
  sent: ClientData,
  registrationDigest?: string,
) {
  const { data } = replaceClient(context, valid, registrationDigest);
  return showEcho({
    ...valid,
    created_at: sent.created_at ?? context.stamps.precise(),
    updated_at: data.updated_at ?? '',
    registration_access_token: '',
    registration_client_uri: '',
  });
}

function patchClient(context: HydraContext, request: SandboxRequest) {
  const before = clientOrFail(context, request.params.id);
  let patched: ClientData;
  try {
    const document = { ...showStored(before.data), client_secret: UNCHANGED_SECRET };
    const result = applyJsonPatch(document, readJson(request.body.toString('utf8')), ['/id']);
    if (!isObject(result)) throw new Error('a client is an object');
    patched = decodeClient(result);
  } catch (error) {
    // The server's limit is another one: what only the sandbox does not take must not look like a failure.
    if (error instanceof JsonDepthError) throw malformed(error.message);
    if (error instanceof HydraError || error instanceof Error) throw unrecognizable();
    throw error;
  }
  const secret = patched.client_secret === UNCHANGED_SECRET ? '' : (patched.client_secret ?? '');
  const valid = validateClient({ ...patched, client_secret: secret }, context.config);
  const { data } = replaceClient(context, valid);
  // Lists that the patch made null or took away are null here; the next read shows them empty.
  return ok(showEcho({ ...data, client_secret: secret }));
}
