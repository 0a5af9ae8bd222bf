import type { Dispatcher } from 'undici';
import request from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import { OryError } from '../errors.ts';
import { networkFailure } from './network-failure.ts';
import { CertificateFileError, readCertificateFile } from './certificate-file.ts';
import { ProxyDispatcher } from './proxy-dispatcher.ts';
import {
  type HttpRequest,
  type HttpResponse,
  MAXIMUM_ANSWER,
  type Transport,
  type TransportSettings,
} from './transport.ts';
import { untilAborted } from './until-aborted.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Sends through undici with a dispatcher of its own: for loopback, Unix sockets, a connection's own CA, client
 * certificate and proxy, where VS Code's proxies and certificates play no part.
 */
export class UndiciTransport implements Transport {
  private dispatcher: Promise<Dispatcher> | undefined;
  private proxy: ProxyDispatcher | undefined;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly settings: TransportSettings = {}) {}

  async send(request_: HttpRequest): Promise<HttpResponse> {
    const exchange = this.exchange(request_);
    this.underWay.add(exchange);
    try {
      return await exchange;
    } finally {
      this.underWay.delete(exchange);
    }
  }

  private async exchange(request_: HttpRequest): Promise<HttpResponse> {
    const { origin, pathname, search } = new URL(request_.url);
    const { signal } = request_;
    const timeout = AbortSignal.timeout(request_.timeoutMs);
    const end = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const dispatcher = await (this.dispatcher ??= this.connect());
      const asked = request.call(dispatcher, {
        origin,
        path: pathname + search,
        method: request_.method,
        headers: request_.headers,
        body: request_.body ?? null,
        signal: end,
      });
      const answer = await untilAborted(asked, end);
      this.proxy?.check(answer.statusCode);
      return {
        status: answer.statusCode,
        headers: flatten(answer.headers),
        setCookie: [answer.headers['set-cookie'] ?? []].flat(),
        text: await answer.body.text(),
      };
    } catch (error) {
      // A file that could not be read may be there next time.
      if (error instanceof CertificateFileError) {
        this.dispatcher = undefined;
        throw new OryError('unreachable', error.message, { origin, cause: error.cause });
      }
      throw (
        this.proxy?.failureOf(error, origin, signal) ??
        networkFailure(error, this.settings.socketPath ?? origin, signal)
      );
    }
  }

  /** Lets the requests under way end, then closes their connections. */
  async close(): Promise<void> {
    const { dispatcher } = this;
    this.dispatcher = undefined;
    this.proxy = undefined;
    await Promise.allSettled(this.underWay);
    // What was given up while it was connecting would keep `close` waiting.
    await (await dispatcher?.catch(() => undefined))?.destroy();
  }

  private async connect(): Promise<Dispatcher> {
    const { socketPath, caFile, certFile, keyFile, proxy, proxyAuthorization } = this.settings;
    const [ca, cert, key] = await Promise.all(
      [caFile, certFile, keyFile].map(async (file) => (file ? readCertificateFile(file) : undefined)),
    );
    const tls = { ...(ca ? { ca } : {}), ...(cert ? { cert } : {}), ...(key ? { key } : {}) };
    const options = { maxResponseSize: MAXIMUM_ANSWER, allowH2: false };
    if (proxy && !socketPath) {
      this.proxy = new ProxyDispatcher({
        uri: proxy,
        tls,
        maxResponseSize: MAXIMUM_ANSWER,
        connectTimeoutMs: CONNECT_TIMEOUT_MS,
        ...(proxyAuthorization ? { authorization: proxyAuthorization } : {}),
      });
      return this.proxy as unknown as Dispatcher;
    }
    return new Agent({
      ...options,
      connect: { timeout: CONNECT_TIMEOUT_MS, ...(socketPath ? { socketPath } : {}), ...tls },
    });
  }
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
