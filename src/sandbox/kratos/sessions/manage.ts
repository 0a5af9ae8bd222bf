import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { decodeBody, DecodeError } from '../http/decode.ts';
import { badRequest, KratosError } from '../http/errors.ts';
import { asUuid, uuidComplaint } from '../http/uuid.ts';
import type { Session } from './model.ts';

/** Ids that one request may name, and sessions that one with `*` takes. */
const MAXIMUM = 500;

/** POST /admin/sessions: ends or deletes many sessions at once. Throws a KratosError (400). */
export function manageSessions({ sessions }: KratosContext, { body }: SandboxRequest): SandboxAnswer {
  const { action, identities, sessions: named } = bodyOf(body);
  if (action !== 'disable' && action !== 'delete')
    throw badRequest("The 'action' field must be one of 'disable' or 'delete'.");
  const byIdentity = textsOf(identities);
  const byId = textsOf(named);
  if (byIdentity.length > 0 === byId.length > 0)
    throw badRequest("Exactly one of 'identities' or 'sessions' must be a non-empty array.");
  const everybody = byIdentity.length === 1 && byIdentity[0] === '*';
  const matches = everybody ? () => true : matcher(byIdentity, byId);
  const found = sessions.all().filter((one) => matches(one) && (action === 'delete' || one.active));
  const taken = everybody ? found.slice(0, MAXIMUM) : found;
  for (const session of taken) {
    if (action === 'delete') sessions.delete(session.id);
    else sessions.put({ ...session, active: false });
  }
  return json(200, { processed: taken.length, more: everybody && taken.length === MAXIMUM });
}

function matcher(identities: readonly string[], ids: readonly string[]): (session: Session) => boolean {
  const field = identities.length > 0 ? 'identities' : 'sessions';
  const wanted = new Set((identities.length > 0 ? identities : ids).map((id) => uuidIn(field, id)));
  return identities.length > 0 ? ({ identity_id }) => wanted.has(identity_id) : ({ id }) => wanted.has(id);
}

function uuidIn(field: string, text: string): string {
  const id = asUuid(text);
  if (id !== undefined) return id;
  const why =
    text === '*'
      ? "the wildcard '*' is not accepted here"
      : `could not parse ${JSON.stringify(text)} as UUID: ${uuidComplaint(text)}`;
  throw badRequest(`Could not parse '${field}' field: ${why}`);
}

function bodyOf(body: SandboxRequest['body']): JsonObject {
  const texts = { kind: 'list', go: '[]string', item: { kind: 'string', go: 'string' } } as const;
  try {
    return decodeBody(body, {
      go: 'session.manageSessionsBody',
      fields: { action: { kind: 'string', go: 'string' }, identities: texts, sessions: texts },
      strict: false,
    });
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    throw new KratosError({ code: 400, reason: 'Invalid JSON body.', message: cause.message });
  }
}

function textsOf(value: unknown): readonly string[] {
  const texts = Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : '')) : [];
  if (texts.length > MAXIMUM) throw badRequest(`At most ${MAXIMUM} ids are accepted.`);
  return texts;
}
