import type { HttpRequest, HttpResponse, Transport, TransportSettings } from './transport.ts';

/** Whether a host name means the machine that the extension host runs on. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
  );
}

/**
 * Whether a server may be one that somebody tries things out with: on this machine, in a container beside it, or in the
 * same network.
 */
export function isNearby(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    isLoopback(bare) ||
    /^(10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\.[\d.]+$/.test(bare) ||
    /^f[cd][\da-f]{2}:|^fe80:/.test(bare) ||
    bare.endsWith('.local') ||
    bare.endsWith('.internal') ||
    !/[.:]/.test(bare)
  );
}

/**
 * Picks the way to a server by its address and settings, and loads the code for it with the first request.
 * @param baseUrl address of the server; `unix:/path/to.sock` for a Unix domain socket
 */
export class LazyTransport implements Transport {
  private loaded: Promise<Transport> | undefined;

  constructor(
    private readonly baseUrl: string,
    private readonly settings: TransportSettings = {},
  ) {}

  async send(request: HttpRequest): Promise<HttpResponse> {
    const transport = await (this.loaded ??= this.load());
    return transport.send(request);
  }

  async close(): Promise<void> {
    const { loaded } = this;
    this.loaded = undefined;
    await (await loaded?.catch(() => undefined))?.close();
  }

  private async load(): Promise<Transport> {
    const { hostname } = new URL(this.baseUrl);
    const transport = await this.way(hostname);
    if (!this.settings.socketPath && !isNearby(hostname)) return transport;
    const { EndingTransport } = await import('./ending-transport.ts');
    return new EndingTransport(transport);
  }

  private async way(hostname: string): Promise<Transport> {
    const { caFile, certFile, keyFile, socketPath, proxy } = this.settings;
    const own = socketPath ?? caFile ?? certFile ?? keyFile ?? proxy;
    if (own !== undefined || isLoopback(hostname)) {
      const { UndiciTransport } = await import('./undici-transport.ts');
      return new UndiciTransport(this.settings);
    }
    const { FetchTransport } = await import('./fetch-transport.ts');
    return new FetchTransport();
  }
}
