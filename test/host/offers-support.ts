// The rows of every view of three connections to the sandbox, with what the table of commands offers on each.
import assert from 'node:assert/strict';
import { commands, type TreeItem, workspace } from 'vscode';
import { changes, offeredOnRow } from '../../src/editor/commands/availability.ts';
import { type CommandName, TABLE } from '../../src/editor/commands/table.ts';
import { ask } from './direct-commands-support.ts';
import { eventually, newEmail } from './documents-support.ts';
import { contextKeys, type Row, rowsOf } from './menus-support.ts';
import { sandboxAddresses } from './support.ts';

const VIEWS = ['ory.projects', 'ory.identities', 'ory.clients', 'ory.keys'] as const;
export const OPEN = 'offers';
const CLOSED = 'offers-closed';
export const LIVE = 'offers-live';

/** So many rows below each row are looked at: others are like them. */
const AT_MOST = 30;

export interface Seen {
  readonly view: string;
  readonly row: Row;
  readonly item: TreeItem;
  readonly offered: readonly CommandName[];
}

export const labelOf = ({ label }: TreeItem): string =>
  typeof label === 'string' ? label : (label?.label ?? '');
export const wordsOf = ({ contextValue }: TreeItem): string[] =>
  (contextValue ?? '').split(' ').filter(Boolean);
export const isWrite = (name: CommandName): boolean => changes(TABLE[name]);
export const byId = (id: string | undefined) => (one: Seen) => one.row.ref?.id === id;

export class Offers {
  readonly seen: Seen[] = [];
  /** Name of a key set; with `-missing` behind it, of one that is not there. */
  readonly set = `offers-${Date.now().toString(36)}`;
  /** Ids of clients by how they show themselves, and of identities. */
  readonly clients: Record<string, string> = {};
  readonly ids: Record<string, string> = {};

  /** Makes what is looked at, and the connections: to be written to, read-only, production, and one of Ory Network. */
  async prepare(): Promise<void> {
    const email = newEmail();
    const made = async (service: 'kratos-admin' | 'hydra-admin', path: string, body: object) => {
      const { status, json, text } = await ask(service, 'POST', path, body);
      assert.equal(status, 201, text);
      return json as { id: string; client_id: string };
    };
    const credentials = {
      password: { config: { password: 'correct horse battery staple' } },
      oidc: { config: { providers: [{ provider: 'google', subject: email }] } },
    };
    const person = (email: string, more: object) =>
      made('kratos-admin', '/admin/identities', { schema_id: 'default', traits: { email }, ...more });
    this.ids.identity = (await person(email, { credentials })).id;
    this.ids.inactive = (await person(newEmail(), { state: 'inactive' })).id;
    for (const method of ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt']) {
      const jwks = { jwks_uri: 'https://example.com/jwks.json' };
      const client = await made('hydra-admin', '/admin/clients', {
        client_name: `${method} ${this.set}`,
        token_endpoint_auth_method: method,
        ...(method === 'private_key_jwt' ? jwks : {}),
      });
      this.clients[method] = client.client_id;
    }
    await made('hydra-admin', `/admin/keys/${this.set}`, { alg: 'RS256', use: 'sig', kid: 'first' });

    const addresses = sandboxAddresses();
    const sandbox = {
      type: 'self-hosted',
      kratosPublic: addresses['kratos-public'],
      kratosAdmin: addresses['kratos-admin'],
      hydraPublic: addresses['hydra-public'],
      hydraAdmin: addresses['hydra-admin'],
      console: addresses.console,
      sandbox: true,
    };
    const entries = [
      { ...sandbox, id: OPEN, name: 'Offers' },
      { ...sandbox, id: CLOSED, name: 'Offers closed', readOnly: true },
      { ...sandbox, id: LIVE, name: 'Offers live', production: true },
      {
        type: 'network',
        id: 'offers-net',
        name: 'Offers project',
        slug: 'x',
        projectId: 'p',
        readOnly: true,
      },
    ];
    await workspace.getConfiguration('ory').update('connections', entries, true);
  }

  /** Looks at the rows of all views. */
  async look(): Promise<void> {
    for (const connection of [OPEN, CLOSED, LIVE]) {
      await commands.executeCommand('ory.activateConnection', connection);
      await eventually(
        () => contextKeys()['ory.readOnly'],
        (readOnly) => Boolean(readOnly) === (connection === CLOSED),
      );
      await commands.executeCommand('ory.addKeySet', this.set);
      await commands.executeCommand('ory.addKeySet', `${this.set}-missing`);
      for (const view of VIEWS) await this.walk(view, connection);
    }
  }

  find(connection: string, fits: (one: Seen) => boolean): Seen {
    const found = this.seen.find((one) => one.row.connection?.id === connection && fits(one));
    assert.ok(found, `a row of ${connection}`);
    return found;
  }

  /** Notes the rows of a view as far as they tell something new, and opens one of each sort. */
  private async walk(view: string, connection: string, below?: Row, depth = 0): Promise<void> {
    const all = await this.rowsWithOurs(view, below);
    const opened = new Set<string>();
    for (const { row, item } of all
      .slice(0, AT_MOST)
      .concat(all.slice(AT_MOST).filter((one) => this.isOurs(one)))) {
      const owner = row.connection?.id;
      if (owner !== undefined && owner !== connection && (owner !== 'offers-net' || depth > 0)) continue;
      const sort = `${item.contextValue ?? labelOf(item)} ${this.isOurs({ row, item }) ? row.id : ''}`;
      // Whether a key set is there is known when it is opened.
      const isNew = row.ref?.kind === 'keys' || !opened.has(sort);
      if (item.collapsibleState && depth < 4 && owner !== 'offers-net' && isNew) {
        opened.add(sort);
        await this.walk(view, connection, row, depth + 1);
      }
      const [now] = (await rowsOf(view, below)).filter((one) => one.row.id === row.id);
      const { contextValue } = now?.item ?? item;
      this.seen.push({ view, row, item: now?.item ?? item, offered: offeredOnRow({ view, contextValue }) });
    }
  }

  /** The rows of a view, loaded so far that everybody whom we made is among them: others made people, too. */
  private async rowsWithOurs(view: string, below?: Row): ReturnType<typeof rowsOf> {
    for (;;) {
      const all = await rowsOf(view, below);
      const shown = new Set(all.map(({ row }) => row.ref?.id));
      const more = all.find(({ item }) => labelOf(item) === 'Load more…')?.item.command;
      const wanted = view === 'ory.identities' && !below ? Object.values(this.ids) : [];
      if (!more || wanted.every((id) => shown.has(id))) return all;
      await commands.executeCommand(more.command, ...((more.arguments ?? []) as unknown[]));
    }
  }

  private isOurs({ row, item }: { row: Row; item: TreeItem }): boolean {
    const ours = [...Object.values(this.ids), ...Object.values(this.clients)];
    return ours.includes(row.ref?.id ?? '') || labelOf(item).startsWith(this.set);
  }
}
