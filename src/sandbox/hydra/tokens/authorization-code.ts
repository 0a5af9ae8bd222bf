import { createHash } from 'node:crypto';
import { grantTypesOf } from '../clients/model.ts';
import { HydraError, invalidGrant } from '../http/errors.ts';
import type { Proof } from './code-store.ts';
import type { Grant } from './grant.ts';
import { mintUserTokens } from './user-tokens.ts';

/** A code that the browser brought back is exchanged for tokens, once. */
export const authorizationCode: Grant = async (context, client, form) => {
  const { codes, tokens } = context.state;
  if (!grantTypesOf(client).includes('authorization_code'))
    throw new HydraError(400, 'unauthorized_client', 'This client may not use the authorization code flow.');
  const code = codes.find(form.get('code') ?? '');
  if (code === undefined) throw invalidGrant('The authorization code is not known.');
  if (code.used) {
    tokens.remove(({ family }) => family === code.granted.family);
    throw invalidGrant('The authorization code was used before; its tokens have been ended.');
  }
  if (code.expiresAt < context.stamps.seconds()) throw invalidGrant('The authorization code has expired.');
  if (code.clientId !== client.id) throw invalidGrant('The authorization code belongs to another client.');
  if (code.redirectUri !== '' && code.redirectUri !== form.get('redirect_uri'))
    throw invalidGrant('The redirect_uri is not the one of the flow.');
  if (code.spoilt || !proves(code.proof, form.get('code_verifier') ?? '')) {
    codes.mark(code, { spoilt: true });
    throw invalidGrant('The code_verifier does not fit the code_challenge of the flow.');
  }
  codes.mark(code, { used: true });
  return mintUserTokens(context, { ...code.granted, client }, 'authorization_code');
};

function proves(proof: Proof | null, verifier: string): boolean {
  if (proof === null) return verifier === '';
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return (
    proof.challenge ===
    (proof.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url'))
  );
}
