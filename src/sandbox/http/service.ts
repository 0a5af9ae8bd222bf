import type { IncomingHttpHeaders } from 'node:http';
import type { InboxMail } from './mail.ts';

/** The servers that the sandbox stands in for, one TCP port each; names as in Ory's own documentation. */
export const SERVICE_NAMES = [
  'kratos-public',
  'kratos-admin',
  'hydra-public',
  'hydra-admin',
  'console',
  'keto-read',
  'keto-write',
  'keto-opl',
  'talos',
] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** One HTTP request as a service sees it: the body is read already, nothing is decoded. */
export interface SandboxRequest {
  readonly method: string;
  /** Raw path as it stood on the wire, without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Raw query string without `?`. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Path parameters, filled in by a router, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** What a service answers; the HTTP layer adds `Date` and `Content-Length`, nothing else. */
export interface SandboxAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

/** A server behind one port. It owns its routes, because unknown routes are answered differently by each. */
export interface Service {
  readonly name: ServiceName;
  handle(request: SandboxRequest): SandboxAnswer | Promise<SandboxAnswer>;
}

/** Base URLs by service, known when all ports are bound and before the first request. */
export type Addresses = Partial<Record<ServiceName, string>>;

/** What time it is: one clock for all services, so that a test can move it. */
export interface Clock {
  now(): Date;
}

/** The services of one product on one store, with what goes into a snapshot of it. */
export interface ServiceGroup {
  readonly services: readonly Service[];
  /** Everything that differs from what the seed makes; a value that JSON can hold. */
  snapshot(): unknown;
  /** Takes over what `snapshot` gave, before the first request. */
  restore(data: unknown): void;
  /** What it sent to persons, the newest first. */
  mails?(): readonly InboxMail[];
}
