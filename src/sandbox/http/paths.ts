/** Answers to a path that a server does not know, and the redirects between its two ports, as Go writes them. */
import { STATUS_CODES } from 'node:http';
import { text } from './answers.ts';
import type { SandboxAnswer, SandboxRequest } from './service.ts';

export const NO_STORE = { 'cache-control': 'private, no-cache, no-store, must-revalidate' } as const;

export const pageNotFound = (): SandboxAnswer => text(404, '404 page not found');

export const methodNotAllowed = (allowed: readonly string[]): SandboxAnswer =>
  text(405, 'Method Not Allowed', { allow: [...allowed].sort().join(', ') });

/** The redirect from a path with several slashes in a row to the same with one; undefined for any other. */
export function withoutDoubleSlashes({ method, path, search }: SandboxRequest): SandboxAnswer | undefined {
  if (!path.includes('//')) return undefined;
  return redirect(307, path.replace(/\/{2,}/g, '/') + (search === '' ? '' : `?${search}`), method);
}

/** A redirect; only one that answers GET has a body. */
export function redirect(status: number, location: string, method: string): SandboxAnswer {
  if (method !== 'GET') return { status, headers: { location } };
  const href = location
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&#34;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  return {
    status,
    headers: { location, 'content-type': 'text/html; charset=utf-8' },
    body: `<a href="${href}">${STATUS_CODES[status] ?? ''}</a>.\n\n`,
  };
}
