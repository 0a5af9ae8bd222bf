import type { KindId } from '../kinds/kind.ts';

/** The scheme of schemas that we serve. */
export const SCHEMA_SCHEME = 'ory-schema';

/** Stands for no connection in particular; ids of connections hold no such sign. */
export const ANY = '_';

/** Files in a workspace that we know. */
export type FileKind = ServerKind | 'identity-schema';

/** Servers with a configuration. */
export type ServerKind = 'kratos' | 'hydra' | 'keto';

/** Which schema is meant. */
export type SchemaRef =
  | { readonly of: 'document'; readonly connection: string; readonly kind: KindId; readonly isNew: boolean }
  /** One identity schema of the server, made fit for editors. */
  | { readonly of: 'traits'; readonly connection: string; readonly id: string }
  /** The body of an operation. */
  | { readonly of: 'operation'; readonly connection: string; readonly operation: string }
  /** @property ifOurs follows it only where its content shows that it is such a file */
  | { readonly of: 'file'; readonly file: FileKind; readonly ifOurs?: boolean }
  /** The configuration of one service of a project of Ory Network. */
  | { readonly of: 'configuration'; readonly server: ServerKind }
  | { readonly of: 'patch' };

/**
 * The address of a schema: `ory-schema://<connection>/<what>.json`. It survives being decoded any number of times, as
 * editors do with it.
 */
export function schemaAddress(ref: SchemaRef): string {
  switch (ref.of) {
    case 'document':
      return address(ref.connection, ref.isNew ? `documents/${ref.kind}/new` : `documents/${ref.kind}`);
    case 'traits':
      return address(ref.connection, `identity-schemas/${segmentOf(ref.id)}`);
    case 'operation':
      return address(ref.connection, `operations/${ref.operation}`);
    case 'file':
      return address(ANY, ref.ifOurs ? `files/${ref.file}/if-ours` : `files/${ref.file}`);
    case 'configuration':
      return address(ANY, `configurations/${ref.server}`);
    case 'patch':
      return address(ANY, 'json-patch');
  }
}

/** Whether a schema depends on the identity schemas of its connection. */
export const needsLive = (ref: SchemaRef): boolean =>
  ref.of === 'traits' ||
  (ref.of === 'document' && ref.kind === 'identities') ||
  (ref.of === 'operation' && /identit/i.test(ref.operation));

/** What an address stands for; undefined where it is none of ours. */
export function parseSchemaAddress(authority: string, path: string): SchemaRef | undefined {
  const [, what, name, more] = /^\/([\w-]+)(?:\/([^/]+))?(?:\/([^/]+))?\.json$/.exec(path) ?? [];
  if (what === 'json-patch' && name === undefined) return { of: 'patch' };
  if (!name) return undefined;
  switch (what) {
    case 'documents':
      return { of: 'document', connection: authority, kind: name as KindId, isNew: more === 'new' };
    case 'identity-schemas': {
      const id = idOf(name);
      return id === undefined ? undefined : { of: 'traits', connection: authority, id };
    }
    case 'operations':
      return { of: 'operation', connection: authority, operation: name };
    case 'files':
      return { of: 'file', file: name as FileKind, ifOurs: more === 'if-ours' };
    case 'configurations':
      return { of: 'configuration', server: name as ServerKind };
    default:
      return undefined;
  }
}

const address = (connection: string, path: string): string => `${SCHEMA_SCHEME}://${connection}/${path}.json`;

/** An id as one segment of letters and digits, whatever it holds: editors decode `%` and normalise dots away. */
const segmentOf = (id: string): string =>
  /^[\w-]+$/.test(id) ? `id-${id}` : `b64-${Buffer.from(id).toString('base64url')}`;

function idOf(segment: string): string | undefined {
  if (segment.startsWith('id-')) return segment.slice(3);
  return segment.startsWith('b64-') ? Buffer.from(segment.slice(4), 'base64url').toString() : undefined;
}
