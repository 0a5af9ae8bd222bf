import { randomInt } from 'node:crypto';
import { parseDuration } from '../../clock.ts';
import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import type { Flow } from '../flows/store.ts';
import type { Fields } from '../http/decode.ts';
import { badRequest, noSuchRow, notFound } from '../http/errors.ts';
import { decodeJsonRequest } from '../http/json-request.ts';
import { newToken } from '../http/tokens.ts';
import { newId, NIL_UUID } from '../http/uuid.ts';

const FIELDS: Fields = {
  identity_id: { kind: 'uuid', go: 'uuid.UUID' },
  expires_in: { kind: 'string', go: 'string' },
};

/** POST /admin/recovery/link: a link that lets its bearer in, once. */
export function createRecoveryLink(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  requireEnabled(kratos, kratos.settings.linkEnabled);
  const body = decodeJsonRequest(request, 'link.createRecoveryLinkForIdentityBody', FIELDS);
  const lifetimeMs = lifetime(body.expires_in, kratos.settings.recoveryLifespanMs);
  const identity = kratos.identities.get(idOf(body));
  if (!identity) throw badRequest('The requested identity id does not exist.');
  const token = newToken();
  const flow = begin(kratos, request, lifetimeMs, { identity_id: identity.id, token, type: 'browser' });
  const link = `${kratos.settings.publicUrl()}/self-service/recovery?flow=${flow.id}&token=${token}`;
  return json(200, { recovery_link: link, expires_at: flow.expires_at });
}

/** POST /admin/recovery/code: a code to tell the person, and the page where it is entered. */
export function createRecoveryCode(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  requireEnabled(kratos, kratos.settings.codeEnabled);
  const body = decodeJsonRequest(request, 'code.createRecoveryCodeForIdentityBody', {
    ...FIELDS,
    flow_type: { kind: 'string', go: 'string' },
  });
  const type = body.flow_type ?? 'browser';
  if (type !== 'api' && type !== 'browser' && type !== '') {
    throw badRequest(`Value from "flow_type" is not valid: ${JSON.stringify(type)}`);
  }
  const lifetimeMs = lifetime(body.expires_in, kratos.settings.recoveryLifespanMs);
  const identity = kratos.identities.get(idOf(body));
  if (!identity) throw noSuchRow('could not find identity');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const kind = type === 'api' ? 'api' : 'browser';
  const flow = begin(kratos, request, lifetimeMs, { identity_id: identity.id, code, type: kind });
  return json(201, {
    recovery_link: `${kratos.settings.recoveryUrl}?flow=${flow.id}`,
    recovery_code: code,
    expires_at: flow.expires_at,
  });
}

function requireEnabled(kratos: KratosContext, method: boolean): void {
  if (!kratos.settings.recoveryEnabled) throw notFound('Recovery is switched off in the configuration.');
  if (!method) throw notFound('This way of recovery is switched off in the configuration.');
}

/** The identity that a body names; the nil UUID when it names none. */
function idOf(body: JsonObject): string {
  return typeof body.identity_id === 'string' ? body.identity_id : NIL_UUID;
}

function lifetime(value: unknown, otherwise: number): number {
  if (typeof value !== 'string' || value === '') return otherwise;
  const parsed = parseDuration(value);
  if (parsed === undefined) throw badRequest(`"expires_in" is no duration such as 1h or 1m30s: ${value}`);
  if (parsed <= 0) throw badRequest(`"expires_in" must lead to a moment in the future: ${value}`);
  return parsed;
}

function begin(
  kratos: KratosContext,
  request: SandboxRequest,
  lifetimeMs: number,
  rest: Pick<Flow, 'type' | 'identity_id' | 'code' | 'token'>,
): Flow {
  const flow: Flow = {
    id: newId(),
    kind: 'recovery',
    issued_at: kratos.now(),
    expires_at: new Date(kratos.clock.now().getTime() + lifetimeMs).toISOString(),
    request_url: `${kratos.settings.adminUrl()}${request.path}`,
    ...rest,
  };
  kratos.flows.put(flow);
  return flow;
}
