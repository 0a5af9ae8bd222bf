import type { Router } from '../../http/router.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import { metrics } from '../../http/metrics.ts';
import { ok } from '../http/answers.ts';
import { describeProvider } from './metadata.ts';

/** What the sandbox calls its version: it plays the newest Hydra, not one release of it. */
const VERSION = 'master';

/** discoverOidcConfiguration, its OAuth 2.0 twin, health, and what else stands at the root of the public port. */
export function publicDiscoveryRoutes(router: Router, { config }: HydraContext): void {
  const describe = (): SandboxAnswer => ok(describeProvider(config));
  const nothing = (): SandboxAnswer => ({ status: 200 });
  router
    .on('GET', '/.well-known/openid-configuration', describe)
    .on('GET', '/.well-known/oauth-authorization-server', describe);
  for (const path of [
    '/oauth2/token',
    '/oauth2/revoke',
    '/userinfo',
    '/credentials',
    '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration',
    '/.well-known/jwks.json',
  ])
    router.on('OPTIONS', path, nothing);
  healthRoutes(router, '');
}

/** Health and version of the admin port. */
export function adminDiscoveryRoutes(router: Router): void {
  healthRoutes(router, '/admin');
  router.on('GET', '/admin/version', () => ok({ version: VERSION }));
  router.on('GET', '/admin/metrics/prometheus', metrics);
}

function healthRoutes(router: Router, prefix: string): void {
  const healthy = (): SandboxAnswer => ok({ status: 'ok' });
  router.on('GET', `${prefix}/health/alive`, healthy).on('GET', `${prefix}/health/ready`, healthy);
}
