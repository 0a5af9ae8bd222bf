import { empty, json } from '../http/answers.ts';
import type { JsonObject } from '../json/values.ts';
import { knownOnly, readBody, readFields, requiredText, textOf, visibilityOf } from './body.ts';
import { putKey, requireKey, revokeKey, updated } from './change.ts';
import type { TalosContext, TalosHandler } from './context.ts';
import { badRequest, conflict, failedPrecondition, keyExists, TalosError } from './errors.ts';
import { listKeys } from './list.ts';
import { presentKey, type StoredKey } from './model.ts';
import { importedId, kindOfCredential } from './secrets.ts';
import { readTtl } from './ttl.ts';

const FIELDS = [
  'raw_key',
  'name',
  'actor_id',
  'scopes',
  'metadata',
  'rate_limit_policy',
  'ip_restriction',
  'visibility',
  'ttl',
  'request_id',
];
const MOST = 1000;
const ERROR = 'BATCH_CREATE_IMPORTED_API_KEYS_ERROR_';

export const listImportedKeys: TalosHandler = (context, { query }) =>
  json(200, listKeys(context, context.state.imported, query, 'imported_api_keys'));

export const importKey: TalosHandler = (context, request) => {
  const body = readBody(request, FIELDS);
  const request_id = textOf(body, 'request_id');
  const known = context.state.imported.find((key) => request_id !== '' && key.request_id === request_id);
  return json(201, presentKey(known ?? importOne(context, body), context.now()));
};

/** Each key has a result of its own; where none could be imported, the whole request is refused. */
export const importKeys: TalosHandler = (context, request) => {
  const { requests = [] } = readBody(request, ['requests']);
  if (!Array.isArray(requests) || requests.length === 0)
    throw badRequest('keys must contain at least one item');
  if (requests.length > MOST) throw badRequest('maximum 1000 keys per batch');
  const failures: TalosError[] = [];
  const results = requests.map((one: unknown, index): JsonObject => {
    try {
      const key = importOne(context, knownOnly(one, FIELDS));
      return { index, imported_api_key: presentKey(key, context.now()) };
    } catch (cause) {
      if (!(cause instanceof TalosError)) throw cause;
      failures.push(cause);
      return { index, error_code: ERROR + codeOf(cause), error_message: cause.message };
    }
  });
  const [first] = failures;
  if (first && failures.length === results.length) throw wholeFailure(first);
  return json(200, {
    results,
    success_count: results.length - failures.length,
    failure_count: failures.length,
  });
};

export const getImportedKey: TalosHandler = (context, request) =>
  json(200, presentKey(requireKey(context, request, 'imported'), context.now()));

export const updateImportedKey: TalosHandler = (context, request) => {
  const key = updated(context, request, requireKey(context, request, 'imported'));
  putKey(context, 'imported', key);
  return json(200, presentKey(key, context.now()));
};

export const revokeImportedKey: TalosHandler = (context, request) => {
  revokeKey(context, request, 'imported');
  return empty(204);
};

export const deleteImportedKey: TalosHandler = (context, request) => {
  const { key_id } = requireKey(context, request, 'imported');
  context.state.imported = context.state.imported.filter((key) => key.key_id !== key_id);
  return empty(204);
};

/** Keeps a key by its hash. Throws a TalosError where it can't be told from the server's own, or is there already. */
function importOne(context: TalosContext, body: JsonObject): StoredKey {
  const name = requiredText(body, 'name');
  const actor_id = requiredText(body, 'actor_id');
  const raw = requiredText(body, 'raw_key');
  const fields = readFields(body);
  const ttl = readTtl(body.ttl);
  const kind = kindOfCredential(raw);
  if (kind === 'issued') throw conflict('cannot import key: format conflicts with issued api key pattern');
  if (kind !== 'imported')
    throw failedPrecondition('cannot import key: format conflicts with derived token pattern');
  const key_id = importedId(raw);
  if (context.state.imported.some((key) => key.key_id === key_id))
    throw keyExists('key already imported (duplicate detected)');
  const request_id = textOf(body, 'request_id');
  const at = context.stamp();
  const key: StoredKey = {
    key_id,
    scopes: [],
    metadata: {},
    ...fields,
    name,
    actor_id,
    visibility: visibilityOf(body) ?? 'KEY_VISIBILITY_SECRET',
    create_time: at,
    update_time: at,
    ...(ttl === undefined ? {} : { expire_time: new Date(context.now().getTime() + ttl).toISOString() }),
    ...(request_id === '' ? {} : { request_id }),
  };
  context.state.imported = [...context.state.imported, key];
  return key;
}

/** In a batch, a key in the form of an issued one counts as a failed precondition, too. */
function codeOf({ reason }: TalosError): string {
  if (reason === 'API_KEY_EXISTS') return 'ALREADY_EXISTS';
  return reason === 'BAD_REQUEST' ? 'INVALID_ARGUMENT' : 'FAILED_PRECONDITION';
}

function wholeFailure(first: TalosError): TalosError {
  switch (codeOf(first)) {
    case 'ALREADY_EXISTS':
      return keyExists('all keys in batch already exist');
    case 'INVALID_ARGUMENT':
      return badRequest('all keys in batch failed validation');
    default:
      return failedPrecondition('all keys in batch failed precondition checks');
  }
}
