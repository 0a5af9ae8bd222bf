/** Answers to a path that a server does not know, and the redirects between its two ports, as Go writes them. */
import { STATUS_CODES } from 'node:http';
import { text } from './answers.ts';
import type { SandboxAnswer } from './service.ts';

const NO_STORE = { 'cache-control': 'private, no-cache, no-store, must-revalidate' } as const;

/** The answer as Kratos and Hydra send it: none to GET may be kept, unless it says otherwise itself. */
export const notStored = (answer: SandboxAnswer, method: string): SandboxAnswer =>
  method === 'GET' ? { ...answer, headers: { ...NO_STORE, ...answer.headers } } : answer;

export const pageNotFound = (): SandboxAnswer => text(404, '404 page not found');

export const methodNotAllowed = (allowed: readonly string[]): SandboxAnswer =>
  text(405, 'Method Not Allowed', { allow: [...allowed].sort().join(', ') });

/** True for a request that only reads. */
export const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** A redirect; only one that answers GET, or HEAD as if it were GET, has a body. */
export function redirect(status: number, location: string, method: string): SandboxAnswer {
  if (!isRead(method)) return { status, headers: { location } };
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
