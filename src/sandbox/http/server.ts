import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Faults } from '../faults/faults.ts';
import { error } from './answers.ts';
import { CONTROL_PREFIX, control } from './control.ts';
import { corsHeaders, preflight, type Cors } from './cors.ts';
import { refuseForeignHost } from './host-guard.ts';
import { isRead } from './paths.ts';
import { readQuery } from './query.ts';
import { refuseForeignPage } from './site-guard.ts';
import { BODY_LIMIT, readBody } from './read-body.ts';
import type { InboxMail } from './mail.ts';
import type { RequestLog } from './request-log.ts';
import { isReadablePath, UNREADABLE } from './wire-path.ts';
import type { Clock, SandboxAnswer, SandboxRequest, Service } from './service.ts';

/** What every port of one sandbox shares. */
export interface ServerContext {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly clock: Clock;
  /** All that services sent to persons, the newest first. */
  readonly mails: () => readonly InboxMail[];
  /** Called after a request that may have changed something. */
  changed(): void;
  /** A fault of the sandbox itself, for stderr. */
  report(problem: string): void;
}

/** An HTTP server for one service: checks of host and origin, control path, faults, cross-origin headers, body limit, HEAD. */
export function serve(service: Service, cors: Cors | undefined, context: ServerContext): Server {
  const server = createServer({ keepAlive: true, maxHeaderSize: 128 * 1024 }, (message, response) => {
    answer(service, cors, context, message, response).catch((cause: unknown) => {
      // The client hung up: nobody waits for an answer, and nothing is wrong here.
      if (message.destroyed && !message.complete) return;
      context.report(
        `${service.name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
      );
      if (response.headersSent) response.destroy();
      else
        send(response, error({ code: 500, reason: 'The sandbox itself failed; its log says why.' }), 'GET');
    });
  });
  server.keepAliveTimeout = 60_000;
  return server;
}

async function answer(
  service: Service,
  cors: Cors | undefined,
  context: ServerContext,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = message.method ?? 'GET';
  const target = message.url ?? '/';
  const respond = (result: SandboxAnswer, fault?: Fault) => {
    context.log.add({
      at: context.clock.now().toISOString(),
      service: service.name,
      method,
      path: target,
      status: result.status,
    });
    send(response, result, method, fault);
  };

  const refused = refuseForeignHost(message.headers.host);
  if (refused) {
    respond(refused);
    return;
  }
  const body = await readBody(message);
  const request = toRequest(message, target, body ?? Buffer.alloc(0));
  const unfit =
    refuseForeignPage(service.name, cors, request) ?? (isReadablePath(request.path) ? undefined : UNREADABLE);
  if (unfit) {
    respond(unfit);
    return;
  }
  if (request.path.startsWith(CONTROL_PREFIX)) {
    send(response, control(request, context.faults, context.log, context.mails), method);
    return;
  }
  if (!body) {
    respond(error({ code: 413, reason: `The body is larger than ${BODY_LIMIT} bytes.` }));
    return;
  }

  const fault = context.faults.for({ service: service.name, method, path: target });
  if (fault && fault.latencyMs > 0) await sleep(fault.latencyMs);
  if (fault?.reset) {
    context.log.add({
      at: context.clock.now().toISOString(),
      service: service.name,
      method,
      path: target,
      status: 0,
    });
    message.socket.resetAndDestroy();
    return;
  }
  const result = fault?.answer ?? preflight(cors, request) ?? (await service.handle(request));
  if (changes(request)) context.changed();
  respond(
    { ...result, headers: { ...result.headers, ...corsHeaders(cors, request), ...fault?.headers } },
    fault,
  );
}

/** GET starts flows and challenges there; anywhere else it changes nothing. */
function changes(request: SandboxRequest): boolean {
  return !isRead(request.method) || /^\/(self-service|oauth2|\.well-known)\//.test(request.path);
}

function toRequest(message: IncomingMessage, target: string, body: Buffer): SandboxRequest {
  const { path, search } = split(target);
  return {
    method: message.method ?? 'GET',
    path,
    query: readQuery(search),
    search,
    headers: message.headers,
    body,
    params: {},
  };
}

/** Path and query of what was asked for. A proxy's client sends an absolute URL; only its path counts. */
function split(target: string): { readonly path: string; readonly search: string } {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  const cut = local.indexOf('?');
  return cut < 0 ? { path: local, search: '' } : { path: local.slice(0, cut), search: local.slice(cut + 1) };
}

function send(response: ServerResponse, result: SandboxAnswer, method: string, fault?: Fault): void {
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = result.status;
  const body = Buffer.isBuffer(result.body) ? result.body : Buffer.from(result.body ?? '');
  if (result.status !== 204 && result.status !== 304) response.setHeader('content-length', body.length);
  if (method === 'HEAD' || body.length === 0) {
    response.end();
  } else if (fault?.truncate !== undefined && fault.truncate < body.length) {
    response.write(body.subarray(0, fault.truncate), () => response.destroy());
    if (fault.truncate === 0) response.flushHeaders();
  } else {
    response.end(body);
  }
}
