import type { Router } from '../../http/router.ts';
import { showStored } from '../clients/show.ts';
import type { HydraContext } from '../context.ts';
import { noContent, ok } from '../http/answers.ts';
import { notFound } from '../http/errors.ts';
import { roundToSecond } from '../time.ts';
import { withQuery } from '../http/paths.ts';
import type { Logout } from './logout.ts';

const PATH = '/admin/oauth2/auth/requests/logout';

/** What the logout app does: read a request, accept or refuse it. */
export function logoutRequestRoutes(router: Router, context: HydraContext): void {
  const { config, seal, state } = context;
  router
    .on('GET', PATH, ({ query }) => {
      const logout = challenged(context, query);
      const client = state.clients.get(logout.clientId);
      return ok({
        challenge: query.get('logout_challenge') ?? query.get('challenge'),
        subject: logout.subject,
        sid: logout.sid,
        request_url: logout.requestUrl,
        rp_initiated: logout.startedByClient,
        expires_at: moment(logout.expiresAt),
        requested_at: moment(logout.requestedAt),
        client: client === undefined ? null : showStored(client.data),
      });
    })
    .on('PUT', `${PATH}/accept`, ({ query }) => {
      const verifier = seal.close('logout_verifier', challenged(context, query));
      return ok({
        redirect_to: withQuery(`${config.issuer()}/oauth2/sessions/logout`, { logout_verifier: verifier }),
      });
    })
    .on('PUT', `${PATH}/reject`, ({ query }) => {
      challenged(context, query);
      return noContent();
    });
}

const moment = (seconds: number): string => roundToSecond(new Date(seconds * 1000));

function challenged({ seal, stamps }: HydraContext, query: URLSearchParams): Logout {
  const logout = seal.open('logout', query.get('logout_challenge') ?? query.get('challenge') ?? '') as
    Logout | undefined;
  if (logout === undefined || logout.expiresAt < stamps.seconds())
    throw notFound('This challenge is not known.');
  return logout;
}
