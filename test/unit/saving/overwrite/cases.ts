import assert from 'node:assert/strict';
import { clientKind } from '../../../../src/kinds/client/client.ts';
import { identityKind } from '../../../../src/kinds/identity/identity.ts';
import { keySetKind } from '../../../../src/kinds/key-set/key-set.ts';
import type { Kind } from '../../../../src/kinds/kind.ts';
import { eventStreamKind } from '../../../../src/kinds/event-stream/event-stream.ts';
import { organizationKind } from '../../../../src/kinds/organization/organization.ts';
import { partId } from '../../../../src/kinds/part-id.ts';
import { workspaceKind } from '../../../../src/kinds/workspace/workspace.ts';
import { configurationKind } from '../../../../src/kinds/project/configuration.ts';
import { projectKind } from '../../../../src/kinds/project/project.ts';

type Service = 'kratos-admin' | 'hydra-admin' | 'console';
export type Values = Readonly<Record<string, unknown>>;

/** Both sides change one resource, in one place the same. */
export interface Case {
  readonly kind: Kind;
  readonly service: Service;
  /** Makes one, and gives its id. */
  readonly create: (base: string) => Promise<string>;
  /** What is there before, where creation does not set it. */
  readonly before?: Values;
  readonly mine: Values;
  readonly theirs: Values;
  /** Where the two collide, as the words for people name it. */
  readonly collide: RegExp;
  /** What the server has in the end. */
  readonly after: Values;
}

const post = async (url: string, body: unknown): Promise<Record<string, string>> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: WORKSPACE_KEY,
    },
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok, await answer.clone().text());
  return (await answer.json()) as Record<string, string>;
};

export const WORKSPACE_KEY = 'Bearer ory_wak_overwrite';
let count = 0;

async function firstProject(base: string): Promise<string> {
  const answer = await fetch(`${base}/projects`, { headers: { authorization: WORKSPACE_KEY } });
  const [project] = (await answer.json()) as { id: string }[];
  assert.ok(project);
  return project.id;
}

const PROVIDERS = '/selfservice/methods/oidc/config/providers';
const config = `/services/identity/config`;
const provider = (id: string, label: string) => ({
  id,
  provider: 'generic',
  label,
  client_id: id,
  issuer_url: 'https://example.com',
  mapper_url: 'https://example.com/m.jsonnet',
});

const configurationCase = (at: string): Pick<Case, 'before' | 'mine' | 'theirs' | 'after'> => ({
  before: {
    [`${at}${PROVIDERS}`]: [provider('one', 'One'), provider('two', 'Two')],
    [`${at}/session/lifespan`]: '24h',
    [`${at}/selfservice/flows/login/lifespan`]: '1h',
  },
  mine: {
    [`${at}/session/lifespan`]: '1h',
    [`${at}${PROVIDERS}`]: [provider('one', 'Mine'), provider('two', 'Two')],
  },
  theirs: {
    [`${at}/session/lifespan`]: '2h',
    [`${at}/selfservice/flows/login/lifespan`]: '5m',
    [`${at}${PROVIDERS}`]: [provider('one', 'One'), provider('two', 'Theirs'), provider('three', 'Three')],
  },
  after: {
    [`${at}/session/lifespan`]: '1h',
    [`${at}/selfservice/flows/login/lifespan`]: '5m',
    [`${at}${PROVIDERS}/0/label`]: 'Mine',
    [`${at}${PROVIDERS}/1/label`]: 'Theirs',
    [`${at}${PROVIDERS}/2/label`]: 'Three',
  },
});

