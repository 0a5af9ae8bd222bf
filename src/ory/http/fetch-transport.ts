import { OryError } from '../errors.ts';
import { networkFailure } from './network-failure.ts';
import { type HttpRequest, type HttpResponse, MAXIMUM_ANSWER, type Transport } from './transport.ts';

/**
 * Sends through the global `fetch`, which VS Code patches in its extension host: proxies and certificates work as
 * its user set them up. For every server beyond this machine.
 */
export class FetchTransport implements Transport {
  async send(request: HttpRequest): Promise<HttpResponse> {
    const { origin } = new URL(request.url);
    const timeout = AbortSignal.timeout(request.timeoutMs);
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        redirect: 'manual',
        signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      if (Number(response.headers.get('content-length') ?? 0) > MAXIMUM_ANSWER) {
        await response.body?.cancel();
        throw new OryError('too-large', `The answer of ${origin} is larger than ${MAXIMUM_ANSWER} bytes.`, {
          origin,
        });
      }
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    } catch (error) {
      throw networkFailure(error, origin, request.signal);
    }
  }

  async close(): Promise<void> {
    // The host owns its connections.
  }
}
