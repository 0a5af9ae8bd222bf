import { createHmac } from 'node:crypto';
import { firstValue } from '../http/query.ts';
import type { JsonObject } from '../json/values.ts';
import type { TalosContext } from './context.ts';
import { badRequest } from './errors.ts';
import { presentKey, STATUSES, statusOf, type KeyStatus, type StoredKey } from './model.ts';
import { same } from './secrets.ts';

const DEFAULT_SIZE = 50;
const MAXIMUM_SIZE = 1000;

interface Filter {
  readonly actor_id?: string;
  readonly status?: KeyStatus;
}

/** One page of keys, in the order of their ids, under the name that the answer has for them. */
export function listKeys(
  context: TalosContext,
  keys: readonly StoredKey[],
  query: URLSearchParams,
  member: string,
): JsonObject {
  const filter = readFilter(firstValue(query, 'filter') ?? '');
  const size = readSize(firstValue(query, 'page_size'));
  const after = readToken(context, firstValue(query, 'page_token') ?? '');
  const now = context.now();
  const found = keys
    .filter(({ actor_id }) => filter.actor_id === undefined || actor_id === filter.actor_id)
    .filter((key) => filter.status === undefined || statusOf(key, now) === filter.status)
    .filter(({ key_id }) => key_id > after)
    .sort((a, b) => (a.key_id < b.key_id ? -1 : 1));
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    [member]: page.map((key) => presentKey(key, now)),
    next_page_token: last && found.length > size ? tokenOf(context, last.key_id) : '',
  };
}

function readSize(text: string | undefined): number {
  if (text !== undefined && !/^-?\d{1,10}$/.test(text))
    throw badRequest(`type mismatch, parameter: page_size, error: ${JSON.stringify(text)} is no number`);
  const size = Number(text ?? 0);
  return size <= 0 ? DEFAULT_SIZE : Math.min(size, MAXIMUM_SIZE);
}

/** `actor_id="user_123" AND status=KEY_STATUS_ACTIVE`: nothing else is understood. */
function readFilter(text: string): Filter {
  const filter: { actor_id?: string; status?: KeyStatus } = {};
  for (const clause of text.trim() === '' ? [] : text.split(' AND ')) {
    const actor = /^\s*actor_id\s*=\s*"([^"\n]+)"\s*$/.exec(clause)?.[1];
    const named = /^\s*status\s*=\s*(\w+)\s*$/.exec(clause)?.[1];
    const status = STATUSES.find((one) => one === named);
    if (actor !== undefined && filter.actor_id === undefined) filter.actor_id = actor;
    else if (status && filter.status === undefined) filter.status = status;
    else throw badRequest(`invalid filter: ${JSON.stringify(clause.trim())} is not understood`);
  }
  if (filter.status && filter.actor_id === undefined)
    throw badRequest('status filter must be combined with actor_id');
  return filter;
}

const seal = ({ state }: TalosContext, id: string): string =>
  createHmac('sha256', Buffer.from(state.hmac, 'hex')).update(`page:${id}`).digest('base64url');

const tokenOf = (context: TalosContext, id: string): string =>
  Buffer.from(`${id}.${seal(context, id)}`).toString('base64url');

function readToken(context: TalosContext, token: string): string {
  if (token === '') return '';
  const [id = '', sealed = ''] = Buffer.from(token, 'base64url').toString('utf8').split('.');
  if (!same(seal(context, id), sealed)) throw badRequest('invalid page_token');
  return id;
}
