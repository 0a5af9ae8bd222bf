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
  projects: '/projects',
  oldClients: '/clients?limit=1',
  oldIdentities: '/identities?per_page=1',
} as const;
export type PathName = keyof typeof PATHS;
export type Answers = Readonly<Partial<Record<PathName, Heard | undefined>>>;

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** Kratos, Keto and the console nest their errors. */
const nestedError = (heard: Heard | undefined): Fields | undefined => fieldsOf(fieldsOf(heard?.json)?.error);

const isList = (heard: Heard | undefined): boolean => heard?.status === 200 && Array.isArray(heard.json);

const refuses = (heard: Heard | undefined): boolean => heard?.status === 401 || heard?.status === 403;

/** One sign for each service, in what it answers; versions play no part. */
const signs: Record<Service, (answers: Answers) => boolean> = {
  'kratos-admin': ({ identities }) => isList(identities),
  // Administrators' requests are sent on to the admin port; who asks for oneself without a session is refused (the
  // console refuses everybody everywhere).
  'kratos-public': ({ identities, whoami, schemas, projects }) =>
    identities?.leadsTo?.includes('/admin/identities') === true ||
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
  console: ({ projects }) => (refuses(projects) && nestedError(projects) !== undefined) || isList(projects),
};

/** Every service that answers there; a gateway may stand for several. */
export function servicesIn(answers: Answers): Service[] {
  return (Object.keys(signs) as Service[]).filter((service) => signs[service](answers));
}

/** A server from before the `/admin` prefix: Hydra 1.x, Kratos 0.8 and older. */
export function tooOldIn({ clients, identities, oldClients, oldIdentities }: Answers): string | undefined {
  if (clients?.status === 404 && isList(oldClients)) return 'Hydra 1.x';
  if (identities?.status === 404 && isList(oldIdentities)) return 'Kratos 0.8 or older';
  return undefined;
}

/** Whether administrators' paths ask for a credential, as they do behind a gateway. */
export const asksForCredential = ({ identities, clients, tuples }: Answers): boolean =>
  refuses(identities) || refuses(clients) || refuses(tuples);
