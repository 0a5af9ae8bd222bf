import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { oauthOk, ok } from '../http/answers.ts';
import { readForm } from '../http/body.ts';
import { coversScope, words } from './scopes.ts';
import type { TokenRecord } from './store.ts';

/** The token when it is good now: known, not used up, not expired. */
export function activeToken({ state, stamps }: HydraContext, token: string): TokenRecord | undefined {
  const record = token === '' ? undefined : state.tokens.find(token);
  if (record === undefined || record.used === true) return undefined;
  return record.expiresAt !== null && record.expiresAt <= stamps.seconds() ? undefined : record;
}

/** introspectOAuth2Token: what a token stands for. One that is good for nothing is just not active. */
export async function introspect(context: HydraContext, request: SandboxRequest): Promise<SandboxAnswer> {
  const form = await readForm(request);
  const token = activeToken(context, form.get('token') ?? '');
  const { scopeMatching } = context.config;
  const lacking = words(form.get('scope')).some(
    (scope) => !coversScope(token?.scope ?? [], scope, scopeMatching),
  );
  if (token === undefined || lacking) return oauthOk({ active: false });
  const extra = token.session.accessToken ?? {};
  return ok({
    active: true,
    scope: token.scope.length > 0 ? token.scope.join(' ') : undefined,
    client_id: token.clientId,
    sub: token.subject,
    obfuscated_subject: token.session.shownAs,
    exp: token.expiresAt ?? -1,
    iat: token.issuedAt,
    nbf: token.issuedAt,
    aud: token.audience,
    iss: context.config.issuer(),
    token_type: 'Bearer',
    token_use: `${token.kind}_token`,
    ext: Object.keys(extra).length > 0 ? extra : undefined,
  });
}
