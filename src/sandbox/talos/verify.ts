import { BlockList, isIP } from 'node:net';
import { json } from '../http/answers.ts';
import type { JsonObject } from '../json/values.ts';
import { knownOnly, readBody, requiredText } from './body.ts';
import { putKey, type KeyKind } from './change.ts';
import type { TalosContext, TalosHandler } from './context.ts';
import { badRequest } from './errors.ts';
import { statusOf, type StoredKey } from './model.ts';
import { importedId, issuedId, kindOfCredential } from './secrets.ts';
import { claimsOf } from './tokens.ts';

const MOST = 100;
/** Whoever speaks to the sandbox does so from this machine. */
const CLIENT = '127.0.0.1';

const WORDS = {
  NOT_FOUND: 'The API key was not found.',
  REVOKED: 'The API key has been revoked.',
  EXPIRED: 'The API key has expired.',
  SIGNATURE_INVALID: 'Signature verification failed.',
  IP_NOT_ALLOWED: 'The request IP is not allowed for this API key.',
} as const;

/** A key that is good, or why it is not. */
export type Verdict =
  | { readonly kind: KeyKind; readonly key: StoredKey; readonly failure?: undefined }
  | { readonly failure: keyof typeof WORDS };

/** What is wrong with a credential is no error: the answer says it. */
export const verifyKey: TalosHandler = (context, request) => {
  const body = readBody(request, ['credential']);
  return json(200, verified(context, requiredText(body, 'credential')));
};

export const verifyKeys: TalosHandler = (context, request) => {
  const { requests = [] } = readBody(request, ['requests']);
  if (!Array.isArray(requests) || requests.length === 0)
    throw badRequest('requests must contain at least one item');
  if (requests.length > MOST) throw badRequest('maximum 100 credentials per batch');
  const credentials = requests.map((one: unknown) =>
    requiredText(knownOnly(one, ['credential']), 'credential'),
  );
  return json(200, { results: credentials.map((credential) => verified(context, credential)) });
};

/** Looks a key up by what its holder has. */
export function findKey(context: TalosContext, credential: string): Verdict {
  const kind: KeyKind = kindOfCredential(credential) === 'issued' ? 'issued' : 'imported';
  const id = kind === 'issued' ? issuedId(context.state.hmac, credential) : importedId(credential);
  const key = context.state[kind].find(({ key_id }) => key_id === id);
  if (!key) return { failure: 'NOT_FOUND' };
  const status = statusOf(key, context.now());
  if (status === 'KEY_STATUS_REVOKED') return { failure: 'REVOKED' };
  if (status === 'KEY_STATUS_EXPIRED') return { failure: 'EXPIRED' };
  return isAllowed(key) ? { kind, key } : { failure: 'IP_NOT_ALLOWED' };
}

function isAllowed({ ip_restriction }: StoredKey): boolean {
  const ranges = ip_restriction?.allowed_cidrs ?? [];
  if (ranges.length === 0) return true;
  const allowed = new BlockList();
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/');
    allowed.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return allowed.check(CLIENT);
}

function verified(context: TalosContext, credential: string): JsonObject {
  const kind = kindOfCredential(credential);
  if (kind === 'jwt' || kind === 'macaroon') return verifiedToken(context, credential);
  const found = findKey(context, credential);
  if (found.failure) return failed(found.failure);
  const used = { ...found.key, last_used_time: context.stamp() };
  putKey(context, found.kind, used);
  const { key_id, actor_id, scopes, metadata, visibility, expire_time, rate_limit_policy } = used;
  return {
    is_valid: true,
    key_id,
    actor_id,
    scopes,
    metadata,
    status: 'KEY_STATUS_ACTIVE',
    visibility,
    issuer: context.issuer(),
    ...(expire_time === undefined ? {} : { expire_time }),
    ...(rate_limit_policy === undefined ? {} : { rate_limit_policy }),
  };
}

/** A token is good until it expires, whatever became of its key. */
function verifiedToken(context: TalosContext, token: string): JsonObject {
  const claims = claimsOf(context, token);
  if (!claims) return failed('SIGNATURE_INVALID');
  const ends = Number(claims.exp) * 1000;
  if (!(ends > context.now().getTime())) return failed('EXPIRED');
  return {
    is_valid: true,
    key_id: claims.akid,
    actor_id: claims.oid,
    scopes: claims.scp,
    metadata: claims.meta,
    status: 'KEY_STATUS_ACTIVE',
    issuer: claims.iss,
    expire_time: new Date(ends).toISOString(),
  };
}

const failed = (failure: keyof typeof WORDS): JsonObject => ({
  is_valid: false,
  error_code: `VERIFICATION_ERROR_${failure}`,
  error_message: WORDS[failure],
});

export const wordsOf = (failure: keyof typeof WORDS): string => WORDS[failure];
