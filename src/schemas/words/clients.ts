import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { anyBut, duration, known, oneOfOrNone, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const URI_PROBLEM = l10n.t('An address that begins with https:// or http://.');

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
  authorization_code: [l10n.t('authorization code'), 'access_token', 'id_token', 'refresh_token'],
  client_credentials: [l10n.t('client credentials'), 'access_token'],
  device_authorization: ['device', 'access_token', 'id_token', 'refresh_token'],
  implicit: ['implicit', 'access_token', 'id_token'],
  jwt_bearer: [l10n.t('JWT bearer'), 'access_token'],
  refresh_token: [l10n.t('refresh token'), 'access_token', 'id_token', 'refresh_token'],
} as const;
const tokens = {
  access_token: l10n.t('access tokens'),
  id_token: l10n.t('ID tokens'),
  refresh_token: l10n.t('refresh tokens'),
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
        l10n.t(
          'How long {0} of the {1} grant live. Null: as the server is set up.',
          tokens[token],
          grantName,
        ),
        ...(token === 'refresh_token' ? ['720h', '168h', '24h'] : ['1h', '15m', '24h']),
      );
      return [`${grant}_grant_${token}_lifespan`, newer.has(grant) ? newerDuration(words) : words];
    }),
  ),
);

/** Grant types, with what each is for. */
export const GRANT_TYPES = {
  authorization_code: l10n.t('People sign in with a browser; the client exchanges a code.'),
  refresh_token: l10n.t('Tokens are renewed without the person; needs the scope offline_access or offline.'),
  client_credentials: l10n.t('The client acts for itself, without a person.'),
  implicit: l10n.t('Tokens in the address of the redirect: outdated, use authorization_code with PKCE.'),
  'urn:ietf:params:oauth:grant-type:device_code': l10n.t('People sign in on another device with a code.'),
  'urn:ietf:params:oauth:grant-type:jwt-bearer': l10n.t('A trusted issuer’s assertion is exchanged.'),
} as const;

export const RESPONSE_TYPES = {
  code: l10n.t('A code, for the grant authorization_code.'),
  token: l10n.t('An access token at once, for the grant implicit.'),
  id_token: l10n.t('An ID token at once, for the grant implicit.'),
  'id_token token': l10n.t('Both tokens at once, for the grant implicit.'),
  'code id_token': l10n.t('A code and an ID token: hybrid.'),
  'code token': l10n.t('A code and an access token: hybrid.'),
  'code id_token token': l10n.t('A code and both tokens: hybrid.'),
} as const;

export const AUTH_METHODS = {
  client_secret_basic: l10n.t('Id and secret in the Authorization header.'),
  client_secret_post: l10n.t('Id and secret in the form.'),
  private_key_jwt: l10n.t('An assertion signed with the client’s own key; needs jwks or jwks_uri.'),
  none: l10n.t('A public client without a secret, such as an app or a page: it must use PKCE.'),
} as const;

