import { json } from '../../http/answers.ts';
import { firstValue } from '../../http/query.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { KratosContext } from '../context.ts';
import { badRequest, KratosError, noSuchRow, undecodable } from '../http/errors.ts';
import { keysetLink } from '../http/keyset-links.ts';
import { wholeNumber } from '../http/page-links.ts';
import { requireUuid } from '../http/uuid.ts';

const DEFAULT_SIZE = 10;
const MAXIMUM_SIZE = 500;
const STATES = ['queued', 'sent', 'processing', 'abandoned'];
const FIRST = 'A';

/** GET /admin/courier/messages: the newest first; its page tokens are opaque. */
export function listMessages(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const { query } = request;
  const status = query.get('status');
  if (status !== null && !STATES.includes(status)) throw badRequest('Message status is not valid');
  const recipient = query.get('recipient') ?? '';
  const after = readToken(firstValue(query, 'page_token'));
  const size = sizeOf(query);
  const found = kratos.courier
    .all()
    .filter((message) => status === null || message.status === status)
    .filter((message) => recipient === '' || message.recipient === recipient)
    .filter(({ created_at }) => created_at < after);
  const page = found.slice(0, size);
  const last = page.at(-1);
  const next = found.length > size && last ? tokenOf(last.created_at) : undefined;
  const first = tokenOf(FIRST);
  return json(200, page, { link: keysetLink('/admin/courier/messages', query, size, { first, next }) });
}

/** GET /admin/courier/messages/{id} */
export function getMessage(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const message = kratos.courier.get(requireUuid(request.params.id ?? ''));
  if (!message) throw noSuchRow();
  return json(200, message);
}

function sizeOf(query: URLSearchParams): number {
  const asked = firstValue(query, 'page_size');
  const size = asked === undefined ? 0 : wholeNumber(asked);
  if (size === undefined) {
    const message = `strconv.Atoi: parsing ${JSON.stringify(asked)}: invalid syntax`;
    throw new KratosError({ code: 500, message }, 400);
  }
  return size <= 0 ? DEFAULT_SIZE : Math.min(size, MAXIMUM_SIZE);
}

const tokenOf = (at: string): string => Buffer.from(`courier:${at}`).toString('base64url');

function readToken(token: string | undefined): string {
  if (token === undefined) return '9';
  const at = /^courier:(.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (at === undefined) throw undecodable('invalid pagination token');
  return at === FIRST ? '9' : at;
}
