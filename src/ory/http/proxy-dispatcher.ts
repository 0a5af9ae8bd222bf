import * as l10n from '@vscode/l10n';
import * as tls from 'node:tls';
import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import { OryError, PROXY_AUTHENTICATION } from '../errors.ts';
import { networkFailure } from './network-failure.ts';

/** What is trusted and shown where TLS is spoken. */
export interface TlsSettings {
  readonly ca?: string | string[];
  readonly cert?: string;
  readonly key?: string;
}

export interface ProxySettings {
  /** Address of the proxy, http or https, without a user name or password. */
  readonly uri: string;
  /** Value of the `Proxy-Authorization` header. */
  readonly authorization?: string;
  /** For the servers behind the proxy. */
  readonly tls: TlsSettings;
  readonly maxResponseSize: number;
  readonly connectTimeoutMs: number;
}

/**
 * Sends through an HTTP proxy. https servers are reached through a tunnel (CONNECT); requests for http servers are
 * handed to the proxy whole, because many proxies refuse to tunnel to other ports than 443.
 */
export class ProxyDispatcher {
  private readonly forwarding: Dispatcher;
  private readonly tunnelling: Dispatcher;
  private readonly origin: string;

  constructor(private readonly settings: ProxySettings) {
    const { uri, authorization, tls: server, maxResponseSize, connectTimeoutMs } = settings;
    this.origin = new URL(uri).origin;
    // A client certificate is for the servers. An own CA is trusted beside those that everybody trusts.
    const proxyTls = {
      timeout: connectTimeoutMs,
      ...(server.ca ? { ca: [server.ca, ...tls.rootCertificates].flat() } : {}),
    };
    const shared = { maxResponseSize, allowH2: false };
    this.forwarding = new Agent({ ...shared, connect: proxyTls });
    this.tunnelling = new ProxyAgent({
      ...shared,
      uri: this.origin,
      proxyTls,
      requestTls: { ...server, ca: server.ca ?? everyTrustedCa(), timeout: connectTimeoutMs },
      ...(authorization ? { token: authorization } : {}),
      clientFactory: (url, options) =>
        new TunnelPool(url, { ...options, headersTimeout: connectTimeoutMs }, this.origin),
    });
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const target = new URL(String(options.origin));
    if (target.protocol === 'https:') return this.tunnelling.dispatch(options, handler);
    const { authorization } = this.settings;
    const headers = {
      ...(options.headers as Record<string, string>),
      host: target.host,
      ...(authorization ? { 'proxy-authorization': authorization } : {}),
    };
    const path = `${target.origin}${options.path}`;
    return this.forwarding.dispatch({ ...options, origin: this.origin, path, headers }, handler);
  }

  /** What failed, where that was the proxy; undefined where it was the server, or can't be known. */
  failureOf(error: unknown, target: string, signal: AbortSignal | undefined): OryError | undefined {
    if (target.startsWith('https:')) return undefined;
    const failure = networkFailure(error, l10n.t('The proxy {0}', this.origin), signal);
    return failure.kind === 'unreachable' ? failure : undefined;
  }

  /** @throws {OryError} `no-credential`, where an answer is the proxy's, which asks for another credential */
  check(status: number): void {
    if (status === 407) throw refusal(this.origin, status);
  }

  async destroy(): Promise<void> {
    await Promise.all([this.forwarding.destroy(), this.tunnelling.destroy()]);
  }
}

/** The connections to a proxy itself; undici's deep modules lack `connect`, which its entry file adds. */
class TunnelPool extends Pool {
  constructor(
    url: URL,
    options: object,
    private readonly proxy: string,
  ) {
    super(url, options);
  }

  override connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData>;
  override connect(
    options: Dispatcher.ConnectOptions,
    callback: (error: Error | null, data: Dispatcher.ConnectData) => void,
  ): void;
  override async connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
    let data: Dispatcher.ConnectData;
    try {
      data = await connect.call(this, options);
    } catch (error) {
      throw networkFailure(error, l10n.t('The proxy {0}', this.proxy), undefined);
    }
    if (data.statusCode === 200) return data;
    data.socket.on('error', () => undefined).destroy();
    throw refusal(this.proxy, data.statusCode);
  }
}

function refusal(proxy: string, status: number): OryError {
  return status === 407
    ? new OryError('no-credential', l10n.t('The proxy {0} asks for a user name and password (407).', proxy), {
        origin: proxy,
        code: PROXY_AUTHENTICATION,
      })
    : new OryError(
        'unreachable',
        l10n.t('The proxy {0} answered {1} and made no connection.', proxy, status),
        {
          origin: proxy,
        },
      );
}

/** Node's own authorities and those of the machine, where this Node can read them: companies' proxies have their own. */
function everyTrustedCa(): string[] | undefined {
  const { getCACertificates } = tls as { getCACertificates?: (type: string) => string[] };
  return getCACertificates && [...getCACertificates('default'), ...getCACertificates('system')];
}
