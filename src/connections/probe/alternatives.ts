import * as l10n from '@vscode/l10n';
import { withoutSlash } from '../../ory/trim.ts';
import { isOryError } from '../../ory/errors.ts';
import { parseAddress } from '../address.ts';
import type { Probed } from './probe.ts';

export interface Alternative {
  readonly address: string;
  /** Why it may have been meant, as a sentence. */
  readonly why: string;
}

/** Ends of addresses that belong to the API: people copy them from a browser or a script. */
const API_PATH =
  /\/(?:admin|health|identities|sessions|schemas|self-service|clients|oauth2|userinfo|relation-tuples|v2alpha1|version|\.well-known)(?:\/.*)?$/;

/**
 * The addresses that may have been meant by one that doesn't answer as a server of Ory, most likely first.
 * @param error why nothing answered
 */
export function alternativesTo(address: string, probed: Probed | undefined, error: unknown): Alternative[] {
  const { baseUrl, socketPath } = parseAddress(address);
  if (socketPath) return [];
  const url = new URL(baseUrl);
  const tls = otherScheme(url, probed, error);
  const paths = pathsOf(url);
  if (!tls) return error === undefined ? paths : [];
  // Both may be wrong at once; of a server whose certificate isn't trusted, nothing tells whether the path is right.
  const both = paths.map(({ address: other, why }) => ({ address: withScheme(other, tls.address), why }));
  return API_PATH.test(url.pathname) ? [...both, tls] : [tls, ...both];
}

function otherScheme(url: URL, probed: Probed | undefined, error: unknown): Alternative | undefined {
  const { protocol } = url;
  const code = (isOryError(error) && error.facts.code) || '';
  if (protocol === 'https:' && /^(EPROTO|ERR_SSL_)/.test(code)) {
    return { address: swapped(url, 'http'), why: l10n.t('This port doesn’t speak TLS.') };
  }
  const broke = isOryError(error, 'interrupted');
  const moved = probed?.leadsTo === undefined ? undefined : new URL(probed.leadsTo);
  if (protocol !== 'http:') return undefined;
  if (moved?.protocol === 'https:' && moved.hostname === url.hostname) {
    const path = withoutSlash(url.pathname);
    return { address: `${moved.origin}${path}`, why: l10n.t('This address redirects to https.') };
  }
  return probed?.wantsTls || broke
    ? { address: swapped(url, 'https'), why: l10n.t('This port speaks TLS.') }
    : undefined;
}

function pathsOf(url: URL): Alternative[] {
  const path = withoutSlash(url.pathname);
  if (path === '') return [];
  const base = path.replace(API_PATH, '');
  const why = (rest: string) => l10n.t('“{0}” isn’t part of the address.', rest);
  return [
    ...(base === path ? [] : [{ address: url.origin + base, why: why(path.slice(base.length)) }]),
    ...(base === '' ? [] : [{ address: url.origin, why: why(path) }]),
  ];
}

const swapped = (url: URL, scheme: string): string =>
  `${scheme}://${url.port ? url.host : `${url.hostname}:${url.protocol === 'http:' ? 80 : 443}`}${withoutSlash(url.pathname)}`;

const withScheme = (address: string, other: string): string =>
  `${new URL(other).origin}${withoutSlash(new URL(address).pathname)}`;
