import * as l10n from '@vscode/l10n';
import { type JsonSchema, refused } from '../json-schema.ts';
import { publishedType } from '../published.ts';

interface Family {
  /** Members without which the key can't be used. */
  readonly needs: readonly string[];
  readonly algorithms: readonly string[];
  readonly curves?: readonly string[];
}

/** What a key needs by its family (kty). */
const FAMILIES: Readonly<Record<string, Family>> = {
  RSA: {
    needs: ['n', 'e'],
    algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'RSA-OAEP', 'RSA-OAEP-256', 'RSA1_5'],
  },
  EC: {
    needs: ['crv', 'x', 'y'],
    algorithms: [
      'ES256',
      'ES384',
      'ES512',
      'ES256K',
      'ECDH-ES',
      'ECDH-ES+A128KW',
      'ECDH-ES+A192KW',
      'ECDH-ES+A256KW',
    ],
    curves: ['P-256', 'P-384', 'P-521', 'secp256k1'],
  },
  OKP: {
    needs: ['crv', 'x'],
    algorithms: ['EdDSA', 'Ed25519', 'ECDH-ES'],
    curves: ['Ed25519', 'X25519', 'Ed448', 'X448'],
  },
  oct: {
    needs: ['k'],
    algorithms: ['HS256', 'HS384', 'HS512', 'A128KW', 'A192KW', 'A256KW', 'A256GCM', 'dir'],
  },
};

/** One JSON Web Key, by its family. */
export function jwkSchema(): JsonSchema {
  return {
    ...publishedType('JsonWebKey'),
    title: l10n.t('JSON Web Key'),
    required: ['kty'],
    allOf: [
      ...Object.entries(FAMILIES).map(([kty, { needs }]) => ({
        if: { required: ['kty'], properties: { kty: { const: kty } } },
        then: { required: needs },
      })),
      ...Object.entries(FAMILIES).map(([kty, { algorithms, curves }]) => ({
        advice: true as const,
        if: { required: ['kty'], properties: { kty: { const: kty } } },
        then: {
          properties: {
            alg: {
              enum: [...algorithms, null],
              errorMessage: l10n.t('Algorithms of such a key: {0}.', algorithms.join(', ')),
            },
            ...(curves
              ? {
                  crv: {
                    enum: [...curves, null],
                    errorMessage: l10n.t('Curves of such a key: {0}.', curves.join(', ')),
                  },
                }
              : {}),
          },
        },
      })),
      {
        advice: true,
        if: { not: { required: ['kid'] } },
        then: { properties: { kty: refused(l10n.t('This key has no kid, by which tokens name it.')) } },
      },
      {
        advice: true,
        if: { required: ['kty', 'n'], properties: { kty: { const: 'RSA' } } },
        then: {
          properties: {
            // 2,048 bits are 342 characters of base64url.
            n: {
              pattern: '^(|.{340,})$',
              errorMessage: l10n.t(
                'RSA keys below 2,048 bits are refused by Hydra and by most that check signatures.',
              ),
            },
          },
        },
      },
    ],
  };
}

/** A schema in which every JWK is checked by its family. */
export const withKeys = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  definitions: { ...schema.definitions, JsonWebKey: jwkSchema() },
});

/** A JSON Web Key set (Hydra). */
export function keySetSchema(): JsonSchema {
  return withKeys({
    ...publishedType('JsonWebKeySet'),
    title: l10n.t('JSON Web Key set'),
  });
}
