import type { Router } from '../../http/router.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { escapeHtml } from '../http/answers.ts';

const PAGES: Readonly<Record<string, readonly [status: number, title: string, text: string]>> = {
  login: [200, 'No login app', 'Set urls.login in hydra.yml to the address of your login app.'],
  consent: [200, 'No consent app', 'Set urls.consent in hydra.yml to the address of your consent app.'],
  logout: [200, 'No logout app', 'Set urls.logout in hydra.yml to the address of your logout app.'],
  'logout/callback': [200, 'Signed out', 'You are signed out.'],
  device: [
    200,
    'No device app',
    'Set urls.device.verification in hydra.yml to the address of your device app.',
  ],
  'device/done': [200, 'Device connected', 'You can go back to your device.'],
  error: [500, 'The request was refused', 'The OAuth 2.0 client sent a request that cannot be answered.'],
};

/** The pages that stand in while no app is configured. */
export function fallbackRoutes(router: Router): void {
  for (const [name, [status, title, text]] of Object.entries(PAGES))
    router.on('GET', `/oauth2/fallbacks/${name}`, (request) => page(status, title, text, request));
}

function page(status: number, title: string, text: string, { query }: SandboxRequest): SandboxAnswer {
  const told = ['error', 'error_description'].flatMap((name) => query.get(name) ?? []);
  const body = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${title}</title></head>
  <body><h1>${title}</h1><p>${text}</p>${told.map((one) => `<p>${escapeHtml(one)}</p>`).join('')}</body>
</html>
`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
