// Answers of Kratos in the shapes that its servers send, made small.

type Json = Record<string, unknown>;

export const FLOW_ID = '0b4ec6c0-5f0a-4c9e-8a52-2a3c5c1d7e01';
export const OTHER_ID = '5c1a3f5e-7f1b-4a0e-9c39-6d2f6b7a1c02';
export const CSRF = 'csrf-token-of-the-form==';

export const input = (group: string, attributes: Json, extra: Json = {}): Json => ({
  type: 'input',
  group,
  attributes: { disabled: false, node_type: 'input', ...attributes },
  messages: [],
  meta: {},
  ...extra,
});

export const label = (id: number, text: string): Json => ({ meta: { label: { id, text, type: 'info' } } });

export const csrf = (value: string): Json =>
  input('default', { name: 'csrf_token', type: 'hidden', value, required: true });

export const message = (id: number, text: string, type = 'error'): Json => ({ id, text, type });

/** A flow with these nodes. */
export function flow(nodes: readonly Json[], more: Json = {}, ui: Json = {}): Json {
  return {
    id: FLOW_ID,
    type: 'browser',
    expires_at: '2030-01-01T00:00:00Z',
    issued_at: '2029-12-31T23:00:00Z',
    request_url: 'http://127.0.0.1:4433/self-service/login/browser',
    state: 'choose_method',
    ui: { action: `http://127.0.0.1:4433/self-service/login?flow=${FLOW_ID}`, method: 'POST', nodes, ...ui },
    ...more,
  };
}

export const loginNodes = (identifier = ''): readonly Json[] => [
  csrf(CSRF),
  input(
    'default',
    { name: 'identifier', type: 'text', value: identifier, required: true },
    label(1070004, 'ID'),
  ),
  input('password', { name: 'password', type: 'password', required: true }, label(1070001, 'Password')),
  input('password', { name: 'method', type: 'submit', value: 'password' }, label(1010022, 'Sign in')),
];

export const session = (who: string): Json => ({
  id: OTHER_ID,
  active: true,
  expires_at: '2030-01-02T00:00:00Z',
  authenticated_at: '2029-12-31T00:00:00Z',
  authenticator_assurance_level: 'aal1',
  authentication_methods: [{ method: 'password', aal: 'aal1', completed_at: '2029-12-31T00:00:00Z' }],
  identity: { id: FLOW_ID, schema_id: 'default', traits: { email: who } },
  devices: [{ id: FLOW_ID, ip_address: '127.0.0.1:1', user_agent: 'node', location: '' }],
});

/** An error as Kratos answers it. */
export const refusal = (code: number, id: string, more: Json = {}): Json => ({
  error: { id, code, status: 'Refused', reason: `Refused with ${id}.`, message: 'refused' },
  ...more,
});
