import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { ok } from './answers.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>404 - no such route</title></head>
  <body><h1>404</h1><p>This sandbox has no route here. Check path, host and port.</p></body>
</html>
`;

/** Unknown path or method: a page for people, JSON for those who ask for it. Hydra has no 405. */
export function noRoute(request: SandboxRequest): SandboxAnswer {
  if (!/\bjson\b/.test(request.headers.accept ?? ''))
    return { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE };
  const reason = 'No route of this sandbox matches. Check path, host and port.';
  return ok({ error: { code: 404, message: 'Not Found', reason } }, 404);
}
