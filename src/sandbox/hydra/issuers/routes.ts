import { randomUUID } from 'node:crypto';
import type { Router } from '../../http/router.ts';
import type { HydraContext } from '../context.ts';
import { noContent, ok } from '../http/answers.ts';
import { conflict, malformed, noSuchResource } from '../http/errors.ts';
import { cutPage, readPage } from '../http/paging.ts';
import { kidOf } from '../keys/jwk.ts';
import { decodeIssuer } from './decode.ts';
import type { TrustedIssuer } from './store.ts';

const PATH = '/trust/grants/jwt-bearer/issuers';
const COLLECTION = `/admin${PATH}`;
const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** trustOAuth2JwtGrantIssuer and its neighbours. There is no way to change an issuer but to delete it. */
export function issuerRoutes(router: Router, context: HydraContext): void {
  const { state, seal } = context;
  router
    .on('POST', COLLECTION, (request) => {
      const issuer = trust(context, request.body.toString('utf8'));
      return ok(issuer, 201, { location: `${PATH}/${issuer.id}` });
    })
    .on('GET', COLLECTION, ({ query }) => {
      const page = readPage(query, seal);
      const wanted = query.get('issuer') ?? '';
      const { after } = page;
      const found = state.issuers.filter(
        ({ id, issuer }) => (wanted === '' || issuer === wanted) && (after === undefined || id > after),
      );
      const { items, link } = cutPage(found, ({ id }) => id, { page, query, path: COLLECTION, seal });
      return ok(items, 200, { link });
    })
    .on('GET', `${COLLECTION}/{id}`, ({ params }) => ok(issuerOrFail(context, params.id)))
    .on('DELETE', `${COLLECTION}/{id}`, ({ params }) => {
      const { id, public_key: key } = issuerOrFail(context, params.id);
      state.issuers.remove((issuer) => issuer.id === id);
      // Its key goes with it, and whoever else rests on that key.
      state.keys.remove(key.set, key.kid);
      return noContent();
    });
}

/**
 * Trusts an issuer; its key goes into the set that is named like the issuer.
 * @throws HydraError 400 when the request is no good, 409 when issuer, subject and key are trusted already.
 */
export function trust({ state, stamps }: HydraContext, body: string): TrustedIssuer {
  const { issuer, subject, anySubject, scope, expiresAt, key } = decodeIssuer(body);
  const kid = kidOf(key);
  const taken = state.issuers.filter(
    (one) => one.issuer === issuer && one.subject === subject && one.public_key.kid === kid,
  );
  if (taken.length > 0) throw conflict();
  if (state.keys.get(issuer, kid) === undefined) state.keys.add(issuer, key);
  const trusted: TrustedIssuer = {
    id: randomUUID(),
    issuer,
    subject,
    allow_any_subject: anySubject,
    scope,
    public_key: { set: issuer, kid },
    created_at: stamps.rounded(),
    expires_at: expiresAt,
  };
  state.issuers.add(trusted);
  return trusted;
}

function issuerOrFail({ state }: HydraContext, id = ''): TrustedIssuer {
  if (!UUID.test(id)) throw malformed('The id of a trusted issuer is a UUID.');
  const plain = id.toLowerCase().replaceAll('-', '');
  const [issuer] = state.issuers.filter((one) => one.id.replaceAll('-', '') === plain);
  if (issuer === undefined) throw noSuchResource();
  return issuer;
}
