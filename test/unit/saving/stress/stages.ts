import assert from 'node:assert/strict';
import { clientKind } from '../../../../src/kinds/client/client.ts';
import { identityKind } from '../../../../src/kinds/identity/identity.ts';
import { keySetKind } from '../../../../src/kinds/key-set/key-set.ts';
import { configurationKind } from '../../../../src/kinds/project/configuration.ts';
import { projectKind } from '../../../../src/kinds/project/project.ts';
import type { Stage } from './round.ts';

// One stage for every kind that is saved: those with a JSON Patch, one that is replaced by PUT, and those whose writes
// the server guards by a revision.

type Made = Readonly<Record<string, string>>;

async function send(method: string, url: string, body: unknown, authorization?: string): Promise<Made> {
  const answer = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization ? { authorization } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, text);
  return JSON.parse(text) as Made;
}

const parts = { a: 'a', b: 'b', c: 'c' };
const unique = (seed: number) => `stress-${seed}-${Date.now().toString(36)}`;

export const identityStage = (url: string): Stage => ({
  kind: identityKind,
  url,
  path: (id) => `/admin/identities/${id}`,
  parts: [
    '/metadata_public/a',
    '/metadata_public/b',
    '/metadata_public/c',
    '/metadata_admin/a',
    '/metadata_admin/b',
  ],
  create: async (seed) =>
    (
      await send('POST', `${url}/admin/identities`, {
        schema_id: 'default',
        traits: { email: `${unique(seed)}@example.com` },
        metadata_public: parts,
        metadata_admin: parts,
        external_id: unique(seed),
      })
    ).id!,
});

export const clientStage = (url: string): Stage => ({
  kind: clientKind,
  url,
  path: (id) => `/admin/clients/${id}`,
  parts: ['/client_name', '/owner', '/metadata/a', '/metadata/b', '/redirect_uris'],
  create: async () =>
    (
      await send('POST', `${url}/admin/clients`, {
        client_name: 'Stress',
        owner: 'nobody',
        redirect_uris: ['https://first.example'],
        metadata: parts,
      })
    ).client_id!,
});

/** There is no PATCH: two at once are written over as a whole, which nobody can see. */
export const keySetStage = (url: string): Stage => ({
  kind: keySetKind,
  url,
  path: (id) => `/admin/keys/${id}`,
  parts: ['/keys/[a]/use', '/keys/[a]/x', '/keys/[b]/use', '/keys/[b]/x'],
  script: false,
  create: async (seed) => {
    const set = unique(seed);
    const key = (kid: string) => ({ kid, kty: 'oct', k: 'c2VjcmV0', alg: 'HS256', use: 'sig' });
    await send('PUT', `${url}/admin/keys/${set}`, { keys: [key('a'), key('b')] });
    return set;
  },
});

const authorization = 'Bearer ory_wak_stress';
const CONFIG = '/services/identity/config';
const configured = ['/session/cookie/domain', '/session/lifespan', '/selfservice/allowed_return_urls'];

async function project(url: string): Promise<string> {
  const [first] = (await send('GET', `${url}/projects`, undefined, authorization)) as unknown as Made[];
  const id = first!.id!;
  await send(
    'PATCH',
    `${url}/projects/${id}`,
    [
      { op: 'replace', path: '/name', value: 'Stress' },
      { op: 'add', path: `${CONFIG}/session`, value: { cookie: { domain: 'a' }, lifespan: 'a' } },
      { op: 'add', path: `${CONFIG}/selfservice/allowed_return_urls`, value: ['https://first.example'] },
    ],
    authorization,
  );
  return id;
}

export const projectStage = (url: string): Stage => ({
  kind: projectKind,
  url,
  path: (id) => `/projects/${id}`,
  parts: ['/name', ...configured.map((place) => CONFIG + place)],
  authorization,
  create: () => project(url),
});

export const configurationStage = (url: string): Stage => ({
  kind: configurationKind,
  url,
  path: (id) => `/projects/${id.slice(0, id.indexOf('/'))}`,
  within: CONFIG,
  parts: configured,
  authorization,
  create: async () => `${await project(url)}/identity`,
});
