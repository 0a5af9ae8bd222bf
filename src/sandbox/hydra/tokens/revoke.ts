import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { readForm } from '../http/body.ts';
import { authenticateClient } from './authenticate.ts';

/** revokeOAuth2Token: ends a token and all others of its grant. A stranger's token is left alone in silence. */
export async function revoke(context: HydraContext, request: SandboxRequest): Promise<SandboxAnswer> {
  const form = await readForm(request);
  const client = await authenticateClient(context, form, request.headers.authorization);
  const token = context.state.tokens.find(form.get('token') ?? '');
  if (token?.clientId === client.id) context.state.tokens.remove(({ family }) => family === token.family);
  return { status: 200, headers: { 'cache-control': 'no-store', pragma: 'no-cache' } };
}
