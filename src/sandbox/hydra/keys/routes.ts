import type { Router } from '../../http/router.ts';
import type { HydraContext } from '../context.ts';
import { noContent, ok } from '../http/answers.ts';
import { member, readObject } from '../http/body.ts';
import { malformed, noSuchResource, notFound } from '../http/errors.ts';
import { doublyEscaped } from '../http/paths.ts';
import { decodeKey, decodeKeySet } from './decode.ts';
import { generateKey } from './generate.ts';
import { publicPart } from './jwk.ts';
import { ACCESS_TOKEN_SET, ID_TOKEN_SET } from './store.ts';

const text = (body: Record<string, unknown>, name: string): string => {
  const value = member(body, name) ?? '';
  if (typeof value !== 'string') throw malformed(`Field ${name} must be a text.`);
  return value;
};

/** createJsonWebKeySet, getJsonWebKeySet, setJsonWebKeySet, deleteJsonWebKeySet, and the same for one key. */
export function adminKeyRoutes(router: Router, { state: { keys }, config }: HydraContext): void {
  const template = '/admin/keys/{set}';
  router
    .on('GET', template, ({ params: { set = '' } }) => {
      if (keys.list(set).length === 0) throw notFound();
      return ok({ keys: keys.list(set) });
    })
    .on('POST', template, async (request) => {
      const { set = '' } = request.params;
      const body = readObject(request);
      const key = await generateKey({
        alg: text(body, 'alg'),
        use: text(body, 'use'),
        kid: text(body, 'kid'),
      });
      keys.add(set, key);
      return ok({ keys: [key] }, 201, { location: `${config.issuer()}/keys/${doublyEscaped(set)}` });
    })
    .on('PUT', template, (request) => {
      const { keys: sent } = decodeKeySet(readObject(request));
      keys.replaceSet(request.params.set ?? '', sent ?? []);
      return ok({ keys: sent ?? null });
    })
    .on('DELETE', template, ({ params: { set = '' } }) => {
      keys.removeSet(set);
      return noContent();
    })
    .on('GET', `${template}/{kid}`, ({ params: { set = '', kid = '' } }) => {
      const key = keys.get(set, kid);
      if (key === undefined) throw noSuchResource();
      return ok({ keys: [key] });
    })
    .on('PUT', `${template}/{kid}`, (request) => {
      // The id inside the key counts; the one in the path does not.
      const key = decodeKey(readObject(request));
      keys.replaceKey(request.params.set ?? '', key);
      return ok(key);
    })
    .on('DELETE', `${template}/{kid}`, ({ params: { set = '', kid = '' } }) => {
      keys.remove(set, kid);
      return noContent();
    });
}

/** discoverJsonWebKeys: reading it makes both built-in sets. */
export function publicKeyRoutes(router: Router, { state: { keys } }: HydraContext): void {
  router.on('GET', '/.well-known/jwks.json', async () => {
    const sets = [ID_TOKEN_SET, ACCESS_TOKEN_SET];
    await Promise.all(sets.map((set) => keys.signingKey(set)));
    return ok({ keys: sets.flatMap((set) => keys.list(set)).map(publicPart) });
  });
}
