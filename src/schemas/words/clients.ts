import type { JsonSchema } from '../json-schema.ts';
import { anyBut, duration, known, oneOfOrNone, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const URI_PROBLEM = 'An address that begins with https:// or http://.';

/** An address of the web. An empty text stands for none. */
const webAddress = (description: string): JsonSchema => ({
  description,
  // Hydra 2.0 takes others too.
  allOf: [{ advice: true, pattern: '^(https?://.*)?$', errorMessage: URI_PROBLEM }],
});

/** A list that a server may give as null where it is empty. */
const list = (description: string, items: JsonSchema): JsonSchema => ({
  description,
  type: ['array', 'null'],
  items: { type: ['string', 'null'], ...items },
});

/** Grants by the beginning of the members with their lifespans, and the tokens that each gives. */
const grants = {
  authorization_code: ['authorization code', 'access_token', 'id_token', 'refresh_token'],
  client_credentials: ['client credentials', 'access_token'],
  device_authorization: ['device', 'access_token', 'id_token', 'refresh_token'],
  implicit: ['implicit', 'access_token', 'id_token'],
  jwt_bearer: ['JWT bearer', 'access_token'],
  refresh_token: ['refresh token', 'access_token', 'id_token', 'refresh_token'],
} as const;
const tokens = {
  access_token: 'access tokens',
  id_token: 'ID tokens',
  refresh_token: 'refresh tokens',
} as const;

/** Grants that Hydra 2.0 does not know: it takes whatever stands there. */
const newer: ReadonlySet<string> = new Set(['device_authorization']);

/** A length of time at a member that older servers don't know. */
function newerDuration(words: JsonSchema): JsonSchema {
  const { description, examples, pattern, errorMessage } = words;
  return {
    ...(description === undefined ? {} : { description }),
    ...(examples ? { examples } : {}),
    ...anyBut('string', errorMessage ?? '', pattern === undefined ? {} : { pattern }),
  };
}

/** `authorization_code_grant_access_token_lifespan` and its kind. */
const lifespans: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries(grants).flatMap(([grant, [grantName, ...given]]) =>
    given.map((token) => {
      const words = duration(
        `How long ${tokens[token]} of the ${grantName} grant live. Null: as the server is set up.`,
        ...(token === 'refresh_token' ? ['720h', '168h', '24h'] : ['1h', '15m', '24h']),
      );
      return [`${grant}_grant_${token}_lifespan`, newer.has(grant) ? newerDuration(words) : words];
    }),
  ),
);

/** Grant types, with what each is for. */
export const GRANT_TYPES = {
  authorization_code: 'People sign in with a browser; the client exchanges a code.',
  refresh_token: 'Tokens are renewed without the person; needs the scope offline_access or offline.',
  client_credentials: 'The client acts for itself, without a person.',
  implicit: 'Tokens in the address of the redirect: outdated, use authorization_code with PKCE.',
  'urn:ietf:params:oauth:grant-type:device_code': 'People sign in on another device with a code.',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'A trusted issuer’s assertion is exchanged.',
} as const;

export const RESPONSE_TYPES = {
  code: 'A code, for the grant authorization_code.',
  token: 'An access token at once, for the grant implicit.',
  id_token: 'An ID token at once, for the grant implicit.',
  'id_token token': 'Both tokens at once, for the grant implicit.',
  'code id_token': 'A code and an ID token: hybrid.',
  'code token': 'A code and an access token: hybrid.',
  'code id_token token': 'A code and both tokens: hybrid.',
} as const;

export const AUTH_METHODS = {
  client_secret_basic: 'Id and secret in the Authorization header.',
  client_secret_post: 'Id and secret in the form.',
  private_key_jwt: 'An assertion signed with the client’s own key; needs jwks or jwks_uri.',
  none: 'A public client without a secret, such as an app or a page: it must use PKCE.',
} as const;

