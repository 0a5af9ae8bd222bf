/** What a peer and the catalogue mean to do differently in one operation, by today's name of the operation. */
export interface Differences {
  /** Parameters and fields of ours that the peer lacks. */
  readonly ours?: readonly string[];
  /** What only the peer takes. */
  readonly peers?: readonly string[];
  /** Names of ours, each with the peer's. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The peer sends this body where we send none. */
  readonly peersBody?: string;
  readonly why: string;
}
export type DifferenceTable = Readonly<Record<string, Differences>>;

const headersOnly = 'They are headers of the answer, which the first document lists as parameters.';
const neverRead = 'The document lists them; no server ever read them. Lists are paged by token.';
const token = 'Lists are paged by token since Hydra 2.0 and Kratos 0.11.';
const laterParameters = 'Came with later versions.';
const jar = 'A browser sends the cookies that it has with every request, documented or not.';

/** What no document of any age lists, although every server reads it (RFC 6749, 7009, 7636, 8628, OpenID Connect). */
const undocumented: DifferenceTable = {
  oAuth2Authorize: {
    ours: [
      'client_id',
      'response_type',
      'redirect_uri',
      'scope',
      'state',
      'nonce',
      'code_challenge',
      'code_challenge_method',
      'audience',
      'prompt',
      'max_age',
      'login_hint',
      'response_mode',
    ],
    why: 'The documents list no parameter; without any the flow can only fail.',
  },
  revokeOidcSession: {
    ours: ['id_token_hint', 'post_logout_redirect_uri', 'state'],
    why: 'The documents list no parameter; OpenID Connect RP-Initiated Logout has these.',
  },
  oauth2TokenExchange: {
    ours: [
      'client_secret',
      'code_verifier',
      'device_code',
      'assertion',
      'client_assertion_type',
      'client_assertion',
      'scope',
      'audience',
    ],
    why: 'The documents list five fields, with which PKCE, devices, assertions and scopes cannot be used.',
  },
};

/** Against @ory/client 0.2.0-alpha.18. */
export const SINCE_THE_FIRST_AGE: DifferenceTable = {
  ...undocumented,
  listIdentities: {
    ours: [
      'page_size',
      'page_token',
      'consistency',
      'ids',
      'credentials_identifier',
      'preview_credentials_identifier_similar',
      'include_credential',
      'organization_id',
    ],
    why: `${laterParameters} ${token}`,
  },
  listIdentitySessions: { ours: ['page_size', 'page_token'], why: token },
  listIdentitySchemas: { ours: ['page_size', 'page_token'], why: token },
  listMySessions: { ours: ['page_size', 'page_token'], why: token },
  createRecoveryLinkForIdentity: { ours: ['return_to'], why: laterParameters },
  listOAuth2ConsentSessions: {
    ours: ['page_size', 'page_token', 'login_session_id'],
    peers: ['link', 'xTotalCount'],
    why: `${headersOnly} ${token}`,
  },
  listTrustedOAuth2JwtGrantIssuers: {
    ours: ['page_size', 'page_token'],
    peers: ['maxItems', 'defaultItems', 'limit', 'offset'],
    why: neverRead,
  },
  rejectOAuth2LogoutRequest: {
    peers: ['rejectOAuth2Request'],
    peersBody: '{}',
    why: 'The body was never read, and today’s document has none.',
  },
  revokeOAuth2ConsentSessions: { ours: ['consent_request_id'], why: laterParameters },
  revokeOAuth2LoginSessions: { ours: ['sid'], why: laterParameters },
  revokeOAuth2Token: {
    ours: ['client_id', 'client_secret'],
    why: 'Today’s document lists them; a client of the kind client_secret_post needs them.',
  },
  getProjectMembers: { renamed: { project: 'projectId' }, why: 'Renamed; the path is the same.' },
  removeProjectMember: {
    renamed: { project: 'projectId', member: 'memberId' },
    why: 'Renamed; the path is the same.',
  },
  createBrowserLogoutFlow: { ours: ['return_to'], why: laterParameters },
  createBrowserLoginFlow: {
    ours: ['login_challenge', 'organization', 'via', 'identity_schema', 'Cookie'],
    why: laterParameters,
  },
  createNativeLoginFlow: {
    ours: ['return_session_token_exchange_code', 'return_to', 'organization', 'via', 'identity_schema'],
    why: laterParameters,
  },
  createBrowserRecoveryFlow: { ours: ['skip_settings', 'Cookie'], why: `${laterParameters} ${jar}` },
  createBrowserRegistrationFlow: {
    ours: ['login_challenge', 'after_verification_return_to', 'organization', 'identity_schema', 'Cookie'],
    why: `${laterParameters} ${jar}`,
  },
  createNativeRegistrationFlow: {
    ours: ['return_session_token_exchange_code', 'return_to', 'organization', 'identity_schema'],
    why: laterParameters,
  },
  createBrowserSettingsFlow: { ours: ['organization', 'Cookie'], why: laterParameters },
  createNativeSettingsFlow: { ours: ['organization'], why: laterParameters },
  createBrowserVerificationFlow: { ours: ['Cookie'], why: jar },
  createNativeVerificationFlow: { ours: ['return_to'], why: laterParameters },
  disableMySession: { ours: ['X-Session-Token', 'Cookie'], why: 'Needed then as well, and not documented.' },
  updateLogoutFlow: { ours: ['Cookie'], why: 'Needed then as well, and not documented.' },
  toSession: { ours: ['tokenize_as'], why: laterParameters },
};

/** Against @ory/client 1.22.66. */
export const FROM_TODAY: DifferenceTable = {
  ...undocumented,
  oAuth2DeviceFlow: {
    ours: ['Authorization', 'client_id', 'client_secret', 'scope', 'audience'],
    why: 'The document has neither credential nor body; RFC 8628 has them, and the server answers 400 without it.',
  },
  createBrowserRecoveryFlow: { ours: ['Cookie'], why: jar },
  createBrowserRegistrationFlow: { ours: ['Cookie'], why: jar },
  createBrowserVerificationFlow: { ours: ['Cookie'], why: jar },
  createFedcmFlow: { ours: ['Cookie'], why: jar },
  updateFedcmFlow: { ours: ['Cookie'], why: jar },
  createVerifiableCredential: {
    ours: ['Authorization'],
    why: 'Not documented; the access token says whose credential it is, and the server answers 401 without it.',
  },
  performOAuth2DeviceVerificationFlow: {
    ours: ['user_code'],
    why: 'Not documented; verification_uri_complete carries it.',
  },
};
