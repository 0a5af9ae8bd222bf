import { COMPANIES, asciiWord, person } from '../seed/names.ts';
import { randomFor, type Random } from '../seed/random.ts';
import { isObject, type JsonObject } from '../json/values.ts';
import type { ConsoleState, Member, Project, Workspace } from './model.ts';
import { seedKeys, seedOrganizations, seedStreams } from './seed-parts.ts';

/** Configuration of the first project, where files were given. */
export interface SeedConfigs {
  readonly identity: unknown;
  readonly oauth2: unknown;
}

const CREATED = '2024-02-19T09:30:00Z';
const WORDS = ['amber', 'brave', 'calm', 'eager', 'gentle', 'lucid', 'quiet', 'rapid', 'sunny', 'vivid'];
const THINGS = [
  'badger',
  'cedar',
  'falcon',
  'harbor',
  'lagoon',
  'maple',
  'otter',
  'pebble',
  'ridge',
  'willow',
];
/** Settings that Ory Network does not keep: it runs the servers itself. */
const NOT_KEPT = ['dsn', 'serve', 'secrets', 'log', 'tracing', 'dev', 'courier', 'version'];

/** One workspace with the sandbox's own project and two more, and one without projects. */
export function seedConsole(seed: number, configs: SeedConfigs): ConsoleState {
  const random = randomFor(seed, 'console');
  const workspace: Workspace = {
    id: random.uuid(),
    name: `${random.pick(COMPANIES)} Labs`,
    created_at: CREATED,
    updated_at: CREATED,
    keys: seedKeys(seed, 'ory_wak_', 0, ['Terraform', 'Backups']),
  };
  const other: Workspace = {
    ...workspace,
    id: randomFor(seed, 'workspace', 1).uuid(),
    name: `${randomFor(seed, 'workspace-name', 1).pick(COMPANIES)} Trials`,
    keys: [],
  };
  const company = random.pick(COMPANIES);
  const names = [
    ['Sandbox', 'dev'],
    [`${company} Staging`, 'stage'],
    [`${company} Production`, 'prod'],
  ] as const;
  const projects = names.map(([name, environment], index) => ({
    ...project(
      randomFor(seed, 'project', index),
      name,
      environment,
      workspace.id,
      index === 0 ? configs : undefined,
    ),
    organizations: seedOrganizations(seed, index),
    eventStreams: seedStreams(seed, index),
    keys: seedKeys(seed, 'ory_pat_', index, ['CI', 'Support desk']),
  }));
  return { workspaces: [workspace, other], projects, revoked: [] };
}

/** A slug as Ory Network makes them: two words and some random letters. */
export const newSlug = (random: Random): string =>
  `${random.pick(WORDS)}-${random.pick(THINGS)}-${random.word(10)}`;

/** The configuration that a new project begins with. */
export function defaultServices(configs?: SeedConfigs): Project['services'] {
  const kept = (config: unknown, otherwise: JsonObject): JsonObject =>
    isObject(config)
      ? Object.fromEntries(Object.entries(config).filter(([name]) => !NOT_KEPT.includes(name)))
      : otherwise;
  return {
    identity: {
      config: kept(configs?.identity, {
        identity: { default_schema_id: 'default', schemas: [{ id: 'default', url: 'preset://email' }] },
        selfservice: {
          default_browser_return_url: '/ui/welcome',
          methods: { password: { enabled: true }, code: { enabled: true }, totp: { enabled: false } },
          flows: { recovery: { enabled: true }, verification: { enabled: true } },
        },
        session: { lifespan: '72h0m0s', cookie: { same_site: 'Lax' } },
      }),
    },
    oauth2: {
      config: kept(configs?.oauth2, {
        strategies: { access_token: 'opaque', scope: 'wildcard' },
        ttl: { access_token: '1h0m0s', id_token: '1h0m0s', refresh_token: '720h0m0s' },
        oidc: { dynamic_client_registration: { enabled: false } },
      }),
    },
    permission: { config: { limit: { max_read_depth: 3 }, namespaces: [{ id: 0, name: 'documents' }] } },
  };
}

function project(
  random: Random,
  name: string,
  environment: string,
  workspace_id: string,
  configs: SeedConfigs | undefined,
): Project {
  return {
    id: random.uuid(),
    revision_id: random.uuid(),
    name,
    slug: newSlug(random),
    state: 'running',
    environment,
    home_region: random.pick(['eu-central', 'us-east', 'asia-northeast']),
    workspace_id,
    services: defaultServices(configs),
    cors_public: { enabled: true, origins: ['https://app.example.com'] },
    cors_admin: { enabled: false, origins: [] },
    organizations: [],
    created_at: CREATED,
    updated_at: CREATED,
    members: ['owner', 'developer', 'developer', 'viewer'].map((role): Member => {
      const { first, last } = person(random);
      return {
        id: random.uuid(),
        email: `${asciiWord(first)}.${asciiWord(last)}@work.example`,
        name: `${first} ${last}`,
        email_verified: role !== 'viewer',
        role,
      };
    }),
    keys: [],
  };
}
