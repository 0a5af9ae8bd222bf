import * as l10n from '@vscode/l10n';
import type { Service } from '../ory/operations/operation.ts';
import { AddressError, parseAddress } from './address.ts';
import { ADDRESS_SETTINGS, type Connection, DEFAULT_CONSOLE_URL, type Scope } from './model.ts';

/** An entry of the setting that can't be used, in words. */
export interface ConnectionProblem {
  readonly scope: Scope;
  /** Index in the setting's array. */
  readonly at: number;
  readonly message: string;
}

export interface ParsedConnections {
  readonly connections: readonly Connection[];
  readonly problems: readonly ConnectionProblem[];
}

/**
 * Reads the setting `ory.connections` of the user and of the workspace. A workspace can add connections; one that
 * takes an id of the user's is left out, so that a stranger's folder can't redirect a connection.
 */
export function parseConnections(user: unknown, workspace: unknown): ParsedConnections {
  const connections = new Map<string, Connection>();
  const problems: ConnectionProblem[] = [];
  for (const [scope, setting] of [
    ['user', user],
    ['workspace', workspace],
  ] as const) {
    if (setting === undefined) continue;
    if (!Array.isArray(setting)) {
      problems.push({ scope, at: 0, message: l10n.t('ory.connections must be a list.') });
      continue;
    }
    for (const [at, entry] of (setting as unknown[]).entries()) {
      try {
        const connection = parseConnection(entry, scope);
        const other = connections.get(connection.id);
        if (other)
          throw new SettingError(
            l10n.t('the id "{0}" is taken by "{1}" ({2})', connection.id, other.name, other.scope),
          );
        connections.set(connection.id, connection);
      } catch (error) {
        if (!(error instanceof SettingError || error instanceof AddressError)) throw error;
        problems.push({ scope, at, message: `ory.connections[${at}]: ${error.message}` });
      }
    }
  }
  return { connections: [...connections.values()], problems };
}

/** Whether a text is a project's slug: a part of a host's name, and nothing that leads elsewhere. */
export const isSlug = (text: string): boolean => /^[a-z0-9][a-z0-9-]*$/i.test(text);

class SettingError extends Error {}

type Fields = Record<string, unknown>;

function parseConnection(entry: unknown, scope: Scope): Connection {
  if (typeof entry !== 'object' || entry === null)
    throw new SettingError(l10n.t('a connection is an object'));
  const fields = entry as Fields;
  const id = textOf(fields, 'id');
  if (!id || !/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
    throw new SettingError(l10n.t('"id" must be of lower-case letters, digits and hyphens'));
  }
  const common = {
    id,
    name: textOf(fields, 'name') ?? id,
    scope,
    readOnly: fields.readOnly === true,
    production: fields.production === true,
    ...optional(fields, 'caFile'),
    ...optional(fields, 'certFile'),
    ...optional(fields, 'keyFile'),
    ...proxyOf(fields),
  };
  const consoleUrl = parseAddress(textOf(fields, 'consoleUrl') ?? DEFAULT_CONSOLE_URL).baseUrl;
  switch (fields.type) {
    case 'self-hosted': {
      const addresses = addressesOf(fields);
      if (Object.keys(addresses).length === 0)
        throw new SettingError(l10n.t('no address of any service is given'));
      return { ...common, type: 'self-hosted', addresses, sandbox: fields.sandbox === true };
    }
    case 'network': {
      const slug = textOf(fields, 'slug');
      if (!slug || !isSlug(slug)) throw new SettingError(l10n.t('"slug" must be the project’s slug'));
      return {
        ...common,
        type: 'network',
        slug,
        consoleUrl,
        ...optional(fields, 'projectId'),
        ...optional(fields, 'workspace'),
      };
    }
    case 'workspace':
      return { ...common, type: 'workspace', consoleUrl };
    default:
      throw new SettingError(l10n.t('"type" must be "self-hosted", "network" or "workspace"'));
  }
}

function addressesOf(fields: Fields): Partial<Record<Service, string>> {
  const addresses: Partial<Record<Service, string>> = {};
  for (const [setting, service] of Object.entries(ADDRESS_SETTINGS)) {
    const text = textOf(fields, setting);
    if (!text) continue;
    const { baseUrl, socketPath } = parseAddress(text);
    addresses[service] = socketPath ? `unix:${socketPath}` : baseUrl;
  }
  return addresses;
}

/** @throws {AddressError} where it is none, or holds a user name or password */
function proxyOf(fields: Fields): { proxy?: string } {
  const text = textOf(fields, 'proxy');
  if (text === undefined) return {};
  const { baseUrl, socketPath } = parseAddress(text);
  if (socketPath) throw new SettingError(l10n.t('"proxy" must be an http or https address'));
  return { proxy: new URL(baseUrl).origin };
}

const textOf = (fields: Fields, name: string): string | undefined =>
  typeof fields[name] === 'string' && fields[name].trim() !== '' ? fields[name].trim() : undefined;

function optional<K extends string>(fields: Fields, name: K): Partial<Record<K, string>> {
  const text = textOf(fields, name);
  return (text === undefined ? {} : { [name]: text }) as Partial<Record<K, string>>;
}
