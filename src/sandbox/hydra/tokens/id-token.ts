import { createHash, randomUUID } from 'node:crypto';
import type { Lifespan } from '../clients/fields.ts';
import type { HydraContext } from '../context.ts';
import { secondsOf } from '../durations.ts';
import { ID_TOKEN_SET } from '../keys/store.ts';
import type { Granted } from './granted.ts';
import { signWith } from './mint.ts';

/** Makes an ID token for a grant; `accessToken` is the one that is handed out beside it. */
export function mintIdToken(
  context: HydraContext,
  { client, subject, session }: Granted,
  lifespan: Lifespan,
  accessToken?: string,
): Promise<string> {
  const issuedAt = context.stamps.seconds();
  return signWith(context, ID_TOKEN_SET, {
    ...session.idToken,
    ...(session.acr ? { acr: session.acr } : {}),
    ...(session.amr?.length ? { amr: session.amr } : {}),
    ...(accessToken === undefined ? {} : { at_hash: halfHash(accessToken) }),
    aud: [client.id],
    auth_time: session.authTime,
    exp: issuedAt + secondsOf(client.data[lifespan], context.config.ttl.id),
    iat: issuedAt,
    iss: context.config.issuer(),
    jti: randomUUID(),
    ...(session.nonce ? { nonce: session.nonce } : {}),
    rat: session.requestedAt,
    sid: session.sid,
    sub: subject,
  });
}

/** The left half of a digest, as `at_hash` wants it. */
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
