import type { IncomingMessage } from 'node:http';
import { CONTROL_PREFIX } from './control.ts';
import type { Cors } from './cors.ts';
import { refuseCrossSite } from './cross-site.ts';
import { refuseForeignHost } from './host-guard.ts';
import type { SandboxAnswer, ServiceName } from './service.ts';
import { isReadablePath } from './wire-path.ts';

/** The ports that pages of other origins are meant to talk to. */
const OPEN_TO_PAGES: readonly ServiceName[] = ['kratos-public', 'hydra-public'];

/** What Go's HTTP server says itself of a request that it cannot read. */
const UNREADABLE: SandboxAnswer = {
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  body: '400 Bad Request',
};

/** Refuses what must not reach a service at all. @param path raw, without the query */
export function refuse(
  service: ServiceName,
  path: string,
  { method = 'GET', headers }: IncomingMessage,
  cors: Cors | undefined,
): SandboxAnswer | undefined {
  const isGuarded = !OPEN_TO_PAGES.includes(service) || path.startsWith(CONTROL_PREFIX);
  return (
    refuseForeignHost(headers.host) ??
    (isGuarded
      ? refuseCrossSite({ method, headers }, path.startsWith(CONTROL_PREFIX) ? undefined : cors)
      : undefined) ??
    (isReadablePath(path) ? undefined : UNREADABLE)
  );
}
