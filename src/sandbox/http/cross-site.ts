import type { IncomingHttpHeaders } from 'node:http';
import { error } from './answers.ts';
import { allowsOrigin, type Cors } from './cors.ts';
import { isRead } from './paths.ts';
import type { SandboxAnswer } from './service.ts';

/** Content types that a page may send to a stranger without asking first; none at all is as good as one of them. */
const SIMPLE = /^\s*($|text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)/i;

/** What browsers say of a request that no other site's page caused. */
const OWN_SITES = ['none', 'same-origin'];

interface Sent {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Refuses what a page of another site sent to a port for administrators, which asks nobody for a credential. Browsers
 * say where a request comes from; what says nothing, such as curl and servers, may send whatever the real servers take.
 * `cors` are the origins that the configuration lets in.
 */
export function refuseCrossSite(
  { method, headers }: Sent,
  cors: Cors | undefined,
): SandboxAnswer | undefined {
  const { origin } = headers;
  if (origin !== undefined && allowsOrigin(cors, origin)) return undefined;
  const site = [headers['sec-fetch-site']].flat()[0];
  const own = `http://${headers.host ?? ''}`.toLowerCase();
  if (site !== undefined && !OWN_SITES.includes(site)) return refusal(`Sec-Fetch-Site: ${site}`);
  if (origin !== undefined && origin.toLowerCase() !== own) return refusal(`Origin: ${origin}`);
  // Browsers from before these headers: what their pages could send without asking has one of the simple types.
  const isOld = site === undefined && origin === undefined && /^mozilla\//i.test(headers['user-agent'] ?? '');
  if (isOld && !isRead(method) && SIMPLE.test(headers['content-type'] ?? '')) {
    return refusal(`Content-Type: ${headers['content-type'] ?? ''}`);
  }
  return undefined;
}

const refusal = (evidence: string): SandboxAnswer =>
  error({
    code: 403,
    reason: `A page of another site sent this (${evidence}). The sandbox takes nothing from other sites on its administrative ports and in /.sandbox/.`,
  });
