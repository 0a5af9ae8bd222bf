import { firstValue } from '../http/query.ts';
import type { SandboxRequest } from '../http/service.ts';
import { readBody, readFields, reasonOf, textOf } from './body.ts';
import type { TalosContext } from './context.ts';
import { badRequest, conflict, keyNotFound } from './errors.ts';
import type { KeyFields, StoredKey } from './model.ts';

/** Fields that can be changed. */
const CHANGEABLE = ['name', 'scopes', 'metadata', 'rate_limit_policy', 'ip_restriction'];
/** Those that a key has beside them: they are taken, and left alone. */
const SHOWN = [
  'key_id',
  'actor_id',
  'visibility',
  'status',
  'create_time',
  'update_time',
  'expire_time',
  'last_used_time',
  'revocation_reason',
  'revocation_description',
];
const EMPTY: Omit<KeyFields, 'rate_limit_policy' | 'ip_restriction'> = { name: '', scopes: [], metadata: {} };

/** Both lists of keys, by the member of the state. */
export type KeyKind = 'issued' | 'imported';

/** The key that a path names. Throws a TalosError (404). */
export function requireKey({ state }: TalosContext, request: SandboxRequest, kind: KeyKind): StoredKey {
  const found = state[kind].find(({ key_id }) => key_id === request.params.key_id);
  if (!found) throw keyNotFound(kind === 'imported' ? 'imported key not found' : undefined);
  return found;
}

/** Puts the changed key in the place of the old one. */
export function putKey({ state }: TalosContext, kind: KeyKind, key: StoredKey): void {
  state[kind] = state[kind].map((old) => (old.key_id === key.key_id ? key : old));
}

/** The key with what the request changes of it: the fields of its mask, else those of its body. */
export function updated(context: TalosContext, request: SandboxRequest, before: StoredKey): StoredKey {
  const mask = readMask(firstValue(request.query, 'update_mask') ?? '');
  const body = readBody(request, [...CHANGEABLE, ...SHOWN]);
  const sent = readFields(body);
  const isChanged = ([name, value]: [string, unknown]) =>
    mask.length === 0 ? value !== '' : mask.includes(name);
  const isKept = ([name]: [string, unknown]) => !mask.includes(name) || name in sent;
  return {
    ...EMPTY,
    ...(Object.fromEntries(Object.entries(before).filter(isKept)) as unknown as StoredKey),
    ...Object.fromEntries(Object.entries(sent).filter(isChanged)),
    update_time: context.stamp(),
  };
}

function readMask(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      if (!CHANGEABLE.includes(name))
        throw badRequest(`update_mask: ${JSON.stringify(name)} can't be changed`);
      return name;
    });
}

/** Revokes the key that the path names; a second time is refused. */
export function revokeKey(context: TalosContext, request: SandboxRequest, kind: KeyKind): void {
  const body = readBody(request, ['reason', 'description']);
  const reason = reasonOf(body);
  const description = textOf(body, 'description');
  if (description !== '' && reason !== 'REVOCATION_REASON_PRIVILEGE_WITHDRAWN')
    throw badRequest('description is only allowed when reason is PRIVILEGE_WITHDRAWN');
  const key = requireKey(context, request, kind);
  if (key.revoked) throw conflict('key is already revoked');
  putKey(context, kind, { ...key, revoked: { reason, description }, update_time: context.stamp() });
}