export const clientWords: Words = {
  OAuth2ClientTokenLifespans: lifespans,
  OAuth2Client: {
    ...lifespans,
    access_token_strategy: {
      description: l10n.t('Form of access tokens. Left out: as the server is set up.'),
      type: ['string', 'number', 'boolean', 'object', 'array', 'null'],
      ...known({
        opaque: l10n.t('A random text that the server looks up: it can be revoked at any time.'),
        jwt: l10n.t('A signed JWT that resources check by themselves: good until it expires.'),
        '': l10n.t('As the server is set up.'),
      }),
    },
    allowed_cors_origins: list(l10n.t('Origins whose pages may call the token endpoint.'), {
      pattern: '^(\\*|[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*/?)$',
      errorMessage: l10n.t('An origin: scheme, host and port, without a path, a query or a fragment.'),
      examples: ['https://app.example.com'],
    }),
    audience: list(l10n.t('Audiences that the client may ask for.'), {
      examples: ['https://api.example.com'],
    }),
    backchannel_logout_session_required: l10n.t('Whether logout tokens must name the session (claim “sid”).'),
    backchannel_logout_uri: webAddress(l10n.t('Where the server tells the client that a person signed out.')),
    client_id: {
      description: l10n.t(
        'Id of the client. It can’t be changed; left out on creation, the server makes one.',
      ),
      readOnly: true,
    },
    client_name: l10n.t('Name of the client, shown when people are asked for consent.'),
    client_secret: {
      description: l10n.t(
        'The secret, at least 6 characters. It is never shown again; left out on creation, the server makes one.',
      ),
      // Servers count bytes: what is not ASCII is theirs to count.
      pattern: '^(|[^]{6,}|[^]*[^\\x00-\\x7f][^]*)$',
      errorMessage: l10n.t('A secret has at least 6 characters.'),
    },
    client_secret_expires_at: { description: l10n.t('Not in use: always 0.'), readOnly: true },
    client_uri: webAddress(l10n.t('Home page of the client.')),
    contacts: list(l10n.t('How to reach those who are responsible.'), { examples: ['ops@example.com'] }),
    created_at: { ...time(l10n.t('When it was created. Set by the server.')), readOnly: true },
    updated_at: { ...time(l10n.t('When it last changed. Set by the server.')), readOnly: true },
    frontchannel_logout_session_required: l10n.t(
      'Whether issuer and session are named in the logout address.',
    ),
    frontchannel_logout_uri: webAddress(
      l10n.t('Page that the browser loads, unseen, when a person signs out.'),
    ),
    grant_types: list(l10n.t('What the client may do to get tokens. Left out: authorization_code.'), {
      examples: Object.keys(GRANT_TYPES),
    }),
    jwks: {
      description: l10n.t('The client’s public keys. Either this or jwks_uri.'),
      type: ['object', 'null'],
      properties: {
        keys: {
          type: ['array', 'null'],
          description: l10n.t('The keys.'),
          items: { $ref: '#/definitions/JsonWebKey' },
        },
      },
    },
    jwks_uri: webAddress(l10n.t('Where the client’s public keys can be read. Either this or jwks.')),
    logo_uri: webAddress(l10n.t('Picture of the client, shown when people are asked for consent.')),
    metadata: {
      description: l10n.t('Whatever you want to keep with the client.'),
      ...anyBut('object', l10n.t('An object, as other tools expect it.')),
    },
    owner: l10n.t('Who owns the client: any text; lists can be filtered by it.'),
    policy_uri: webAddress(l10n.t('Page with the client’s privacy policy.')),
    post_logout_redirect_uris: list(l10n.t('Addresses that people may be sent to after signing out.'), {
      examples: ['https://app.example.com/signed-out'],
    }),
    redirect_uris: list(
      l10n.t('Addresses that people may be sent to after signing in, compared to the letter.'),
      {
        pattern: '^[^#]+$',
        errorMessage: l10n.t('An address without a fragment (#).'),
        examples: ['https://app.example.com/callback', 'http://127.0.0.1:3000/callback'],
      },
    ),
    registration_access_token: {
      description: l10n.t(
        'Token with which the client can change itself. Shown once, after a dynamic registration.',
      ),
      readOnly: true,
    },
    registration_client_uri: { description: l10n.t('Where the client can change itself.'), readOnly: true },
    request_object_signing_alg: {
      description: l10n.t('Algorithm that request objects must be signed with. Left out: any.'),
      examples: ['none', 'RS256', 'ES256'],
    },
    request_uris: list(l10n.t('Addresses of request objects that the client may name.'), {}),
    response_types: list(l10n.t('What the authorization endpoint may answer with.'), {
      examples: Object.keys(RESPONSE_TYPES),
    }),
    scope: {
      description: l10n.t('Scopes that the client may ask for, with a blank between them.'),
      examples: ['openid offline_access', l10n.t('openid offline_access email profile')],
    },
    sector_identifier_uri: {
      description: l10n.t('List of redirect URIs that share pairwise subjects. Must be https.'),
      allOf: [
        {
          advice: true,
          pattern: '^(https://.*)?$',
          errorMessage: l10n.t('An address that begins with https://.'),
        },
      ],
    },
    skip_consent: {
      description: l10n.t('People are not asked for consent: for your own apps only.'),
      ...anyBut('boolean', l10n.t('Either true or false.')),
    },
    skip_logout_consent: {
      description: l10n.t('People are not asked whether they want to sign out.'),
      ...anyBut('boolean', l10n.t('Either true or false.')),
    },
    subject_type: {
      description: l10n.t('Whether all clients see the same subject for a person.'),
      ...oneOfOrNone({
        public: l10n.t('The same for all clients.'),
        pairwise: l10n.t('Another for each sector.'),
      }),
    },
    token_endpoint_auth_method: {
      description: l10n.t('How the client shows who it is at the token endpoint.'),
      examples: Object.keys(AUTH_METHODS),
      default: 'client_secret_basic',
    },
    token_endpoint_auth_signing_alg: {
      description: l10n.t('Algorithm that assertions (private_key_jwt) must be signed with.'),
      examples: ['RS256', 'ES256', 'PS256'],
    },
    tos_uri: webAddress(l10n.t('Page with the client’s terms of service.')),
    userinfo_signed_response_alg: {
      description: l10n.t('Whether the userinfo endpoint answers with plain JSON or a signed JWT.'),
      ...oneOfOrNone({ none: l10n.t('Plain JSON.'), RS256: l10n.t('A JWT signed with RS256.') }),
    },
  },
};
