import { known, oneOf, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const generated = {
  description: 'Algorithm of the key. HS256 and HS512 can’t be generated.',
  examples: ['RS256', 'ES256', 'EdDSA', 'PS256', 'RS384', 'RS512', 'ES384', 'ES512', 'PS384', 'PS512'],
};
const use = {
  description: 'What the key is for.',
  ...known({ sig: 'Signatures.', enc: 'Encryption.' }),
};

export const keyWords: Words = {
  JsonWebKeySet: { keys: 'The keys. A set that is saved without one of its keys loses it.' },
  JsonWebKey: {
    alg: {
      description: 'The algorithm that the key is meant for.',
      examples: ['RS256', 'ES256', 'EdDSA', 'PS256', 'HS256', 'RSA-OAEP-256'],
    },
    crv: {
      description: 'The curve.',
      examples: ['P-256', 'P-384', 'P-521', 'Ed25519', 'X25519'],
    },
    d: 'The private part (base64url). Masked.',
    dp: 'Private: d mod (p − 1). Masked.',
    dq: 'Private: d mod (q − 1). Masked.',
    e: { description: 'Public exponent of an RSA key (base64url).', examples: ['AQAB'] },
    k: 'The secret of a symmetric key (base64url). Masked.',
    kid: 'Id of the key, unique in its set. Tokens name the key by it.',
    kty: {
      description: 'Family of the key.',
      ...oneOf({
        RSA: 'RSA.',
        EC: 'Elliptic curves P-256, P-384, P-521.',
        OKP: 'Ed25519 and X25519.',
        oct: 'A shared secret.',
      }),
    },
    n: 'Modulus of an RSA key (base64url).',
    p: 'Private: first prime. Masked.',
    q: 'Private: second prime. Masked.',
    qi: 'Private: coefficient. Masked.',
    use,
    x: 'Public point, x (base64url).',
    x5c: 'Chain of certificates, the key’s own first (base64, not base64url).',
    y: 'Public point, y (base64url).',
  },
  CreateJsonWebKeySet: {
    alg: generated,
    kid: 'Id of the new key; left empty, the server makes one.',
    use,
  },
  TrustOAuth2JwtGrantIssuer: {
    allow_any_subject: 'The issuer may speak for everybody: then there is no subject.',
    expires_at: time('Until when the issuer is trusted.'),
    issuer: {
      description: 'The claim “iss” of its assertions.',
      minLength: 1,
      examples: ['https://issuer.example.com'],
    },
    jwk: 'The public key that its assertions are signed with.',
    scope: { description: 'The scopes that its assertions may ask for.', examples: [['openid']] },
    subject: 'The one subject (claim “sub”) that the issuer may speak for.',
  },
  TrustedOAuth2JwtGrantIssuer: {
    allow_any_subject: 'The issuer may speak for everybody.',
    expires_at: time('Until when the issuer is trusted.'),
    issuer: 'The claim “iss” of its assertions.',
    public_key: 'Where its public key is kept.',
    scope: 'The scopes that its assertions may ask for.',
    subject: 'The one subject (claim “sub”) that the issuer may speak for.',
  },
  TrustedOAuth2JwtGrantJsonWebKey: { kid: 'Id of the key.', set: 'Name of the key set.' },
};
