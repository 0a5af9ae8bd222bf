import { compareSync } from 'bcryptjs';
import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { readFirstJson } from '../../json/read.ts';
import { at, objectOr } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { badRequest, noSuchRow, notEmulated } from '../http/errors.ts';
import { asUuid, newId } from '../http/uuid.ts';
import type { Identity } from '../identities/model.ts';
import { presentIdentity, schemaUrl, VIEWS } from '../identities/present.ts';
import { newSession } from '../sessions/begin.ts';
import { presentSession } from '../sessions/model.ts';
import { presentLogin, type UiMessage } from './login-form.ts';
import type { Flow } from './store.ts';

/** GET /self-service/login/api: a login of an app, with a password. */
export function beginLogin(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  if (request.query.has('refresh') || request.query.has('aal')) {
    throw notEmulated('a login that refreshes a session or adds a second factor');
  }
  const flow: Flow = {
    id: newId(),
    kind: 'login',
    type: 'api',
    issued_at: kratos.now(),
    expires_at: new Date(kratos.clock.now().getTime() + kratos.settings.loginLifespanMs).toISOString(),
    request_url: `${kratos.settings.publicUrl()}${request.path}${request.search === '' ? '' : `?${request.search}`}`,
  };
  kratos.flows.put(flow);
  return json(200, presentLogin(kratos, flow));
}

/** GET /self-service/login/flows */
export function getLogin(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const flow = kratos.flows.get('login', asUuid(request.query.get('id') ?? '') ?? '');
  if (!flow) throw noSuchRow();
  return json(200, presentLogin(kratos, flow));
}

/** POST /self-service/login: the password method of an app's flow; the flow can be used again. */
export function submitLogin(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const id = asUuid(request.query.get('flow') ?? '');
  if (id === undefined) throw badRequest('The flow query parameter is missing or malformed.');
  const flow = kratos.flows.get('login', id);
  if (!flow) throw noSuchRow();
  const body = readBody(request);
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const identifier = text('identifier') || text('password_identifier');
  if (body.method !== 'password') {
    return json(400, presentLogin(kratos, flow, { messages: [NO_STRATEGY] }));
  }
  const absent = [identifier === '' ? 'identifier' : '', text('password') === '' ? 'password' : ''].filter(
    Boolean,
  );
  if (absent.length > 0) {
    const fields = Object.fromEntries(absent.map((property) => [property, [missing(property)]]));
    return json(400, presentLogin(kratos, flow, { identifier, fields }));
  }
  const owner = kratos.identities.ownerOf(`password\n${identifier.trim().toLowerCase()}`);
  const identity = owner === undefined ? undefined : kratos.identities.get(owner);
  if (!identity || !passwordFits(identity, text('password'))) {
    return json(400, presentLogin(kratos, flow, { identifier, messages: [WRONG] }));
  }
  if (identity.state !== 'active') {
    return json(400, presentLogin(kratos, flow, { identifier, messages: [INACTIVE] }));
  }
  return success(kratos, request, identity);
}

function success(kratos: KratosContext, request: SandboxRequest, identity: Identity): SandboxAnswer {
  const session = newSession(kratos, identity.id, request.headers['user-agent'] ?? '');
  kratos.sessions.put(session);
  const url = schemaUrl(kratos.settings.publicUrl(), identity.schema_id);
  const shown = presentIdentity(identity, { ...VIEWS.own, schemaUrl: url });
  return json(200, {
    session_token: session.token,
    session: presentSession(session, kratos.clock.now(), { identity: shown, devices: session.devices }),
    continue_with: null,
  });
}

function passwordFits(identity: Identity, password: string): boolean {
  const hash = at(identity.credentials.password?.config, 'hashed_password');
  // Other hashes than bcrypt's are kept but not checked: nobody logs in with them here.
  return typeof hash === 'string' && /^\$2[aby]?\$/.test(hash) && compareSync(password, hash);
}

function readBody(request: SandboxRequest): Record<string, unknown> {
  const text = request.body.toString('utf8');
  if ((request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return objectOr(readFirstJson(text));
  } catch {
    throw badRequest('Unable to decode body: the request holds no JSON.');
  }
}

const NO_STRATEGY: UiMessage = {
  id: 4010002,
  text: 'No way to log in fits what was sent. Was a field left out?',
  type: 'error',
};
const WRONG: UiMessage = { id: 4000006, text: 'Login name or password are wrong.', type: 'error' };
const INACTIVE: UiMessage = { id: 4010011, text: 'This account is not active.', type: 'error' };
const missing = (property: string): UiMessage => ({
  id: 4000002,
  text: `Property ${property} is missing.`,
  type: 'error',
  context: { property },
});
