import * as l10n from '@vscode/l10n';
import { withoutSlash } from '../../../ory/trim.ts';
import { isLoopback } from '../../../ory/http/choose-transport.ts';
import { keyOddities } from './keys.ts';
import type { Oddity } from './oddity.ts';
import { listOf, type Provider, textOf } from './provider.ts';

/** What is odd about a provider: first what breaks clients, then what weakens them, then what is good to know. */
export function odditiesOf(provider: Provider, now: Date): Oddity[] {
  const all = [
    ...issuerOddities(provider),
    ...endpointOddities(provider),
    ...pkceOddities(provider),
    ...algorithmOddities(provider),
    ...keyOddities(provider, now),
  ];
  const order = ['error', 'warning', 'note'];
  return all.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function urlOf(text: string | undefined): URL | undefined {
  try {
    return text ? new URL(text) : undefined;
  } catch {
    return undefined;
  }
}

function issuerOddities({ issuer, address }: Provider): Oddity[] {
  if (issuer === '')
    return [
      {
        severity: 'error',
        what: l10n.t('It names no issuer.'),
        why: l10n.t('No client can check its tokens.'),
      },
    ];
  const url = urlOf(issuer);
  if (!url)
    return [
      {
        severity: 'error',
        what: l10n.t('Its issuer “{0}” is no address.', issuer),
        why: l10n.t('Clients refuse the provider.'),
      },
    ];
  const found: Oddity[] = [];
  if (url.protocol === 'http:')
    found.push({
      severity: isLoopback(url.hostname) ? 'note' : 'error',
      what: l10n.t('Its issuer is not https: {0}.', issuer),
      why: isLoopback(url.hostname)
        ? l10n.t('Fine on this machine; anywhere else clients refuse it.')
        : l10n.t('Codes and tokens travel unprotected, and clients refuse it. Set urls.self.issuer.'),
    });
  if (withoutSlash(issuer) !== withoutSlash(address))
    found.push({
      severity: 'warning',
      what: l10n.t('Its issuer {0} differs from the connection’s address {1}.', issuer, address),
      why: l10n.t(
        'A client that is given this address refuses the provider. The runner asks this address, and sends browsers to the issuer’s.',
      ),
    });
  return found;
}

const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'revocation_endpoint',
  'end_session_endpoint',
  'device_authorization_endpoint',
  'registration_endpoint',
] as const;

function endpointOddities({ metadata, issuer }: Provider): Oddity[] {
  const origin = urlOf(issuer)?.origin;
  const found = ENDPOINTS.flatMap((name): Oddity[] => {
    const text = textOf(metadata, name);
    const url = urlOf(text);
    if (text && !url)
      return [
        {
          severity: 'error',
          what: l10n.t('{0} is no address: “{1}”.', name, text),
          why: l10n.t('Clients can’t use it.'),
        },
      ];
    if (!url || !origin || url.origin === origin) return [];
    return [
      {
        severity: 'warning',
        what: l10n.t('{0} is on another origin than the issuer: {1}.', name, url.origin),
        why: l10n.t(
          'Intended where a gateway or a login app answers there; else credentials go to somebody else.',
        ),
      },
    ];
  });
  const missing = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter(
    (name) => !textOf(metadata, name),
  );
  return [
    ...missing.map((name): Oddity => ({
      severity: 'error',
      what: l10n.t('It names no {0}.', name),
      why: l10n.t('Clients can’t complete a flow.'),
    })),
    ...found,
  ];
}

function pkceOddities({ metadata }: Provider): Oddity[] {
  const methods = listOf(metadata, 'code_challenge_methods_supported') ?? [];
  if (!methods.includes('S256'))
    return [
      {
        severity: 'warning',
        what: l10n.t('It does not say that it supports PKCE with S256.'),
        why: l10n.t(
          'A code that is caught on its way can be used by whoever caught it, and careful clients refuse the provider.',
        ),
      },
    ];
  if (!methods.includes('plain')) return [];
  return [
    {
      severity: 'note',
      what: l10n.t('It says that it takes PKCE with “plain”.'),
      why: l10n.t('Hydra refuses plain unless oauth2.pkce is set to allow it; clients should use S256.'),
    },
  ];
}

const SIGNED = [
  ['id_token_signing_alg_values_supported', l10n.t('ID tokens'), 'warning'],
  ['token_endpoint_auth_signing_alg_values_supported', l10n.t('Client assertions'), 'error'],
  ['userinfo_signing_alg_values_supported', l10n.t('userinfo answers'), 'note'],
  ['request_object_signing_alg_values_supported', l10n.t('Request objects'), 'note'],
] as const;

const UNSIGNED: Readonly<Record<string, string>> = {
  userinfo_signing_alg_values_supported: l10n.t(
    'userinfo is plain JSON unless the client asks for a signature',
  ),
  request_object_signing_alg_values_supported: l10n.t(
    'a client that sends request objects names the algorithm that it signs them with',
  ),
};

function algorithmOddities({ metadata }: Provider): Oddity[] {
  const unsigned = SIGNED.filter(([name]) => listOf(metadata, name)?.includes('none'));
  const grants = listOf(metadata, 'grant_types_supported') ?? [];
  return [
    ...unsigned.map(([name, what, severity]): Oddity => ({
      severity,
      what: l10n.t('{0} may be unsigned ({1} has “none”).', what, name),
      why:
        severity === 'note'
          ? l10n.t('Common with Hydra: {0}.', UNSIGNED[name] ?? '')
          : l10n.t('Anybody could write one.'),
    })),
    ...(grants.includes('password')
      ? [
          {
            severity: 'warning',
            what: l10n.t('It takes users’ passwords from clients (grant type password).'),
            why: l10n.t('OAuth 2.1 drops this grant.'),
          } as const,
        ]
      : []),
    ...(grants.includes('implicit')
      ? [
          {
            severity: 'note',
            what: l10n.t('It offers the implicit grant.'),
            why: l10n.t(
              'Tokens stand in the browser’s address bar; OAuth 2.1 drops it. Each client decides by its grant_types.',
            ),
          } as const,
        ]
      : []),
  ];
}