/** One for every kind that is saved. */
export const cases: Readonly<Record<string, Case>> = {
  'an identity': {
    kind: identityKind,
    service: 'kratos-admin',
    create: async (base) =>
      (
        await post(`${base}/admin/identities`, {
          schema_id: 'default',
          traits: {
            email: `overwrite-${Date.now().toString(36)}-${count++}@example.com`,
            name: { first: 'Ada', last: 'L' },
          },
        })
      ).id!,
    mine: { '/traits/name/first': 'Mine', '/metadata_public': { by: 'me' } },
    theirs: {
      '/traits/name/first': 'Theirs',
      '/traits/name/last': 'Hopper',
      '/metadata_admin': { plan: 'gold' },
    },
    collide: /traits\.name\.first/,
    after: {
      '/traits/name/first': 'Mine',
      '/traits/name/last': 'Hopper',
      '/metadata_admin': { plan: 'gold' },
      '/metadata_public': { by: 'me' },
    },
  },
  'an OAuth 2.0 client': {
    kind: clientKind,
    service: 'hydra-admin',
    create: async (base) =>
      (
        await post(`${base}/admin/clients`, {
          client_name: 'Before',
          redirect_uris: ['https://a.example', 'https://b.example'],
          metadata: { a: 1, b: 1 },
        })
      ).client_id!,
    mine: {
      '/client_name': 'Mine',
      '/redirect_uris': ['https://mine.example', 'https://b.example'],
      '/metadata': { b: 1, mine: 1 },
    },
    theirs: {
      '/client_name': 'Theirs',
      '/redirect_uris': ['https://theirs.example', 'https://b.example', 'https://c.example'],
      '/owner': 'theirs',
      '/metadata': { a: 1, b: 2 },
    },
    collide: /client_name and redirect_uris/,
    after: {
      '/client_name': 'Mine',
      '/owner': 'theirs',
      // The first was replaced by both, the third is an addition of theirs.
      '/redirect_uris': ['https://mine.example', 'https://b.example', 'https://c.example'],
      '/metadata': { b: 2, mine: 1 },
    },
  },
  'an organization': {
    kind: organizationKind,
    service: 'console',
    create: async (base) => {
      const project = await firstProject(base);
      const made = await post(`${base}/projects/${project}/organizations`, {
        label: 'Before',
        domains: [`overwrite-${count++}.example`],
      });
      return partId(project, made.id!);
    },
    mine: { '/label': 'Mine' },
    theirs: { '/label': 'Theirs', '/session_lifespan': '24h' },
    collide: /label/,
    after: { '/label': 'Mine', '/session_lifespan': '24h' },
  },
  'an event stream': {
    kind: eventStreamKind,
    service: 'console',
    create: async (base) => {
      const project = await firstProject(base);
      const made = await post(`${base}/projects/${project}/eventstreams`, {
        type: 'https',
        https_endpoint: 'https://before.example',
      });
      return partId(project, made.id!);
    },
    mine: { '/https_endpoint': 'https://mine.example' },
    theirs: { '/https_endpoint': 'https://theirs.example', '/status': 'paused' },
    collide: /https_endpoint/,
    after: { '/https_endpoint': 'https://mine.example', '/status': 'paused' },
  },
  'a workspace': {
    kind: workspaceKind,
    service: 'console',
    create: async (base) => (await post(`${base}/workspaces`, { name: 'Before' })).id!,
    mine: { '/name': 'Mine' },
    theirs: { '/name': 'Theirs' },
    collide: /name/,
    after: { '/name': 'Mine' },
  },
  'a key set': {
    kind: keySetKind,
    service: 'hydra-admin',
    create: async (base) => {
      const set = `overwrite-${Date.now().toString(36)}-${count++}`;
      const key = (kid: string) => ({ kid, kty: 'oct', k: 'c2VjcmV0', alg: 'HS256', use: 'sig' });
      await fetch(`${base}/admin/keys/${set}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ keys: [key('a'), key('b')] }),
      });
      return set;
    },
    mine: { '/keys/[a]/use': 'enc' },
    theirs: { '/keys/[a]/use': 'both', '/keys/[b]/alg': 'HS512' },
    collide: /keys\.\d\.use/,
    after: {
      '/keys/[a]/use': 'enc',
      '/keys/[b]/alg': 'HS512',
      '/keys/[a]/k': 'c2VjcmV0',
      '/keys/[b]/k': 'c2VjcmV0',
    },
  },
  'a project': {
    kind: projectKind,
    service: 'console',
    create: firstProject,
    ...configurationCase(config),
    collide: /services\.identity\.config\.session\.lifespan/,
  },
  'a service’s configuration': {
    kind: configurationKind,
    service: 'console',
    create: async (base) => `${await firstProject(base)}/identity`,
    ...configurationCase(''),
    collide: /session\.lifespan/,
  },
};
