// Answers as servers give them, by operation.
import { CATALOGUE } from '../../src/ory/operations/index.ts';

export const ID = '00000000-0000-4000-8000-0000000000bb';
const time = '2026-01-02T03:04:05Z';

const identity = {
  id: ID,
  schema_id: 'default',
  state: 'active',
  traits: { email: 'ada@example.com', name: { first: 'Ada', last: 'L' } },
  external_id: 'x',
  verifiable_addresses: [
    { id: ID, value: 'ada@example.com', via: 'email', verified: false, status: 'sent', verified_at: time },
  ],
  recovery_addresses: [{ id: ID, value: 'ada@example.com', via: 'email' }],
  credentials: {
    password: { type: 'password', identifiers: ['ada@example.com'], config: {}, created_at: time },
    oidc: {
      type: 'oidc',
      identifiers: ['github:1'],
      config: { providers: [{ subject: '1', provider: 'github' }] },
    },
  },
  metadata_public: { a: 1 },
  metadata_admin: null,
  created_at: time,
  updated_at: time,
};
const session = {
  id: ID,
  active: true,
  authenticator_assurance_level: 'aal1',
  authenticated_at: time,
  issued_at: time,
  expires_at: '2036-01-02T03:04:05Z',
  devices: [{ id: ID, ip_address: '10.0.0.1', user_agent: 'curl', location: 'x' }],
  authentication_methods: [{ method: 'password', aal: 'aal1', completed_at: time }],
  identity,
};
const client = {
  client_id: ID,
  client_name: 'Shop',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: ['http://127.0.0.1/'],
  post_logout_redirect_uris: ['http://127.0.0.1/bye'],
  audience: ['api'],
  contacts: ['a@b.c'],
  scope: 'openid',
  owner: 'o',
  jwks: { keys: [{ kid: 'k', kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }] },
  token_endpoint_auth_method: 'none',
  logo_uri: 'https://a/b.png',
  created_at: time,
  updated_at: time,
};
const consentRequest = {
  challenge: 'c',
  client,
  login_session_id: ID,
  subject: ID,
  requested_scope: ['openid'],
  requested_access_token_audience: ['api'],
  request_url: 'http://127.0.0.1/oauth2/auth?x=1',
  context: {},
  oidc_context: { acr_values: ['1'], display: 'x', ui_locales: ['en'], login_hint: 'a' },
  skip: false,
};
const message = {
  id: ID,
  recipient: 'a@b.c',
  subject: 'Hi',
  status: 'sent',
  type: 'email',
  template_type: 'recovery_code_valid',
  body: 'text 123456',
  send_count: 1,
  dispatches: [{ id: ID, message_id: ID, status: 'failed', error: { a: 1 }, created_at: time }],
  created_at: time,
  updated_at: time,
};
const issuer = {
  id: ID,
  issuer: 'https://i.example',
  subject: 's',
  scope: ['a'],
  public_key: { set: 's', kid: 'k' },
  allow_any_subject: false,
  created_at: time,
  expires_at: '2036-01-02T03:04:05Z',
};
const project = {
  id: ID,
  name: 'P',
  slug: 's',
  state: 'running',
  environment: 'dev',
  home_region: 'eu-central',
  revision_id: ID,
  workspace_id: ID,
  services: { identity: { config: { selfservice: {} } }, oauth2: { config: {} }, permission: { config: {} } },
  created_at: time,
  updated_at: time,
};
const keySet = {
  keys: [{ kid: 'k', kty: 'RSA', alg: 'RS256', use: 'sig', n: 'AQAB', e: 'AQAB', x5c: ['AA'] }],
};
const text = { id: 1070004, text: 'ID', type: 'info', context: {} };
const flow = {
  id: ID,
  type: 'browser',
  state: 'choose_method',
  expires_at: '2036-01-02T03:04:05Z',
  issued_at: time,
  request_url: 'http://127.0.0.1/self-service/login/browser',
  return_to: 'http://127.0.0.1/',
  active: 'password',
  oauth2_login_request: consentRequest,
  transient_payload: { a: 1 },
  continue_with: [
    { action: 'show_verification_ui', flow: { id: ID, verifiable_address: 'a@b.c', url: 'http://a' } },
  ],
  ui: {
    action: 'http://127.0.0.1/self-service/login?flow=1',
    method: 'POST',
    messages: [text],
    nodes: [
      {
        type: 'input',
        group: 'password',
        attributes: {
          name: 'identifier',
          type: 'text',
          value: '',
          node_type: 'input',
          options: [{ value: 'a' }],
        },
        messages: [text],
        meta: { label: text },
      },
      {
        type: 'input',
        group: 'password',
        attributes: { name: 'method', type: 'submit', value: 'password', node_type: 'input' },
        messages: [],
        meta: { label: text },
      },
    ],
  },
};
const discovery = {
  issuer: 'http://127.0.0.1/',
  authorization_endpoint: 'http://127.0.0.1/oauth2/auth',
  token_endpoint: 'http://127.0.0.1/oauth2/token',
  jwks_uri: 'http://127.0.0.1/.well-known/jwks.json',
  userinfo_endpoint: 'http://127.0.0.1/userinfo',
  scopes_supported: ['openid'],
  grant_types_supported: ['authorization_code'],
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['sub'],
};

