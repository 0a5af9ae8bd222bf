// Every row of every view and every kind of document against the table of commands: what is offered can be done, and
// what can't be done is not offered.
import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { changes, editorWhen, paletteWhen } from '../../src/editor/commands/availability.ts';
import { type Context, holds } from '../../src/editor/commands/condition.ts';
import { type CommandName, ROWS } from '../../src/editor/commands/table.ts';
import { closeAll, eventually } from './documents-support.ts';
import { Leaver } from './leaver-support.ts';
import { contextKeys } from './menus-support.ts';
import { byId, isWrite, labelOf, LIVE, Offers, OPEN, type Seen, wordsOf } from './offers-support.ts';

/** What says that something was done, or how it is; everything else that is told refuses. */
const FINE =
  /^information: (The new client secret|.* has a new \S+ key\.|Saving it creates a copy|No version of .* is kept on this machine\.|(Deactivated|Activated|Renamed) |.* granted nothing )/;

describe('what is offered', () => {
  const leaver = new Leaver();
  const offers = new Offers();
  const { seen, clients, ids, set } = offers;
  const find = offers.find.bind(offers);

  before(async () => {
    await offers.prepare();
    leaver.sitDown();
    await offers.look();
  });

  after(async () => {
    leaver.leave();
    await closeAll();
    await workspace.getConfiguration('ory').update('connections', undefined, true);
  });

  it('is known of rows of every sort', () => {
    const sorts = new Set(seen.flatMap(({ item }) => wordsOf(item)));
    for (const word of 'connection identities inactive credential sessions clients keys key remembered projects remoteProject member configurations schemas'.split(
      ' ',
    ))
      assert.ok(sorts.has(word), `rows of the sort ${word} among ${[...sorts].join(' ')}`);
  });

  it('changes nothing through a read-only connection, in no menu of a row', () => {
    const rows = seen.filter(({ row }) => row.connection?.readOnly);
    assert.ok(rows.length > 20, String(rows.length));
    for (const { view, item, offered } of rows)
      assert.deepEqual(offered.filter(isWrite), [], `${view} ${labelOf(item)}`);
  });

  it('is the same on a production connection, where more is asked', () => {
    const of = (connection: string) => find(connection, byId(clients.client_secret_basic)).offered;
    assert.deepEqual(of(LIVE), of(OPEN));
  });

  it('rotates and forgets secrets of clients that have one, and of no others', () => {
    for (const [method, id] of Object.entries(clients)) {
      const { offered } = find(OPEN, byId(id));
      const has = method.startsWith('client_secret');
      assert.equal(offered.includes('rotateClientSecret'), has, method);
      assert.equal(offered.includes('deleteOldSecrets'), has, method);
      assert.ok(offered.includes('deleteClientTokens'), method);
    }
  });

  it('activates the inactive and deactivates the active', () => {
    for (const [id, offers, not] of [
      [ids.identity, 'deactivateIdentity', 'activateIdentity'],
      [ids.inactive, 'activateIdentity', 'deactivateIdentity'],
    ] as const) {
      const { offered } = find(OPEN, byId(id));
      assert.ok(offered.includes(offers) && !offered.includes(not), offered.join(' '));
    }
  });

  it('ends and extends sessions that are in force', () => {
    const sessions = seen.filter(({ row }) => row.ref?.kind === 'sessions' && !row.connection?.readOnly);
    assert.ok(sessions.length > 0);
    for (const { item, offered } of sessions) {
      const isActive = String(item.description).startsWith('active');
      for (const name of ['endSession', 'extendSession'] as const)
        assert.equal(offered.includes(name), isActive, `${labelOf(item)} ${String(item.description)}`);
    }
  });

  it('opens, reveals, rotates and deletes nothing of a set that is not there', () => {
    const { item, offered } = find(OPEN, byId(`${set}-missing`));
    assert.match(String(item.description), /not there/);
    assert.deepEqual([...offered].sort(), ['addKey', 'copyId', 'forgetKeySet']);
  });

  it('deletes no credential that the server keeps', () => {
    const credentials = seen.filter(
      ({ item, row }) => wordsOf(item).includes('credential') && !row.connection?.readOnly,
    );
    assert.ok(credentials.length > 0);
    for (const { item, offered } of credentials)
      if (/^(passkey|one-time code)$/.test(labelOf(item))) assert.ok(!offered.includes('deleteCredential'));
  });

  it('forgets keys of connections that have one, and asks for none that nobody needs', () => {
    const sandbox = find(OPEN, ({ item }) => wordsOf(item).includes('connection'));
    assert.ok(!sandbox.offered.includes('signOut') && !sandbox.offered.includes('enterKey'));
    const network = find('offers-net', ({ item }) => wordsOf(item).includes('connection'));
    assert.ok(network.offered.includes('enterKey') && network.offered.includes('openInConsole'));
    assert.ok(!network.offered.includes('startFlow') && network.offered.includes('openFlow'));
  });

  it('can be done: no row’s command is refused', async () => {
    const tried = new Set<string>();
    const refused: string[] = [];
    await commands.executeCommand('ory.activateConnection', OPEN);
    // What takes a row away comes last.
    const last = (name: CommandName) => Number(name === 'forgetKeySet');
    const all = seen.flatMap((one) => one.offered.map((name) => ({ name, ...one })));
    for (const { name, row, item } of all.sort((a, b) => last(a.name) - last(b.name))) {
      const sort = `${name} ${row.connection?.id ?? ''} ${item.contextValue ?? ''}`;
      if (tried.has(sort) || row.connection?.id === 'offers-net') continue;
      tried.add(sort);
      leaver.told.length = 0;
      await commands.executeCommand(`ory.${name}`, row);
      for (const words of leaver.told.filter((said) => !FINE.test(said)))
        refused.push(`${name} on ${labelOf(item)} (${item.contextValue ?? ''}): ${words}`);
      await closeAll();
    }
    assert.ok(tried.size > 60, `${tried.size} tried`);
    assert.deepEqual(refused, []);
  });

  describe('for a document', () => {
    const documents = () => {
      const rows = seen.filter(({ row, offered }) => row.ref && offered.includes('openDocument'));
      const sorts = new Map(rows.map((one) => [`${one.row.connection?.id} ${one.item.contextValue}`, one]));
      return [...sorts.values()];
    };

    /** What the menus of the document in front and the palette offer. */
    async function offeredOn({ row }: Seen): Promise<{ context: Context; offered: CommandName[] }> {
      await commands.executeCommand('ory.openDocument', row);
      const uri = window.activeTextEditor?.document.uri;
      assert.ok(uri);
      await eventually(
        () => contextKeys()['ory.documents.document'],
        (known) => Array.isArray(known) && known.includes(uri.toString()),
      );
      const context = {
        ...contextKeys(),
        resource: uri.toString(),
        resourceScheme: uri.scheme,
        resourcePath: uri.path,
        resourceExtname: uri.path.slice(uri.path.lastIndexOf('.')),
      };
      const offered = ROWS.filter(([, command]) =>
        (command.editor ?? []).some((place) => holds(editorWhen(place), context)),
      ).map(([name]) => name);
      return { context, offered };
    }

    it('changes nothing through a read-only connection', async () => {
      await commands.executeCommand('ory.activateConnection', OPEN);
      for (const one of documents().filter(({ row }) => row.connection?.readOnly)) {
        const { offered, context } = await offeredOn(one);
        assert.deepEqual(offered.filter(isWrite), [], one.item.contextValue);
        const onIt = ROWS.filter(([, command]) => {
          const when = paletteWhen(command);
          const acts = command.on?.some((kind) => wordsOf(one.item).includes(kind));
          return acts && changes(command) && when && holds(when, context);
        });
        assert.deepEqual(onIt, [], one.item.contextValue);
        await closeAll();
      }
    });

    it('can be done from its title and from the palette', async () => {
      const refused: string[] = [];
      for (const one of documents().filter(({ row }) => row.connection?.id === OPEN)) {
        const { offered, context } = await offeredOn(one);
        const onIt = ROWS.filter(([, command]) => {
          const when = paletteWhen(command);
          const acts = command.on?.some((kind) => wordsOf(one.item).includes(kind));
          return acts && when && holds(when, context);
        }).map(([name]) => name);
        for (const name of new Set([...offered, ...onIt])) {
          await commands.executeCommand('ory.openDocument', one.row);
          leaver.told.length = 0;
          await commands.executeCommand(`ory.${name}`);
          for (const words of leaver.told.filter((said) => !FINE.test(said)))
            refused.push(`${name} on ${labelOf(one.item)} (${one.item.contextValue ?? ''}): ${words}`);
        }
        await closeAll();
      }
      assert.deepEqual(refused, []);
    });

    it('that is new offers nothing that is done to what exists', async () => {
      await commands.executeCommand('ory.activateConnection', OPEN);
      await commands.executeCommand('ory.newClient');
      const uri = window.activeTextEditor?.document.uri;
      assert.ok(uri);
      const context = {
        ...contextKeys(),
        resource: uri.toString(),
        resourceScheme: uri.scheme,
        resourcePath: uri.path,
        resourceExtname: '.json',
      };
      const offered = ROWS.filter(([, { editor = [] }]) =>
        editor.some((place) => holds(editorWhen(place), context)),
      ).map(([name]) => name);
      assert.deepEqual(offered, ['addCredential', 'runOperation']);
    });
  });
});
