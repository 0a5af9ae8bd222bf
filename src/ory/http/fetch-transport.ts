import * as l10n from '@vscode/l10n';
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
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        setCookie: response.headers.getSetCookie(),
        text: await textOf(response, origin),
      };
    } catch (error) {
      throw networkFailure(error, origin, request.signal);
    }
  }

  async close(): Promise<void> {
    // The host owns its connections.
  }
}

/** The whole body, as long as it is no larger than what is read at most. */
async function textOf(response: Response, origin: string): Promise<string> {
  const announced = response.headers.get('content-length');
  // Compressed bodies grow; all others are as long as they say.
  if (announced !== null && !response.headers.has('content-encoding')) {
    if (Number(announced) <= MAXIMUM_ANSWER) return response.text();
    await response.body?.cancel();
    throw tooLarge(origin);
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > MAXIMUM_ANSWER) throw tooLarge(origin);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const tooLarge = (origin: string): OryError =>
  new OryError('too-large', l10n.t('The answer of {0} is larger than {1} bytes.', origin, MAXIMUM_ANSWER), {
    origin,
  });