const flows = Object.fromEntries(
  CATALOGUE.filter(({ id }) =>
    /^(create(Browser|Native)|get)(Login|Registration|Settings|Recovery|Verification)Flow$/.test(id),
  ).map(({ id }) => [id, flow]),
);

/** What is answered where nothing is hostile. */
export const SAMPLES: Readonly<Record<string, unknown>> = {
  ...flows,
  listIdentities: [identity],
  getIdentity: identity,
  listSessions: [session],
  listIdentitySessions: [session],
  getSession: session,
  toSession: session,
  listCourierMessages: [message],
  getCourierMessage: message,
  listIdentitySchemas: [
    { id: 'default', schema: { title: 'Person', properties: { traits: { type: 'object' } } } },
  ],
  getIdentitySchema: { title: 'Person', type: 'object', properties: { traits: { type: 'object' } } },
  listOAuth2Clients: [client],
  getOAuth2Client: client,
  createOidcDynamicClient: { ...client, registration_access_token: 't', registration_client_uri: 'http://a' },
  getOidcDynamicClient: client,
  rotateOAuth2ClientSecret: { ...client, client_secret: 'new' },
  getJsonWebKeySet: keySet,
  discoverJsonWebKeys: keySet,
  listTrustedOAuth2JwtGrantIssuers: [issuer],
  getTrustedOAuth2JwtGrantIssuer: issuer,
  listOAuth2ConsentSessions: [
    {
      consent_request: consentRequest,
      grant_scope: ['openid'],
      grant_access_token_audience: ['a'],
      handled_at: time,
      remember: true,
      remember_for: 3600,
      session: { access_token: {}, id_token: {} },
    },
  ],
  getOAuth2LoginRequest: consentRequest,
  getOAuth2ConsentRequest: consentRequest,
  getOAuth2LogoutRequest: {
    challenge: 'c',
    subject: ID,
    sid: 's',
    request_url: 'http://a',
    rp_initiated: true,
    client,
  },
  introspectOAuth2Token: {
    active: true,
    client_id: 'c',
    sub: 's',
    scope: 'a',
    exp: 2e9,
    iat: 1e9,
    aud: ['a'],
    ext: {},
  },
  discoverOidcConfiguration: discovery,
  getVersion: { version: 'v1.0.0' },
  isAlive: { status: 'ok' },
  isReady: { status: 'ok' },
  listProjects: [project],
  getProject: project,
  getProjectMembers: [{ id: ID, email: 'a@b.c', name: 'A', role: 'OWNER', email_verified: true }],
  listWorkspaces: { workspaces: [{ id: ID, name: 'Team', subscription_plan: 'x', access_policy: 'y' }] },
  listWorkspaceApiKeys: [{ id: ID, name: 'wk', owner_id: ID, last_characters: 'abcd', created_at: time }],
  listOrganizations: {
    organizations: [
      { id: ID, label: 'Org', domains: ['a.example'], session_lifespan: '1h', created_at: time },
    ],
  },
  listEventStreams: {
    event_streams: [{ id: ID, type: 'https', status: 'paused', https_endpoint: 'https://events.example' }],
  },
  listProjectApiKeys: [{ id: ID, name: 'k', value: 'v', expires_at: time }],
  createRecoveryCodeForIdentity: { recovery_link: 'http://a', recovery_code: '123456', expires_at: time },
  createRecoveryLinkForIdentity: { recovery_link: 'http://a', expires_at: time },
};
