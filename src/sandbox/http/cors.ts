import { at } from '../json/values.ts';
import type { SandboxAnswer, SandboxRequest } from './service.ts';

/** Cross-origin settings of one port, as `serve.<port>.cors` of the configuration files spells them. */
export interface Cors {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly credentials: boolean;
  readonly maxAgeSeconds: number;
}

/** The settings at `serve.<port>.cors`, or undefined when they are absent or switched off. */
export function readCors(config: unknown, port: string): Cors | undefined {
  const cors = at(config, 'serve', port, 'cors');
  if (at(cors, 'enabled') !== true) return undefined;
  return {
    origins: strings(at(cors, 'allowed_origins'), ['*']),
    methods: strings(at(cors, 'allowed_methods'), ['POST', 'GET', 'PUT', 'PATCH', 'DELETE']),
    headers: strings(at(cors, 'allowed_headers'), ['Authorization', 'Content-Type', 'X-Session-Token']),
    exposed: strings(at(cors, 'exposed_headers'), ['Content-Type']),
    credentials: at(cors, 'allow_credentials') === true,
    maxAgeSeconds: Number(at(cors, 'max_age') ?? 0),
  };
}

/** Answers a preflight request; undefined when the request is none, or the origin may not ask. */
export function preflight(cors: Cors | undefined, request: SandboxRequest): SandboxAnswer | undefined {
  const asked = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || asked === undefined || !cors) return undefined;
  const headers = corsHeaders(cors, request);
  if (!headers['access-control-allow-origin']) return undefined;
  return {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': cors.methods.join(', '),
      'access-control-allow-headers': cors.headers.join(', '),
      ...(cors.maxAgeSeconds > 0 ? { 'access-control-max-age': String(cors.maxAgeSeconds) } : {}),
    },
  };
}

/** Headers that an answer to an allowed origin carries; none without settings or for another origin. */
export function corsHeaders(cors: Cors | undefined, request: SandboxRequest): Record<string, string> {
  const origin = request.headers.origin;
  if (!cors || origin === undefined || !allows(cors, origin)) return {};
  return {
    vary: 'Origin',
    'access-control-allow-origin': cors.origins.includes('*') && !cors.credentials ? '*' : origin,
    'access-control-expose-headers': cors.exposed.join(', '),
    ...(cors.credentials ? { 'access-control-allow-credentials': 'true' } : {}),
  };
}

/** True when the settings let pages of this origin ask. */
export const allows = (cors: Cors | undefined, origin: string): boolean =>
  cors?.origins.some((allowed) => matches(allowed, origin)) === true;

/** An allowed origin may hold one `*`: `https://*.example.com`. */
function matches(allowed: string, origin: string): boolean {
  const [before, after] = allowed.split('*');
  if (after === undefined) return allowed === origin;
  return origin.length >= allowed.length - 1 && origin.startsWith(before ?? '') && origin.endsWith(after);
}

function strings(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.map(String) : otherwise;
}
