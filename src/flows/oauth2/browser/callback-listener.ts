import * as l10n from '@vscode/l10n';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OryError } from '../../../ory/errors.ts';
import type { RedirectPlan } from './redirect-plan.ts';

type Listen = Extract<RedirectPlan, { way: 'listen' }>;

/** Waits on this machine for one browser to come back from one authorization or logout request. */
export interface CallbackListener {
  /** The redirect URI with the port that is listened on. */
  readonly redirectUri: string;
  /**
   * The address that the browser came back to, with this state; other visitors are turned away.
   * @throws {OryError} `timeout`, or `cancelled` when the signal fires or the listener is closed
   */
  wait(state: string, options: WaitOptions): Promise<URL>;
  close(): void;
}

export interface WaitOptions {
  /** The redirect URI as the browser knows it, where something forwards it here: another port, or a proxy's path. */
  readonly asked?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Begins to listen on a loopback address.
 * @throws {OryError} `unreachable` when the port is taken
 */
export async function listenForCallback(plan: Listen): Promise<CallbackListener> {
  const server = createServer();
  await listen(server, plan);
  const { port } = server.address() as AddressInfo;
  const redirectUri = new URL(plan.redirectUri);
  redirectUri.port = String(port);
  return {
    redirectUri: redirectUri.href,
    wait: (state, options) => waitFor(server, redirectUri, state, options),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, { host, port }: Listen): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new OryError(
          'unreachable',
          cause.code === 'EADDRINUSE'
            ? l10n.t(
                'Port {0} of this machine, where the browser is to come back to, is taken: is the client’s app running? Stop it, or choose “paste the address”.',
                port,
              )
            : l10n.t("The editor can't listen on {0}:{1}: {2}.", host, port, cause.message),
          { cause, ...(cause.code ? { code: cause.code } : {}) },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}

function waitFor(
  server: Server,
  expected: URL,
  state: string,
  { asked, signal, timeoutMs }: WaitOptions,
): Promise<URL> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        end(
          new OryError(
            'timeout',
            l10n.t('The browser did not come back within {0} minutes.', timeoutMs / 60_000),
          ),
        ),
      timeoutMs,
    );
    const cancelled = () => end(new OryError('cancelled', 'Cancelled.'));
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
      // "//" is a path to HTTP, and no address to anybody else.
      if (!URL.canParse(request.url ?? '', expected.origin)) {
        answer(response, 400, l10n.t('This is no address'), l10n.t('Go back to the editor.'));
        return;
      }
      const url = visited(request, expected, asked ? new URL(asked) : expected);
      if (!url) {
        answer(response, 404, l10n.t('There is nothing here'), l10n.t('Go back to the editor.'));
        return;
      }
      // Another program of this machine can't end the run by calling: it does not know the state.
      if (url.searchParams.get('state') !== state) {
        answer(
          response,
          400,
          l10n.t('This belongs to another run'),
          l10n.t('The state is not the one that was sent.'),
        );
        return;
      }
      const refused = url.searchParams.has('error');
      answer(
        response,
        200,
        refused ? l10n.t('The request was refused') : 'Done',
        l10n.t('You can close this tab and go back to the editor.'),
      );
      end(url);
    };
    const end = (outcome: URL | OryError) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancelled);
      server.off('request', onRequest).off('close', cancelled);
      if (outcome instanceof URL) resolve(outcome);
      else reject(outcome);
    };
    if (signal?.aborted) {
      cancelled();
      return;
    }
    signal?.addEventListener('abort', cancelled, { once: true });
    server.on('request', onRequest).once('close', cancelled);
  });
}

/** The visited address, when it is the one that is waited for; a page of the internet can't come by another name. */
function visited({ method, url = '', headers }: IncomingMessage, expected: URL, asked: URL): URL | undefined {
  const known = [expected, asked].some(({ host }) => host === headers.host);
  if (method !== 'GET' || !url.startsWith('/') || !known) return undefined;
  const { pathname, search } = new URL(url, expected.origin);
  if (![expected, asked].some((one) => one.pathname === pathname)) return undefined;
  const at = new URL(asked);
  at.search = search;
  return at;
}

function answer(response: ServerResponse, status: number, title: string, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  // eslint-disable-next-line texts/extracted -- markup
  response.end(`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Ory Explorer</title>
  <style>:root{color-scheme:light dark}body{font:16px system-ui,sans-serif;margin:20vh auto;max-width:28em;text-align:center}</style></head>
  <body><h1>${title}</h1><p>${text}</p></body>
</html>
`);
}
