import { randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import { readBody, readFields, requiredText, textOf, visibilityOf } from './body.ts';
import { putKey, requireKey, revokeKey, updated } from './change.ts';
import type { TalosHandler } from './context.ts';
import { failedPrecondition } from './errors.ts';
import { listKeys } from './list.ts';
import { presentKey, statusOf, type StoredKey } from './model.ts';
import { issueSecret } from './secrets.ts';
import { readTtl } from './ttl.ts';

const FIELDS = ['name', 'scopes', 'metadata', 'rate_limit_policy', 'ip_restriction', 'visibility'];

export const listIssuedKeys: TalosHandler = (context, { query }) =>
  json(200, listKeys(context, context.state.issued, query, 'issued_api_keys'));

/** Only this answer has the secret; the same request a second time gets the key without it. */
export const issueKey: TalosHandler = (context, request) => {
  const body = readBody(request, [...FIELDS, 'actor_id', 'ttl', 'request_id']);
  const request_id = textOf(body, 'request_id');
  const known = context.state.issued.find((key) => request_id !== '' && key.request_id === request_id);
  if (known) return json(201, { issued_api_key: presentKey(known, context.now()), secret: '' });
  const ttl = readTtl(body.ttl);
  const at = context.stamp();
  const key: StoredKey = {
    key_id: randomUUID(),
    scopes: [],
    metadata: {},
    ...readFields(body),
    name: requiredText(body, 'name'),
    actor_id: requiredText(body, 'actor_id'),
    visibility: visibilityOf(body) ?? 'KEY_VISIBILITY_SECRET',
    create_time: at,
    update_time: at,
    ...(ttl === undefined ? {} : { expire_time: new Date(context.now().getTime() + ttl).toISOString() }),
    ...(request_id === '' ? {} : { request_id }),
  };
  context.state.issued = [...context.state.issued, key];
  const secret = issueSecret(context.state.hmac, key.key_id, key.visibility, context.now());
  return json(201, { issued_api_key: presentKey(key, context.now()), secret });
};

export const getIssuedKey: TalosHandler = (context, request) =>
  json(200, presentKey(requireKey(context, request, 'issued'), context.now()));

export const updateIssuedKey: TalosHandler = (context, request) => {
  const key = updated(context, request, requireKey(context, request, 'issued'));
  putKey(context, 'issued', key);
  return json(200, presentKey(key, context.now()));
};

export const revokeIssuedKey: TalosHandler = (context, request) => {
  revokeKey(context, request, 'issued');
  return empty(204);
};

/** A new key takes the place of the old one, which is revoked at once; only this answer has the new secret. */
export const rotateIssuedKey: TalosHandler = (context, request) => {
  const body = readBody(request, FIELDS);
  const fields = readFields(body);
  const old = requireKey(context, request, 'issued');
  if (statusOf(old, context.now()) !== 'KEY_STATUS_ACTIVE')
    throw failedPrecondition('cannot rotate a non-active key');
  const at = context.stamp();
  const key: StoredKey = {
    name: old.name,
    scopes: old.scopes,
    metadata: old.metadata,
    ...(old.rate_limit_policy ? { rate_limit_policy: old.rate_limit_policy } : {}),
    ...(old.ip_restriction ? { ip_restriction: old.ip_restriction } : {}),
    ...fields,
    key_id: randomUUID(),
    actor_id: old.actor_id,
    visibility: visibilityOf(body) ?? old.visibility,
    create_time: at,
    update_time: at,
    ...(old.expire_time === undefined ? {} : { expire_time: old.expire_time }),
  };
  const revoked: StoredKey = {
    ...old,
    revoked: { reason: 'REVOCATION_REASON_SUPERSEDED', description: '' },
    update_time: at,
  };
  putKey(context, 'issued', revoked);
  context.state.issued = [...context.state.issued, key];
  const now = context.now();
  return json(201, {
    issued_api_key: presentKey(key, now),
    secret: issueSecret(context.state.hmac, key.key_id, key.visibility, now),
    old_issued_api_key: presentKey(revoked, now),
  });
};
