import { parseConnections } from '../../connections/parse.ts';
import {
  ADDRESS_SETTINGS,
  type Connection,
  DEFAULT_CONSOLE_URL,
  type Scope,
} from '../../connections/model.ts';
import type { ConnectionEntry } from '../../editor/connection-store.ts';
import type { Service } from '../../ory/operations/operation.ts';

export type Addresses = Readonly<Partial<Record<Service, string>>>;

/** A connection in the making. */
export interface Draft {
  readonly type: Connection['type'];
  readonly name: string;
  readonly scope: Scope;
  readonly readOnly: boolean;
  readonly production: boolean;
  /** Self-hosted: which products are asked for. */
  readonly products: readonly Product[];
  readonly addresses: Addresses;
  /** Self-hosted: services that refuse administrators without a credential. */
  readonly guarded: readonly Service[];
  /** Self-hosted: the schemes that they ask for, in lower case. */
  readonly schemes: readonly string[];
  /** Self-hosted: what stood in pasted addresses, by origin, as headers: goes to the secret store only. */
  readonly authorizations: Readonly<Record<string, string>>;
  /** Self-hosted: a user name that stood in a pasted address. */
  readonly user?: string;
  /** Self-hosted: a certificate is not trusted, so that a CA file is asked for. */
  readonly untrusted: boolean;
  /** Empty: none. */
  readonly caFile: string;
  readonly proxy?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  readonly slug: string;
  readonly projectId?: string;
  readonly workspace?: string;
  readonly consoleUrl: string;
  /** API key, or what `headerOf` makes a header of: goes to the secret store only. */
  readonly key: string;
  /** Environment variable that the key was found in. */
  readonly keyFrom?: string;
}

export type Product = 'Kratos' | 'Hydra' | 'Keto' | 'Talos';

/** The services of a product in the order in which they are asked for: what the views need comes first. */
export const SERVICES_OF: Readonly<Record<Product, readonly Service[]>> = {
  Kratos: ['kratos-admin', 'kratos-public'],
  Hydra: ['hydra-admin', 'hydra-public'],
  Keto: ['keto-read', 'keto-write'],
  Talos: ['talos'],
};

export const emptyDraft = (type: Connection['type']): Draft => ({
  type,
  name: '',
  scope: 'user',
  readOnly: false,
  production: false,
  products: [],
  addresses: {},
  guarded: [],
  schemes: [],
  authorizations: {},
  untrusted: false,
  caFile: '',
  slug: '',
  consoleUrl: DEFAULT_CONSOLE_URL,
  key: '',
});

/** The draft as it will stand in the settings. The key is no part of it. */
export function entryOf(draft: Draft, id: string): ConnectionEntry {
  const common = {
    id,
    name: draft.name,
    type: draft.type,
    ...(draft.readOnly ? { readOnly: true } : {}),
    ...(draft.production ? { production: true } : {}),
    ...(draft.caFile ? { caFile: draft.caFile } : {}),
    ...(draft.certFile ? { certFile: draft.certFile } : {}),
    ...(draft.keyFile ? { keyFile: draft.keyFile } : {}),
    ...(draft.proxy ? { proxy: draft.proxy } : {}),
  };
  const console_ = draft.consoleUrl === DEFAULT_CONSOLE_URL ? {} : { consoleUrl: draft.consoleUrl };
  switch (draft.type) {
    case 'self-hosted': {
      const settings = Object.entries(ADDRESS_SETTINGS).flatMap(([setting, service]) => {
        const address = draft.addresses[service];
        return address === undefined ? [] : [[setting, address] as const];
      });
      return { ...common, ...Object.fromEntries(settings) };
    }
    case 'network':
      return {
        ...common,
        slug: draft.slug,
        ...(draft.projectId ? { projectId: draft.projectId } : {}),
        ...(draft.workspace ? { workspace: draft.workspace } : {}),
        ...console_,
      };
    case 'workspace':
      return { ...common, ...console_ };
  }
}

/**
 * The connection that an entry stands for.
 * @throws {Error} with why it stands for none
 */
export function connectionOf(entry: ConnectionEntry, scope: Scope): Connection {
  const { connections, problems } =
    scope === 'user' ? parseConnections([entry], undefined) : parseConnections(undefined, [entry]);
  const [connection] = connections;
  if (!connection) throw new Error(problems[0]?.message ?? 'The connection can’t be used.');
  return connection;
}
