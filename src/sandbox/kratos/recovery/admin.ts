import { parseDuration } from '../../clock.ts';
import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { newCode } from '../courier/mails.ts';
import { newFlow, uiOf } from '../flows/begin.ts';
import type { Flow } from '../flows/model.ts';
import { populateRecovery } from '../flows/recovery/begin.ts';
import type { FlowSecret } from '../flows/secrets.ts';
import type { Fields } from '../http/decode.ts';
import { badRequest, noSuchRow, notFound } from '../http/errors.ts';
import { Exchange } from '../http/exchange.ts';
import { decodeJsonRequest } from '../http/json-request.ts';
import { newToken } from '../http/tokens.ts';
import { NIL_UUID } from '../http/uuid.ts';
import { codeField, methodButton } from '../ui/fields.ts';

const FIELDS: Fields = {
  identity_id: { kind: 'uuid', go: 'uuid.UUID' },
  expires_in: { kind: 'string', go: 'string' },
};

/** POST /admin/recovery/link: a link that lets its bearer in, once. */
export function createRecoveryLink(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const { link, flows } = kratos.settings.selfService;
  requireEnabled(flows.recovery.enabled, link.enabled);
  const body = decodeJsonRequest(request, 'link.createRecoveryLinkForIdentityBody', FIELDS);
  const lifetimeMs = lifetime(body.expires_in, link.lifespanMs);
  const identity = kratos.identities.get(idOf(body));
  if (!identity) throw badRequest('The requested identity id does not exist.');
  const ex = new Exchange(kratos, request);
  const flow = begin(ex, 'browser', lifetimeMs);
  populateRecovery(ex, flow, 'link');
  const token = newToken();
  keep(kratos, flow, { form: 'token', value: token, identity_id: identity.id });
  const recovery_link = `${kratos.settings.publicUrl()}/self-service/recovery?flow=${flow.id}&token=${token}`;
  return json(200, { recovery_link, expires_at: flow.expires_at });
}

/** POST /admin/recovery/code: a code to tell the person, and the page where it is entered. */
export function createRecoveryCode(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const { code, flows } = kratos.settings.selfService;
  requireEnabled(flows.recovery.enabled, code.enabled);
  const body = decodeJsonRequest(request, 'code.createRecoveryCodeForIdentityBody', {
    ...FIELDS,
    flow_type: { kind: 'string', go: 'string' },
  });
  const type = body.flow_type ?? 'browser';
  if (type !== 'api' && type !== 'browser' && type !== '') {
    throw badRequest(`Value from "flow_type" is not valid: ${JSON.stringify(type)}`);
  }
  const lifetimeMs = lifetime(body.expires_in, code.lifespanMs);
  const identity = kratos.identities.get(idOf(body));
  if (!identity) throw noSuchRow('could not find identity');
  const ex = new Exchange(kratos, request);
  const flow = begin(ex, type === 'api' ? 'api' : 'browser', lifetimeMs);
  flow.active = 'code';
  flow.state = 'sent_email';
  flow.by_admin = true;
  flow.form.nodes = [codeField('recoveryCode', true), methodButton('code', 'code', 'continue')];
  const value = newCode();
  keep(kratos, flow, { form: 'code', value, identity_id: identity.id });
  const recovery_link = uiOf(ex, 'recovery', flow.id);
  return json(201, { recovery_link, recovery_code: value, expires_at: flow.expires_at });
}

function requireEnabled(flow: boolean, method: boolean): void {
  if (!flow) throw notFound('Recovery is switched off in the configuration.');
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

function begin(ex: Exchange, type: Flow['type'], lifetimeMs: number): Flow {
  const flow = newFlow(ex, 'recovery', type, 'choose_method');
  flow.expires_at = new Date(ex.kratos.clock.now().getTime() + lifetimeMs).toISOString();
  return flow;
}

/** Keeps the flow and its secret, which lives as long as the flow. */
function keep(
  kratos: KratosContext,
  flow: Flow,
  secret: Pick<FlowSecret, 'form' | 'value' | 'identity_id'>,
): void {
  kratos.flows.save(flow);
  const { id: flow_id, expires_at } = flow;
  kratos.secrets.add({ ...secret, flow_id, expires_at, purpose: 'recovery', address: '', used: false });
}
