import { empty, json } from '../../http/answers.ts';
import { firstValue } from '../../http/query.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { badRequest, noSuchRow, undecodable } from '../http/errors.ts';
import { keysetLink } from '../http/keyset-links.ts';
import { toPublicPort } from '../http/other-port.ts';
import { numberedHeaders, readNumberedPage, wholeNumber } from '../http/page-links.ts';
import { NIL_UUID, requireUuid } from '../http/uuid.ts';
import { presentIdentity, schemaUrl, VIEWS, type View } from '../identities/present.ts';
import { isActive, presentSession, type Session } from './model.ts';

const DEFAULT_SIZE = 250;
const MAXIMUM_SIZE = 1000;
/** The token of the first page: a moment that no session will ever reach. */
const FIRST = tokenOf(NIL_UUID, '2200-12-31T23:59:59');

/** GET /admin/sessions: the newest first, paged by keys. */
export function listSessions(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const { query } = request;
  const expand = expansions(query);
  const active = activity(query);
  const asked = firstValue(query, 'page_size');
  const given = asked === undefined ? 0 : wholeNumber(asked);
  if (given === undefined) throw undecodable('could not parse parameter page_size');
  const size = given <= 0 ? DEFAULT_SIZE : Math.min(given, MAXIMUM_SIZE);
  const after = readToken(firstValue(query, 'page_token') ?? '');
  const now = kratos.clock.now();
  const found = kratos.sessions
    .all()
    .filter((session) => active === undefined || isActive(session, now) === active)
    .filter(({ created_at, id }) => created_at < after.at || (created_at === after.at && id > after.id));
  const page = found.slice(0, size);
  const last = page.at(-1);
  const next = found.length > size && last ? tokenOf(last.id, last.created_at) : undefined;
  const headers = { link: keysetLink('/admin/sessions', query, size, { first: FIRST, next }) };
  const shown = (session: Session) =>
    presentSession(session, now, {
      identity: expand.has('identity') ? identityOf(kratos, session, VIEWS.bare) : null,
      devices: expand.has('devices') ? session.devices : null,
    });
  return json(200, page.map(shown), headers);
}

/** GET /admin/sessions/{id} */
export function getSession(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  // Not the session of that id, but the one of whoever asks, which the other port knows.
  if (request.params.id === 'whoami') return toPublicPort(request, kratos.settings.publicUrl());
  const id = requireUuid(request.params.id ?? '');
  const expand = expansions(request.query);
  const session = requireSession(kratos, id);
  const identity = expand.has('identity') ? identityOf(kratos, session, VIEWS.listed) : null;
  const devices = expand.has('devices') ? session.devices : [];
  return json(200, presentSession(session, kratos.clock.now(), { identity, devices }));
}

/** DELETE /admin/sessions/{id}: the session stays and is inactive. */
export function disableSession(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const session = requireSession(kratos, requireUuid(request.params.id ?? ''));
  kratos.sessions.put({ ...session, active: false });
  return empty(204, { 'content-type': 'application/json; charset=utf-8' });
}

/** PATCH /admin/sessions/{id}/extend: too early changes nothing, and still answers 200. */
export function extendSession(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const session = requireSession(kratos, requireUuid(request.params.id ?? ''));
  const { earliestExtendMs, sessionLifespanMs } = kratos.settings;
  const now = kratos.clock.now();
  const left = new Date(session.expires_at).getTime() - now.getTime();
  const due = earliestExtendMs === undefined || left <= earliestExtendMs;
  const extended = due
    ? { ...session, expires_at: new Date(now.getTime() + sessionLifespanMs).toISOString() }
    : session;
  kratos.sessions.put(extended);
  return json(
    200,
    presentSession(extended, now, { identity: identityOf(kratos, session, VIEWS.own), devices: [] }),
  );
}

/** GET /admin/identities/{id}/sessions: pages count from 1, though the links count from 0. */
export function listIdentitySessions(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const id = requireUuid(request.params.id ?? '');
  const active = activity(request.query);
  const now = kratos.clock.now();
  const all = kratos.sessions
    .of(id)
    .filter((session) => active === undefined || isActive(session, now) === active);
  const page = readNumberedPage(request.query, MAXIMUM_SIZE);
  const from = (Math.max(page.page, 1) - 1) * page.size;
  const headers = numberedHeaders(`/admin/identities/${id}/sessions`, request.query, page, all.length, true);
  const shown = all.slice(from, from + page.size).map((session) =>
    presentSession(session, now, {
      // The server does not look the schema up here.
      identity: identityOf(kratos, session, VIEWS.bare, ''),
      devices: session.devices,
    }),
  );
  return json(200, shown, headers);
}

/** DELETE /admin/identities/{id}/sessions */
export function deleteIdentitySessions(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  if (kratos.sessions.deleteOf(requireUuid(request.params.id ?? '')) === 0) throw noSuchRow();
  return empty(204);
}

function requireSession(kratos: KratosContext, id: string): Session {
  const session = kratos.sessions.get(id);
  if (!session) throw noSuchRow();
  return session;
}

function identityOf(
  kratos: KratosContext,
  session: Session,
  view: Omit<View, 'schemaUrl'>,
  url?: string,
): JsonObject | null {
  const identity = kratos.identities.get(session.identity_id);
  if (!identity) return null;
  const known = schemaUrl(kratos.settings.publicUrl(), identity.schema_id);
  return presentIdentity(identity, { ...view, schemaUrl: url ?? known });
}

function expansions(query: URLSearchParams): ReadonlySet<string> {
  const names = query.getAll('expand').map((name) => name.toLowerCase());
  const unknown = names.find((name) => !['identity', 'devices'].includes(name));
  if (unknown !== undefined) throw badRequest(`Could not parse expand option: ${unknown}`);
  return new Set(names);
}

function activity(query: URLSearchParams): boolean | undefined {
  const text = query.get('active') ?? '';
  if (text === '') return undefined;
  if (/^(1|t|true)$/i.test(text)) return true;
  if (/^(0|f|false)$/i.test(text)) return false;
  throw undecodable('could not parse parameter active');
}

function tokenOf(id: string, at: string): string {
  return Buffer.from(`id=${id}/created_at=${at}`).toString('base64url');
}

function readToken(token: string): { id: string; at: string } {
  if (token === '') return { id: NIL_UUID, at: '2200-12-31T23:59:59' };
  const read = /^id=([0-9a-f-]{36})\/created_at=([-0-9T:.Z]+)$/.exec(
    Buffer.from(token, 'base64url').toString('utf8'),
  );
  // What is too short for a token is told otherwise, under the wrong name.
  if (!read && /^[\w-]{4,}$/.test(token))
    throw badRequest('The page token is invalid, do not craft your own page tokens');
  if (!read) throw undecodable('could not parse parameter page_size');
  return { id: read[1] ?? '', at: read[2] ?? '' };
}