export const clientWords: Words = {
  OAuth2ClientTokenLifespans: lifespans,
  OAuth2Client: {
    ...lifespans,
    access_token_strategy: {
      description: 'Form of access tokens. Left out: as the server is set up.',
      type: ['string', 'number', 'boolean', 'object', 'array', 'null'],
      ...known({
        opaque: 'A random text that the server looks up: it can be revoked at any time.',
        jwt: 'A signed JWT that resources check by themselves: good until it expires.',
        '': 'As the server is set up.',
      }),
    },
    allowed_cors_origins: list('Origins whose pages may call the token endpoint.', {
      pattern: '^(\\*|[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*/?)$',
      errorMessage: 'An origin: scheme, host and port, without a path, a query or a fragment.',
      examples: ['https://app.example.com'],
    }),
    audience: list('Audiences that the client may ask for.', { examples: ['https://api.example.com'] }),
    backchannel_logout_session_required: 'Whether logout tokens must name the session (claim “sid”).',
    backchannel_logout_uri: webAddress('Where the server tells the client that a person signed out.'),
    client_id: {
      description: 'Id of the client. It can’t be changed; left out on creation, the server makes one.',
      readOnly: true,
    },
    client_name: 'Name of the client, shown when people are asked for consent.',
    client_secret: {
      description:
        'The secret, at least 6 characters. It is never shown again; left out on creation, the server makes one.',
      // Servers count bytes: what is not ASCII is theirs to count.
      pattern: '^(|[^]{6,}|[^]*[^\\x00-\\x7f][^]*)$',
      errorMessage: 'A secret has at least 6 characters.',
    },
    client_secret_expires_at: { description: 'Not in use: always 0.', readOnly: true },
    client_uri: webAddress('Home page of the client.'),
    contacts: list('How to reach those who are responsible.', { examples: ['ops@example.com'] }),
    created_at: { ...time('When it was created. Set by the server.'), readOnly: true },
    updated_at: { ...time('When it last changed. Set by the server.'), readOnly: true },
    frontchannel_logout_session_required: 'Whether issuer and session are named in the logout address.',
    frontchannel_logout_uri: webAddress('Page that the browser loads, unseen, when a person signs out.'),
    grant_types: list('What the client may do to get tokens. Left out: authorization_code.', {
      examples: Object.keys(GRANT_TYPES),
    }),
    jwks: {
      description: 'The client’s public keys. Either this or jwks_uri.',
      type: ['object', 'null'],
      properties: {
        keys: {
          type: ['array', 'null'],
          description: 'The keys.',
          items: { $ref: '#/definitions/JsonWebKey' },
        },
      },
    },
    jwks_uri: webAddress('Where the client’s public keys can be read. Either this or jwks.'),
    logo_uri: webAddress('Picture of the client, shown when people are asked for consent.'),
    metadata: {
      description: 'Whatever you want to keep with the client.',
      ...anyBut('object', 'An object, as other tools expect it.'),
    },
    owner: 'Who owns the client: any text; lists can be filtered by it.',
    policy_uri: webAddress('Page with the client’s privacy policy.'),
    post_logout_redirect_uris: list('Addresses that people may be sent to after signing out.', {
      examples: ['https://app.example.com/signed-out'],
    }),
    redirect_uris: list('Addresses that people may be sent to after signing in, compared to the letter.', {
      pattern: '^[^#]+$',
      errorMessage: 'An address without a fragment (#).',
      examples: ['https://app.example.com/callback', 'http://127.0.0.1:3000/callback'],
    }),
    registration_access_token: {
      description: 'Token with which the client can change itself. Shown once, after a dynamic registration.',
      readOnly: true,
    },
    registration_client_uri: { description: 'Where the client can change itself.', readOnly: true },
    request_object_signing_alg: {
      description: 'Algorithm that request objects must be signed with. Left out: any.',
      examples: ['none', 'RS256', 'ES256'],
    },
    request_uris: list('Addresses of request objects that the client may name.', {}),
    response_types: list('What the authorization endpoint may answer with.', {
      examples: Object.keys(RESPONSE_TYPES),
    }),
    scope: {
      description: 'Scopes that the client may ask for, with a blank between them.',
      examples: ['openid offline_access', 'openid offline_access email profile'],
    },
    sector_identifier_uri: {
      description: 'List of redirect URIs that share pairwise subjects. Must be https.',
      allOf: [
        {
          advice: true,
          pattern: '^(https://.*)?$',
          errorMessage: 'An address that begins with https://.',
        },
      ],
    },
    skip_consent: {
      description: 'People are not asked for consent: for your own apps only.',
      ...anyBut('boolean', 'Either true or false.'),
    },
    skip_logout_consent: {
      description: 'People are not asked whether they want to sign out.',
      ...anyBut('boolean', 'Either true or false.'),
    },
    subject_type: {
      description: 'Whether all clients see the same subject for a person.',
      ...oneOfOrNone({ public: 'The same for all clients.', pairwise: 'Another for each sector.' }),
    },
    token_endpoint_auth_method: {
      description: 'How the client shows who it is at the token endpoint.',
      examples: Object.keys(AUTH_METHODS),
      default: 'client_secret_basic',
    },
    token_endpoint_auth_signing_alg: {
      description: 'Algorithm that assertions (private_key_jwt) must be signed with.',
      examples: ['RS256', 'ES256', 'PS256'],
    },
    tos_uri: webAddress('Page with the client’s terms of service.'),
    userinfo_signed_response_alg: {
      description: 'Whether the userinfo endpoint answers with plain JSON or a signed JWT.',
      ...oneOfOrNone({ none: 'Plain JSON.', RS256: 'A JWT signed with RS256.' }),
    },
  },
};
