import type { Router } from '../../http/router.ts';
import { invalidRequest, notEmulated, notFound } from '../http/errors.ts';

const REQUESTS = '/admin/oauth2/auth/requests';

/** Login, consent, logout and device requests. No flow starts in this sandbox, so none of them is ever known. */
export function requestRoutes(router: Router): void {
  for (const kind of ['login', 'consent', 'logout', 'device'] as const) {
    const unknown = ({ query }: { query: URLSearchParams }): never => {
      const challenge = query.get(`${kind}_challenge`) ?? query.get('challenge') ?? '';
      if (challenge === '' && kind !== 'logout')
        throw invalidRequest(`Parameter ${kind}_challenge is missing.`);
      throw notFound('This challenge is not known.');
    };
    if (kind !== 'device') router.on('GET', `${REQUESTS}/${kind}`, unknown);
    router.on('PUT', `${REQUESTS}/${kind}/accept`, unknown);
    if (kind !== 'device') router.on('PUT', `${REQUESTS}/${kind}/reject`, unknown);
  }
}

/** The browser's half of the flows. */
export function browserRoutes(router: Router): void {
  const refuse = (what: string) => (): never => {
    throw notEmulated(what);
  };
  for (const method of ['GET', 'POST']) {
    router.on(method, '/oauth2/auth', refuse('the authorization code flow'));
    router.on(method, '/oauth2/sessions/logout', refuse('logging out'));
  }
  router.on('POST', '/oauth2/device/auth', refuse('the device flow'));
  router.on('GET', '/oauth2/device/verify', refuse('the device flow'));
  router.on('POST', '/credentials', refuse('verifiable credentials'));
}
