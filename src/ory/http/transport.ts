/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute URL without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
}

/** A whole answer. Header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Each `Set-Cookie` by itself: joined, as in `headers`, the commas of their dates can't be told from those between. */
  readonly setCookie?: readonly string[];
  readonly text: string;
}

/**
 * Sends requests; follows no redirect, retries nothing, judges no status.
 * Fails with `OryError` of kind `unreachable`, `interrupted`, `timeout`, `cancelled` or `too-large`.
 */
export interface Transport {
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Frees the connections once the requests under way have ended; it cancels none. */
  close(): Promise<void>;
}

/** How a server beyond the defaults is reached. Paths are local files, read when the first request is sent. */
export interface TransportSettings {
  /** Unix domain socket that the server listens on. */
  readonly socketPath?: string;
  /** PEM file with the certificate authority that signed the server's certificate. */
  readonly caFile?: string;
  /** PEM files with a client certificate and its key. */
  readonly certFile?: string;
  readonly keyFile?: string;
  /** HTTP proxy that the server is reached through; it plays no part for a Unix socket. */
  readonly proxy?: string;
  /** Value of the `Proxy-Authorization` header. */
  readonly proxyAuthorization?: string;
}

/** Largest answer that is read, in bytes. */
export const MAXIMUM_ANSWER = 64 * 1024 * 1024;
