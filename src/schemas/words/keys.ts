import * as l10n from '@vscode/l10n';
import { known, oneOf, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const generated = {
  description: l10n.t('Algorithm of the key. HS256 and HS512 can’t be generated.'),
  examples: ['RS256', 'ES256', 'EdDSA', 'PS256', 'RS384', 'RS512', 'ES384', 'ES512', 'PS384', 'PS512'],
};
const use = {
  description: l10n.t('What the key is for.'),
  ...known({ sig: 'Signatures.', enc: 'Encryption.' }),
};

export const keyWords: Words = {
  JsonWebKeySet: { keys: l10n.t('The keys. A set that is saved without one of its keys loses it.') },
  JsonWebKey: {
    alg: {
      description: l10n.t('The algorithm that the key is meant for.'),
      examples: ['RS256', 'ES256', 'EdDSA', 'PS256', 'HS256', 'RSA-OAEP-256'],
    },
    crv: {
      description: l10n.t('The curve.'),
      examples: ['P-256', 'P-384', 'P-521', 'Ed25519', 'X25519'],
    },
    d: l10n.t('The private part (base64url). Masked.'),
    dp: l10n.t('Private: d mod (p − 1). Masked.'),
    dq: l10n.t('Private: d mod (q − 1). Masked.'),
    e: { description: l10n.t('Public exponent of an RSA key (base64url).'), examples: ['AQAB'] },
    k: l10n.t('The secret of a symmetric key (base64url). Masked.'),
    kid: l10n.t('Id of the key, unique in its set. Tokens name the key by it.'),
    kty: {
      description: l10n.t('Family of the key.'),
      ...oneOf({
        RSA: 'RSA.',
        EC: l10n.t('Elliptic curves P-256, P-384, P-521.'),
        OKP: l10n.t('Ed25519 and X25519.'),
        oct: l10n.t('A shared secret.'),
      }),
    },
    n: l10n.t('Modulus of an RSA key (base64url).'),
    p: l10n.t('Private: first prime. Masked.'),
    q: l10n.t('Private: second prime. Masked.'),
    qi: l10n.t('Private: coefficient. Masked.'),
    use,
    x: l10n.t('Public point, x (base64url).'),
    x5c: l10n.t('Chain of certificates, the key’s own first (base64, not base64url).'),
    y: l10n.t('Public point, y (base64url).'),
  },
  CreateJsonWebKeySet: {
    alg: generated,
    kid: l10n.t('Id of the new key; left empty, the server makes one.'),
    use,
  },
  TrustOAuth2JwtGrantIssuer: {
    allow_any_subject: l10n.t('The issuer may speak for everybody: then there is no subject.'),
    expires_at: time(l10n.t('Until when the issuer is trusted.')),
    issuer: {
      description: l10n.t('The claim “iss” of its assertions.'),
      minLength: 1,
      examples: ['https://issuer.example.com'],
    },
    jwk: l10n.t('The public key that its assertions are signed with.'),
    scope: { description: l10n.t('The scopes that its assertions may ask for.'), examples: [['openid']] },
    subject: l10n.t('The one subject (claim “sub”) that the issuer may speak for.'),
  },
  TrustedOAuth2JwtGrantIssuer: {
    allow_any_subject: l10n.t('The issuer may speak for everybody.'),
    expires_at: time(l10n.t('Until when the issuer is trusted.')),
    issuer: l10n.t('The claim “iss” of its assertions.'),
    public_key: l10n.t('Where its public key is kept.'),
    scope: l10n.t('The scopes that its assertions may ask for.'),
    subject: l10n.t('The one subject (claim “sub”) that the issuer may speak for.'),
  },
  TrustedOAuth2JwtGrantJsonWebKey: { kid: l10n.t('Id of the key.'), set: l10n.t('Name of the key set.') },
};
