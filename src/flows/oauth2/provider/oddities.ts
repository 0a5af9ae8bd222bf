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
    return [{ severity: 'error', what: 'It names no issuer.', why: 'No client can check its tokens.' }];
  const url = urlOf(issuer);
  if (!url)
    return [
      {
        severity: 'error',
        what: `Its issuer “${issuer}” is no address.`,
        why: 'Clients refuse the provider.',
      },
    ];
  const found: Oddity[] = [];
  if (url.protocol === 'http:')
    found.push({
      severity: isLoopback(url.hostname) ? 'note' : 'error',
      what: `Its issuer is not https: ${issuer}.`,
      why: isLoopback(url.hostname)
        ? 'Fine on this machine; anywhere else clients refuse it.'
        : 'Codes and tokens travel unprotected, and clients refuse it. Set urls.self.issuer.',
    });
  if (withoutSlash(issuer) !== withoutSlash(address))
    found.push({
      severity: 'warning',
      what: `Its issuer ${issuer} differs from the connection’s address ${address}.`,
      why: 'A client that is given this address refuses the provider. The runner asks this address, and sends browsers to the issuer’s.',
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
      return [{ severity: 'error', what: `${name} is no address: “${text}”.`, why: 'Clients can’t use it.' }];
    if (!url || !origin || url.origin === origin) return [];
    return [
      {
        severity: 'warning',
        what: `${name} is on another origin than the issuer: ${url.origin}.`,
        why: 'Intended where a gateway or a login app answers there; else credentials go to somebody else.',
      },
    ];
  });
  const missing = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter(
    (name) => !textOf(metadata, name),
  );
  return [
    ...missing.map((name): Oddity => ({
      severity: 'error',
      what: `It names no ${name}.`,
      why: 'Clients can’t complete a flow.',
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
        what: 'It does not say that it supports PKCE with S256.',
        why: 'A code that is caught on its way can be used by whoever caught it, and careful clients refuse the provider.',
      },
    ];
  if (!methods.includes('plain')) return [];
  return [
    {
      severity: 'note',
      what: 'It says that it takes PKCE with “plain”.',
      why: 'Hydra refuses plain unless oauth2.pkce is set to allow it; clients should use S256.',
    },
  ];
}

const SIGNED = [
  ['id_token_signing_alg_values_supported', 'ID tokens', 'warning'],
  ['token_endpoint_auth_signing_alg_values_supported', 'Client assertions', 'error'],
  ['userinfo_signing_alg_values_supported', 'userinfo answers', 'note'],
  ['request_object_signing_alg_values_supported', 'Request objects', 'note'],
] as const;

const UNSIGNED: Readonly<Record<string, string>> = {
  userinfo_signing_alg_values_supported: 'userinfo is plain JSON unless the client asks for a signature',
  request_object_signing_alg_values_supported:
    'a client that sends request objects names the algorithm that it signs them with',
};

function algorithmOddities({ metadata }: Provider): Oddity[] {
  const unsigned = SIGNED.filter(([name]) => listOf(metadata, name)?.includes('none'));
  const grants = listOf(metadata, 'grant_types_supported') ?? [];
  return [
    ...unsigned.map(([name, what, severity]): Oddity => ({
      severity,
      what: `${what} may be unsigned (${name} has “none”).`,
      why: severity === 'note' ? `Common with Hydra: ${UNSIGNED[name] ?? ''}.` : 'Anybody could write one.',
    })),
    ...(grants.includes('password')
      ? [
          {
            severity: 'warning',
            what: 'It takes users’ passwords from clients (grant type password).',
            why: 'OAuth 2.1 drops this grant.',
          } as const,
        ]
      : []),
    ...(grants.includes('implicit')
      ? [
          {
            severity: 'note',
            what: 'It offers the implicit grant.',
            why: 'Tokens stand in the browser’s address bar; OAuth 2.1 drops it. Each client decides by its grant_types.',
          } as const,
        ]
      : []),
  ];
}
