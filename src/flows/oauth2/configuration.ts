import * as l10n from '@vscode/l10n';
import type { Configuration, ServerMetadata } from 'openid-client';
import { withoutSlash } from '../../ory/trim.ts';
import { getOidcUserInfo, oAuth2Authorize, revokeOidcSession } from '../../ory/operations/authorization.ts';
import { oAuth2DeviceFlow } from '../../ory/operations/device.ts';
import { discoverJsonWebKeys } from '../../ory/operations/discovery.ts';
import { oauth2TokenExchange, revokeOAuth2Token } from '../../ory/operations/tokens.ts';
import type { BackChannel } from './back-channel.ts';
import { type ClientCredential, clientAuth } from './client-auth.ts';
import { type Provider, textOf } from './provider/provider.ts';
import { assertSecure } from './secure.ts';

export interface RunClient {
  readonly id: string;
  readonly credential: ClientCredential;
}

/**
 * The provider as the OAuth 2.0 library sees it. What the library itself asks goes to the connection's address, which
 * may differ from the issuer's (a forwarded port, a socket); what a browser opens stays as the provider names it.
 * @throws {OryError} `refused` when tokens would travel unprotected
 */
export async function configure(
  provider: Provider,
  client: RunClient,
  channel: BackChannel,
): Promise<Configuration> {
  const { address, issuer, metadata } = provider;
  assertSecure(l10n.t('The connection’s address'), address);
  const oidc = await import('openid-client');
  const server: ServerMetadata = {
    issuer,
    authorization_endpoint: browserEndpoint(provider, 'authorization_endpoint', oAuth2Authorize.path),
    end_session_endpoint: browserEndpoint(provider, 'end_session_endpoint', revokeOidcSession.path),
    token_endpoint: address + oauth2TokenExchange.path,
    revocation_endpoint: address + revokeOAuth2Token.path,
    userinfo_endpoint: address + getOidcUserInfo.path,
    jwks_uri: address + discoverJsonWebKeys.path,
    device_authorization_endpoint: address + oAuth2DeviceFlow.path,
    ...lists(metadata, [
      'code_challenge_methods_supported',
      'id_token_signing_alg_values_supported',
      'token_endpoint_auth_methods_supported',
    ]),
  };
  const tokenEndpoint = textOf(metadata, 'token_endpoint') ?? server.token_endpoint ?? '';
  const config = new oidc.Configuration(
    server,
    client.id,
    undefined,
    await clientAuth(client.credential, tokenEndpoint),
  );
  config[oidc.customFetch] = channel.fetch;
  // Only reached when the address is https, or on this machine.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody overlooks it
  if (address.startsWith('http:')) oidc.allowInsecureRequests(config);
  return config;
}

/** An address for a browser: the provider's own, else where Hydra has it below its issuer. */
export function browserEndpoint({ metadata, issuer }: Provider, name: string, path: string): string {
  return textOf(metadata, name) ?? withoutSlash(issuer) + path;
}

const lists = (metadata: Provider['metadata'], names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => (Array.isArray(metadata[name]) ? [[name, metadata[name]]] : [])),
  );
