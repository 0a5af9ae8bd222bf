import { createHash, randomUUID } from 'node:crypto';
import type { Lifespan } from '../clients/fields.ts';
import type { HydraContext } from '../context.ts';
import { secondsOf } from '../durations.ts';
import { ID_TOKEN_SET } from '../keys/store.ts';
import { omit } from '../objects.ts';
import type { Granted } from './granted.ts';
import { signWith } from './mint.ts';

/** What is handed out beside an ID token, or was before: the token holds digests of it. */
interface Beside {
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
}

/** Makes an ID token for a grant. */
export function mintIdToken(
  context: HydraContext,
  { client, subject, session }: Granted,
  lifespan: Lifespan,
  { accessToken, code }: Beside = {},
): Promise<string> {
  const issuedAt = context.stamps.seconds();
  return signWith(context, ID_TOKEN_SET, {
    ...omit(session.idToken ?? {}, 'nonce', 'at_hash', 'c_hash', 'acr', 'amr'),
    ...(session.acr ? { acr: session.acr } : {}),
    ...(session.amr?.length ? { amr: session.amr } : {}),
    ...(accessToken === undefined ? {} : { at_hash: halfHash(accessToken) }),
    aud: [client.id],
    auth_time: session.authTime,
    ...(code === undefined ? {} : { c_hash: halfHash(code) }),
    exp: issuedAt + secondsOf(client.data[lifespan], context.config.ttl.id),
    iat: issuedAt,
    iss: context.config.issuer(),
    jti: randomUUID(),
    ...(session.nonce ? { nonce: session.nonce } : {}),
    rat: session.requestedAt,
    sid: session.sid,
    sub: session.shownAs ?? subject,
  });
}

/** The left half of a digest, as `at_hash` and `c_hash` want it. */
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
