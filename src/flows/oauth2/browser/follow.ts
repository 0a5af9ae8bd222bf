import * as l10n from '@vscode/l10n';
import type { CookieJar } from 'tough-cookie';
import { withoutSlash } from '../../../ory/trim.ts';
import { OryError } from '../../../ory/errors.ts';
import { oAuth2Authorize } from '../../../ory/operations/authorization.ts';
import { type ChallengeKind, challengeIn } from '../challenges/parse.ts';
import { browserEndpoint } from '../configuration.ts';
import type { RunContext } from '../context.ts';

/** Where the editor's browser came to. */
export type Arrival =
  /** A login, consent, logout or device app is to decide. */
  | { readonly at: 'challenge'; readonly kind: ChallengeKind; readonly challenge: string; readonly url: URL }
  /** Back at the client. */
  | { readonly at: 'callback'; readonly url: URL }
  /** The provider, or its error page, says that it does not go on. */
  | { readonly at: 'error'; readonly error: string; readonly description: string }
  /** A page of the provider that redirects no further: the end of a logout or of a device flow. */
  | { readonly at: 'page'; readonly url: URL; readonly status: number }
  /** Another site, which the editor does not visit. */
  | { readonly at: 'elsewhere'; readonly url: URL };

const MOST_REDIRECTS = 20;
const TIMEOUT_MS = 30_000;

/**
 * A browser without a window: it keeps cookies, follows the provider's redirects, and stops where somebody has to
 * decide. It visits nothing but the connection's Hydra, where it gets by the connection's transport.
 */
export class EditorBrowser {
  private jar: Promise<CookieJar> | undefined;

  constructor(
    private readonly context: Pick<RunContext, 'provider' | 'endpoints' | 'trace' | 'redactor' | 'signal'>,
  ) {}

  /**
   * Opens an address and follows where it leads.
   * @param callback the redirect URI at which the client is
   */
  async visit(url: URL, callback?: string): Promise<Arrival> {
    let at = url;
    for (let count = 0; count < MOST_REDIRECTS; count++) {
      const seen = lookAt(at, callback);
      if (seen) return seen;
      const path = this.pathAtProvider(at);
      if (path === undefined) return { at: 'elsewhere', url: at };
      const { status, location, body } = await this.get(at, path);
      if (status < 300 || status > 399 || !location) return ended(at, status, body);
      at = new URL(location, at);
    }
    throw new OryError(
      'refused',
      l10n.t('The provider redirected {0} times without coming to an end.', MOST_REDIRECTS),
    );
  }

  private async get(url: URL, path: string) {
    const { endpoints, trace, redactor, signal } = this.context;
    const jar = await (this.jar ??= import('tough-cookie').then(({ CookieJar }) => new CookieJar()));
    const endpoint = await endpoints('hydra-public', 'none');
    const cookie = await jar.getCookieString(url.href);
    const started = performance.now();
    const answer = await endpoint.transport.send({
      method: 'GET',
      url: endpoint.baseUrl + path,
      headers: {
        accept: 'text/html,application/json',
        ...(endpoint.authorization ? { authorization: endpoint.authorization } : {}),
        ...(cookie ? { cookie } : {}),
      },
      timeoutMs: TIMEOUT_MS,
      signal,
    });
    for (const line of answer.setCookie ?? []) await jar.setCookie(line, url.href, { ignoreError: true });
    const names = (await jar.getCookies(url.href)).map(({ key }) => key);
    trace.record({
      method: 'GET',
      url: redactor.path(oAuth2Authorize, url.href),
      requestHeaders: cookie ? [['cookie', l10n.t('{0} kept by the editor', cookie.split('; ').length)]] : [],
      status: answer.status,
      answerHeaders: [
        ...(answer.headers.location
          ? [['location', redactor.path(oAuth2Authorize, answer.headers.location)] as const]
          : []),
        ...(names.length > 0 ? [[l10n.t('cookies now'), names.join(', ')] as const] : []),
      ],
      ms: performance.now() - started,
    });
    return { status: answer.status, location: answer.headers.location, body: answer.text };
  }

  /** The path below the connection's address of an address of the provider; undefined for other sites. */
  private pathAtProvider(url: URL): string | undefined {
    const { provider } = this.context;
    const authorize = browserEndpoint(provider, 'authorization_endpoint', oAuth2Authorize.path);
    const bases = [provider.issuer, authorize.replace(oAuth2Authorize.path, ''), provider.address];
    for (const base of bases.map(withoutSlash))
      if (base && url.href.startsWith(`${base}/`)) return url.href.slice(base.length);
    return undefined;
  }
}

/** What an address itself says; the login app's, for instance, is known by its challenge. */
function lookAt(url: URL, callback: string | undefined): Arrival | undefined {
  if (callback !== undefined) {
    const back = new URL(callback);
    if (url.origin === back.origin && url.pathname === back.pathname) return { at: 'callback', url };
  }
  const found = challengeIn(url.searchParams);
  if (found) return { at: 'challenge', kind: found.kind, challenge: found.challenge, url };
  const error = url.searchParams.get('error');
  if (!error) return undefined;
  const said = ['error_description', 'error_hint'].map((name) => url.searchParams.get(name) ?? '');
  return { at: 'error', error, description: said.filter(Boolean).join(' ') };
}

function ended(url: URL, status: number, body: string): Arrival {
  if (status < 400) return { at: 'page', url, status };
  let said: { error?: unknown; error_description?: unknown } = {};
  try {
    said = JSON.parse(body) as typeof said;
  } catch {
    // A page for people.
  }
  return {
    at: 'error',
    error: typeof said.error === 'string' ? said.error : `HTTP ${status}`,
    description:
      typeof said.error_description === 'string'
        ? said.error_description
        : l10n.t('{0} answered {1}.', url.pathname, status),
  };
}
