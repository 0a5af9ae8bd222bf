import type { ClientAuth } from 'openid-client';
import type { JWK } from 'jose';

/** How Hydra's clients show who they are at the token endpoint. */
export const AUTH_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** What a client shows itself with; it lives in memory only, for as long as a run does. */
export type ClientCredential =
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly secret: string }
  | { readonly method: 'private_key_jwt'; readonly key: JWK }
  | { readonly method: 'none' };

/** The method of a client; Hydra's default where it names none or one that is not known here. */
export const authMethodOf = (method: string | undefined): AuthMethod =>
  AUTH_METHODS.find((known) => known === method) ?? 'client_secret_basic';

/**
 * @param audience the token endpoint as the provider names it: Hydra takes an assertion for no other audience
 * @throws {Error} when the key can't be used
 */
export async function clientAuth(credential: ClientCredential, audience: string): Promise<ClientAuth> {
  const oidc = await import('openid-client');
  switch (credential.method) {
    case 'client_secret_basic':
      return oidc.ClientSecretBasic(credential.secret);
    case 'client_secret_post':
      return oidc.ClientSecretPost(credential.secret);
    case 'none':
      return oidc.None();
    case 'private_key_jwt': {
      const { importJWK } = await import('jose');
      const { key } = credential;
      const imported = await importJWK(key, key.alg ?? defaultAlg(key));
      if (imported instanceof Uint8Array || imported.type !== 'private')
        throw new Error('A private_key_jwt client needs a private key.');
      return oidc.PrivateKeyJwt(key.kid ? { key: imported, kid: key.kid } : imported, {
        [oidc.modifyAssertion]: (_, claims) => {
          claims.aud = audience;
        },
      });
    }
  }
}

/** The algorithm that a key of this type is used with where it does not say. */
export function defaultAlg({ kty, crv }: JWK): string {
  if (kty === 'EC') return crv === 'P-384' ? 'ES384' : crv === 'P-521' ? 'ES512' : 'ES256';
  return kty === 'OKP' ? 'EdDSA' : 'RS256';
}
