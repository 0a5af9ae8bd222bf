import { randomUUID } from 'node:crypto';
import { json } from '../http/answers.ts';
import { isObject } from '../json/values.ts';
import { readBody, reasonOf, requiredText, textsOf } from './body.ts';
import { putKey } from './change.ts';
import type { TalosHandler } from './context.ts';
import { badRequest, forbidden, keyNotFound, TalosError, unauthorized } from './errors.ts';
import { kindOfCredential } from './secrets.ts';
import { publicKey, signJwt, signMacaroon } from './tokens.ts';
import { readTtl } from './ttl.ts';
import { findKey, wordsOf } from './verify.ts';

const DEFAULT_TTL_MS = 3_600_000;
const ALGORITHMS = ['TOKEN_ALGORITHM_UNSPECIFIED', 'TOKEN_ALGORITHM_JWT', 'TOKEN_ALGORITHM_MACAROON'];
/** Claims that the server sets itself: those of the request are left out. */
const RESERVED = new Set(
  'jti sub iss aud iat exp nbf nid akid pid tty oid scp scope meta vis acl'.split(' '),
);

/** A short-lived token of some or all of a key's scopes. */
export const deriveToken: TalosHandler = (context, request) => {
  const body = readBody(request, ['credential', 'algorithm', 'custom_claims', 'scopes', 'ttl']);
  const credential = requiredText(body, 'credential');
  const { algorithm = 'TOKEN_ALGORITHM_UNSPECIFIED', custom_claims = {} } = body;
  if (!ALGORITHMS.some((one) => one === algorithm))
    throw badRequest('proto: invalid value for enum field algorithm');
  if (!isObject(custom_claims)) throw badRequest('custom_claims must be an object.');
  const ttl = readTtl(body.ttl) ?? DEFAULT_TTL_MS;
  const wanted = textsOf(body, 'scopes') ?? [];
  const found = findKey(context, credential);
  if (found.failure === 'REVOKED') throw forbidden('key is revoked');
  if (found.failure) throw unauthorized('verify API key');
  const { key } = found;
  const now = context.now().getTime();
  if (key.expire_time !== undefined && now + ttl > Date.parse(key.expire_time))
    throw badRequest('derived token ttl exceeds parent key remaining lifetime');
  const missing = wanted.find((scope) => !key.scopes.includes(scope));
  if (missing !== undefined) throw forbidden(`requested scope '${missing}' not available in parent key`);
  const scopes = wanted.length > 0 ? wanted : key.scopes;
  const own = Object.fromEntries(Object.entries(custom_claims).filter(([name]) => !RESERVED.has(name)));
  const seconds = Math.floor(now / 1000);
  const claims = {
    ...own,
    jti: randomUUID(),
    sub: key.key_id,
    iss: context.issuer(),
    iat: seconds,
    nbf: seconds,
    exp: Math.floor((now + ttl) / 1000),
    akid: key.key_id,
    pid: key.key_id,
    tty: 'derived',
    oid: key.actor_id,
    scp: scopes,
    meta: key.metadata,
    vis: key.visibility === 'KEY_VISIBILITY_PUBLIC' ? 'public' : 'secret',
  };
  const token =
    algorithm === 'TOKEN_ALGORITHM_MACAROON' ? signMacaroon(context, claims) : signJwt(context, claims);
  const expire_time = new Date(claims.exp * 1000).toISOString();
  return json(200, { token: { token, expire_time, scopes, claims: { ...key.metadata, ...own } } });
};

/** Whoever has a key may revoke it. */
export const selfRevoke: TalosHandler = (context, request) => {
  const body = readBody(request, ['credential', 'reason']);
  const credential = requiredText(body, 'credential');
  const reason = reasonOf(body);
  if (reason === 'REVOCATION_REASON_PRIVILEGE_WITHDRAWN')
    throw badRequest('PRIVILEGE_WITHDRAWN is not allowed for self-revocation');
  if (['jwt', 'macaroon'].includes(kindOfCredential(credential)))
    throw badRequest('Derived tokens cannot be revoked.', 'DERIVED_TOKEN_NOT_REVOCABLE');
  const found = findKey(context, credential);
  if (found.failure === 'NOT_FOUND') throw keyNotFound();
  if (found.failure)
    throw new TalosError(401, 'UNAUTHENTICATED', `API_KEY_${found.failure}`, wordsOf(found.failure));
  const { key, kind } = found;
  putKey(context, kind, { ...key, revoked: { reason, description: '' }, update_time: context.stamp() });
  return json(200, {});
};

export const listPublicKeys: TalosHandler = (context) => json(200, { jwks: { keys: [publicKey(context)] } });
