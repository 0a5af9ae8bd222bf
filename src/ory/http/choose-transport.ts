import type { HttpRequest, HttpResponse, Transport, TransportSettings } from './transport.ts';

/** Whether a host name means the machine that the extension host runs on. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
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
    const { caFile, certFile, keyFile, socketPath, proxy } = this.settings;
    const own = socketPath ?? caFile ?? certFile ?? keyFile ?? proxy;
    if (own !== undefined || isLoopback(new URL(this.baseUrl).hostname)) {
      const { UndiciTransport } = await import('./undici-transport.ts');
      return new UndiciTransport(this.settings);
    }
    const { FetchTransport } = await import('./fetch-transport.ts');
    return new FetchTransport();
  }
}
