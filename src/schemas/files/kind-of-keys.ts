import type { FileKind } from '../addresses.ts';

/** A server whose configuration a file may be. */
export type Server = Exclude<FileKind, 'identity-schema'>;

const COMMON = ['dsn', 'log', 'serve', 'tracing', 'profiling', 'version', 'sqa-opt-out', 'dev'];

/** Members at the top of a server's configuration: what it shares with the others, and what tells it from them. */
const KEYS: Readonly<Record<Server, readonly string[]>> = {
  kratos: [
    'selfservice',
    'identity',
    'courier',
    'secrets',
    'hashers',
    'ciphers',
    'session',
    'cookies',
    'oauth2_provider',
    'clients',
    'database',
    'organizations',
    'enterprise',
    'feature_flags',
    'security',
    'expose-metrics-port',
    'config',
    'help',
    'watch-courier',
    'preview',
    'revision',
  ],
  hydra: [
    'urls',
    'strategies',
    'oidc',
    'oauth2',
    'ttl',
    'secrets',
    'webfinger',
    'hsm',
    'clients',
    'cookies',
    'db',
    'cgroups',
    'fail_on_deprecated',
    'feature_flags',
  ],
  keto: ['namespaces', 'limit', 'feature_flags'],
};

/** Of each, members that must all be there where nothing else says whose configuration it is. */
const TELLING: readonly (readonly [Server, readonly string[]])[] = [
  ['kratos', ['selfservice']],
  ['kratos', ['identity', 'dsn']],
  ['kratos', ['identity', 'courier']],
  ['hydra', ['urls', 'dsn']],
  ['hydra', ['urls', 'serve']],
  ['hydra', ['urls', 'secrets']],
  ['hydra', ['strategies', 'secrets']],
  ['hydra', ['oidc', 'ttl']],
  ['keto', ['namespaces', 'dsn']],
];

/** What other files have at their top: manifests of Kubernetes, compose files, workflows, descriptions of APIs. */
const FOREIGN = ['apiVersion', 'kind', 'services', 'jobs', 'openapi', 'swagger', 'stages', 'resources'];

/** Names that stand at the top of files of all kinds: they tell nothing. */
const GENERIC: ReadonlySet<string> = new Set([
  'version',
  'log',
  'dev',
  'profiling',
  'tracing',
  'config',
  'help',
  'clients',
  'security',
  'database',
  'db',
  'limit',
  'preview',
  'revision',
]);

export const SERVERS = Object.keys(KEYS) as readonly Server[];

/**
 * Whose configuration has these members at its top.
 * @param named the server that a name says it is of
 */
export function kindOfKeys(keys: readonly string[], named: Server | undefined): Server | undefined {
  if (keys.some((key) => FOREIGN.includes(key))) return undefined;
  const has = new Set(keys);
  const known = (server: Server) => keys.filter((key) => isKey(server, key)).length;
  const mostly = (server: Server) => known(server) * 2 >= keys.length;
  const tells = (server: Server) => keys.some((key) => isKey(server, key) && !GENERIC.has(key));
  if (named && tells(named) && mostly(named)) return named;
  const told = TELLING.find(([server, all]) => all.every((key) => has.has(key)) && mostly(server));
  return told?.[0];
}

/** Whether any of the names may stand at the top of a server's configuration. */
export const isKey = (server: Server, key: string): boolean =>
  COMMON.includes(key) || KEYS[server].includes(key);

/** Names that may stand at the top of a server's configuration. */
export const keysOf = (server: Server): readonly string[] => [...COMMON, ...KEYS[server]];
