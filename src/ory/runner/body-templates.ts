import { MASK } from '../secrets/mask.ts';

const patch = (path: string) => [{ op: 'replace', path, value: '' }];
const rejection = { error: 'access_denied', error_description: '' };
const client = {
  client_name: '',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['http://127.0.0.1:3000/callback'],
  scope: 'openid offline_access',
  token_endpoint_auth_method: 'client_secret_basic',
};
const relationship = { namespace: '', object: '', relation: '', subject_id: '' };
const identity = { schema_id: 'default', state: 'active', traits: { email: '' } };
const recovery = { identity_id: '', expires_in: '1h' };
const stream = { type: 'sns', topic_arn: '', role_arn: '' };
const apiKey = { name: '', actor_id: '', scopes: [], ttl: '720h' };
const apiKeyChange = { name: '' };
const revocation = { reason: 'REVOCATION_REASON_SUPERSEDED' };
const key = { kid: '', use: 'sig', alg: 'RS256', kty: 'RSA', n: '', e: 'AQAB' };

/** What the body of an operation begins as, by the operation's id: the fields that one nearly always needs. */
const TEMPLATES: Readonly<Record<string, unknown>> = {
  createIdentity: identity,
  updateIdentity: { ...identity, metadata_public: null, metadata_admin: null },
  patchIdentity: patch('/state'),
  batchPatchIdentities: { identities: [{ create: identity }] },
  createRecoveryCodeForIdentity: recovery,
  createRecoveryLinkForIdentity: recovery,
  manageSessions: { action: 'disable', sessions: [] },
  createTestLoginFlow: { provider_id: '' },
  updateLoginFlow: { method: 'password', identifier: '', password: MASK },
  updateRegistrationFlow: { method: 'password', traits: { email: '' }, password: MASK },
  updateSettingsFlow: { method: 'profile', traits: { email: '' } },
  updateRecoveryFlow: { method: 'code', email: '' },
  updateVerificationFlow: { method: 'code', email: '' },
  performNativeLogout: { session_token: MASK },
  createOAuth2Client: client,
  setOAuth2Client: client,
  patchOAuth2Client: patch('/client_name'),
  setOAuth2ClientLifespans: {
    authorization_code_grant_access_token_lifespan: '1h',
    authorization_code_grant_refresh_token_lifespan: '720h',
    client_credentials_grant_access_token_lifespan: '1h',
  },
  createOidcDynamicClient: client,
  setOidcDynamicClient: client,
  createJsonWebKeySet: { alg: 'RS256', use: 'sig', kid: '' },
  setJsonWebKey: key,
  setJsonWebKeySet: { keys: [key] },
  trustOAuth2JwtGrantIssuer: {
    issuer: '',
    subject: '',
    scope: [],
    jwk: key,
    expires_at: '2030-01-01T00:00:00Z',
  },
  acceptOAuth2LoginRequest: { subject: '', remember: false, remember_for: 0 },
  rejectOAuth2LoginRequest: rejection,
  acceptOAuth2ConsentRequest: {
    grant_scope: [],
    grant_access_token_audience: [],
    remember: false,
    session: { access_token: {}, id_token: {} },
  },
  rejectOAuth2ConsentRequest: rejection,
  acceptUserCodeRequest: { user_code: MASK },
  createRelationship: relationship,
  patchRelationships: [{ action: 'insert', relation_tuple: relationship }],
  batchCheckPermission: { tuples: [relationship] },
  postCheckPermission: relationship,
  postCheckPermissionOrError: relationship,
  createProject: { name: '', environment: 'dev', home_region: 'eu-central' },
  createProjectApiKey: { name: '' },
  patchProject: patch('/name'),
  patchProjectWithRevision: patch('/name'),
  setProject: { name: '', cors_admin: {}, cors_public: {}, services: {} },
  createWorkspace: { name: '' },
  createWorkspaceApiKey: { name: '' },
  updateWorkspace: { name: '' },
  createOrganization: { label: '', domains: [] },
  updateOrganization: { label: '', domains: [] },
  createOrganizationOnboardingPortalLink: { enable_sso: true, enable_scim: false },
  updateOrganizationOnboardingPortalLink: { enable_sso: true, enable_scim: false },
  createEventStream: stream,
  setEventStream: stream,
  adminIssueApiKey: apiKey,
  adminUpdateIssuedApiKey: apiKeyChange,
  adminRevokeIssuedApiKey: revocation,
  adminRotateIssuedApiKey: { visibility: 'KEY_VISIBILITY_UNSPECIFIED' },
  adminImportApiKey: { raw_key: MASK, ...apiKey },
  adminBatchCreateImportedApiKeys: { requests: [{ raw_key: MASK, ...apiKey }] },
  adminUpdateImportedApiKey: apiKeyChange,
  adminRevokeImportedApiKey: revocation,
  adminVerifyApiKey: { credential: MASK },
  adminBatchVerifyApiKeys: { requests: [{ credential: MASK }] },
  adminDeriveToken: { credential: MASK, algorithm: 'TOKEN_ALGORITHM_JWT', ttl: '1h', scopes: [] },
  revokeApiKey: { credential: MASK, ...revocation },
  updateFedcmFlow: { token: MASK, csrf_token: MASK },
  createVerifiableCredential: {
    format: 'jwt_vc_json',
    types: ['VerifiableCredential', 'UserInfoCredential'],
    proof: { proof_type: 'jwt', jwt: MASK },
  },
  // eslint-disable-next-line texts/extracted -- code
  checkOplSyntax: 'class User implements Namespace {}\n',
};

/** The document that an operation's body begins as. A mask stands where a secret is asked for. */
export function bodyTemplate(operation: string): string {
  const template = TEMPLATES[operation];
  return typeof template === 'string' ? template : `${JSON.stringify(template ?? {}, null, 2)}\n`;
}
