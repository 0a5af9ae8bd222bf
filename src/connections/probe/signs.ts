import * as l10n from '@vscode/l10n';
import type { Service } from '../../ory/operations/operation.ts';
import type { Heard } from './ask.ts';

/** The paths by which servers are told apart. */
export const PATHS = {
  alive: '/health/alive',
  identities: '/admin/identities?page_size=1',
  whoami: '/sessions/whoami',
  schemas: '/schemas?page_size=1',
  clients: '/admin/clients?page_size=1',
  userinfo: '/userinfo',
  tuples: '/relation-tuples?page_size=1',
  writtenTuples: '/admin/relation-tuples',
  opl: '/opl/syntax/check',
  apiKeys: '/v2alpha1/admin/issuedApiKeys?page_size=1',
  derivedKeys: '/v2alpha1/derivedKeys/jwks.json',
  projects: '/projects',
  oldClients: '/clients?limit=1',
  oldIdentities: '/identities?per_page=1',
} as const;
export type PathName = keyof typeof PATHS;
export type Answers = Readonly<Partial<Record<PathName, Heard | undefined>>>;

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** Kratos, Keto, Talos and the console nest their errors. */
const nestedError = (heard: Heard | undefined): Fields | undefined => fieldsOf(fieldsOf(heard?.json)?.error);

const isList = (heard: Heard | undefined): boolean => heard?.status === 200 && Array.isArray(heard.json);

const refuses = (heard: Heard | undefined): boolean => heard?.status === 401 || heard?.status === 403;

/** One sign for each service, in what it answers; versions play no part. */
const signs: Record<Service, (answers: Answers) => boolean> = {
  'kratos-admin': ({ identities }) => isList(identities),
  // Administrators' requests are sent on to the admin port; who asks for oneself without a session is refused (the
  // console refuses everybody everywhere).
  'kratos-public': ({ alive, identities, whoami, schemas, projects }) =>
    (leadsToAdmin(identities) && alive?.leadsTo === undefined) ||
    (whoami?.status === 401 && nestedError(whoami)?.code === 401 && !refuses(projects)) ||
    (isList(schemas) &&
      fieldsOf((schemas?.json as unknown[])[0])?.schema !== undefined &&
      schemas?.leadsTo === undefined),
  'hydra-admin': ({ clients }) => isList(clients),
  'hydra-public': ({ userinfo }) =>
    userinfo?.status === 401 && typeof fieldsOf(userinfo.json)?.error === 'string',
  'keto-read': ({ tuples }) =>
    Array.isArray(fieldsOf(tuples?.json)?.relation_tuples) ||
    (tuples?.status === 400 && nestedError(tuples) !== undefined),
  'keto-write': ({ writtenTuples }) => writtenTuples?.status === 405,
  'keto-opl': ({ opl }) => opl?.status === 405,
  talos: ({ apiKeys, derivedKeys }) =>
    apiKeys?.status === 200 &&
    (Array.isArray(fieldsOf(apiKeys.json)?.issued_api_keys) ||
      // A list without keys may be left out of its answer.
      Array.isArray(fieldsOf(fieldsOf(derivedKeys?.json)?.jwks)?.keys)),
  console: ({ projects }) => (refuses(projects) && nestedError(projects) !== undefined) || isList(projects),
};

/** A login page may be told in its query where one came from: only the path counts. */
const leadsToAdmin = (heard: Heard | undefined): boolean =>
  heard?.leadsTo !== undefined && new URL(heard.leadsTo).pathname.endsWith('/admin/identities');

/** Every service that answers there; a gateway may stand for several. */
export function servicesIn(answers: Answers): Service[] {
  // What refuses everybody everywhere may be any web server. The console does, too, and says so as servers of Ory do.
  if (refusesEverything(answers))
    return typeof nestedError(answers.projects)?.code === 'number' ? ['console'] : [];
  return (Object.keys(signs) as Service[]).filter((service) => signs[service](answers));
}

/** A server from before the `/admin` prefix: Hydra 1.x, Kratos 0.8 and older. */
export function tooOldIn({ clients, identities, oldClients, oldIdentities }: Answers): string | undefined {
  if (clients?.status === 404 && isList(oldClients)) return 'Hydra 1.x';
  if (identities?.status === 404 && isList(oldIdentities)) return l10n.t('Kratos 0.8 or older');
  return undefined;
}

function refusesEverything(answers: Answers): boolean {
  const heard = Object.entries<Heard | undefined>(answers).flatMap(([name, one]) =>
    one && name !== 'alive' ? [one] : [],
  );
  return heard.length > 0 && heard.every(refuses);
}

/** Whether the console's API may be what refuses: it opens to workspace keys only. */
export const refusesAsConsole = ({ projects }: Answers): boolean =>
  refuses(projects) && nestedError(projects) !== undefined;

/** How a server refuses administrators, as gateways do. */
export interface Refusal {
  readonly status: number;
  /** The schemes that it asks for, in lower case: `basic`, `bearer`. */
  readonly schemes: readonly string[];
}

/** How administrators' paths are refused; undefined where they aren't. */
export function refusalIn({ identities, clients, tuples }: Answers): Refusal | undefined {
  const refused = [identities, clients, tuples].flatMap((heard) => (heard && refuses(heard) ? [heard] : []));
  const [first] = refused;
  if (!first) return undefined;
  const challenges = refused.flatMap(({ challenge }) => challenge?.split(',') ?? []);
  const schemes = challenges.flatMap((text) => {
    const [word = ''] = text.trim().split(/\s/, 1);
    return /^[a-z][\w-]*$/i.test(word) ? [word.toLowerCase()] : [];
  });
  return { status: first.status, schemes: [...new Set(schemes)] };
}

/** Where a gateway sends everybody, to log in there: an address of another origin; undefined where it doesn't. */
export function gatewayIn({ alive, identities, clients, tuples }: Answers): string | undefined {
  const asked = [identities, clients, tuples];
  const everybody = asked.every((heard) => heard?.leadsTo !== undefined);
  return everybody ? identities?.leadsTo : alive?.leadsTo;
}
