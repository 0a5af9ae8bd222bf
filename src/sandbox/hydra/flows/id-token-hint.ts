import { compactVerify, decodeJwt, importJWK, type JWTPayload } from 'jose';
import type { HydraContext } from '../context.ts';
import { publicPart } from '../keys/jwk.ts';
import { ID_TOKEN_SET } from '../keys/store.ts';

/** The claims of an ID token of this server, expired or not; undefined for anything else. */
export async function hintClaims({ state }: HydraContext, hint: string): Promise<JWTPayload | undefined> {
  for (const key of state.keys.list(ID_TOKEN_SET)) {
    try {
      await compactVerify(hint, await importJWK(publicPart(key), key.alg));
      const claims = decodeJwt(hint);
      return claims;
    } catch {
      // Signed by another key of the set, or by nobody we know.
    }
  }
  return undefined;
}
