// What a command acts on: the row that was clicked, never another of the selection nor another connection; and no
// document whose resource isn't created yet.
import assert from 'node:assert/strict';
import {
  commands,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
  TabInputWebview,
  Uri,
  window,
  workspace,
} from 'vscode';
import { ask, row, usePerson, writes } from './direct-commands-support.ts';
import { eventually } from './documents-support.ts';
import { sandboxAddresses } from './support.ts';

interface Client {
  readonly client_id: string;
}

describe('what a command acts on', () => {
  const person = usePerson();

  const newClient = async (name: string) => {
    const { json } = await ask('hydra-admin', 'POST', '/admin/clients', { client_name: name });
    await writes('hydra-admin');
    return row('clients', (json as Client).client_id, name);
  };
  const nameOf = async ({ ref }: ReturnType<typeof row>) =>
    ((await ask('hydra-admin', 'GET', `/admin/clients/${ref.id}`)).json as { client_name: string })
      .client_name;

  describe('with several rows selected', () => {
    it('renames the one that was clicked', async () => {
      const [first, clicked] = [await newClient('Selected first'), await newClient('Clicked')];
      person().types = ['Renamed'];
      await commands.executeCommand('ory.rename', clicked, [first, clicked]);
      assert.deepEqual([await nameOf(first), await nameOf(clicked)], ['Selected first', 'Renamed']);
    });

    it('duplicates, reveals and shows the history of the one that was clicked', async () => {
      const [first, clicked] = [await newClient('Not this one'), await newClient('This one')];
      await commands.executeCommand('ory.duplicate', clicked, [first, clicked]);
      assert.match(person().told.at(-1) ?? '', /a copy of This one/);
      await commands.executeCommand('ory.showHistory', clicked, [first, clicked]);
      assert.match(person().told.at(-1) ?? '', /No version of This one/);
      const sets = ['hydra.openid.id-token', 'of-the-targets'].map((id) => row('keys', id, id));
      await commands.executeCommand('ory.revealSecrets', sets[1], sets);
      assert.match(person().told.at(-1) ?? '', /the secrets of of-the-targets/);
    });

    it('rotates the secret of the one that was clicked', async () => {
      const [first, clicked] = [await newClient('Keeps its secret'), await newClient('Gets a new one')];
      await commands.executeCommand('ory.rotateClientSecret', clicked, [first, clicked]);
      assert.deepEqual(await writes('hydra-admin'), [`POST /admin/clients/${clicked.ref.id}/secrets/rotate`]);
    });
  });

  describe('with a document that was never saved in front', () => {
    const draft = async () => {
      const path = '/identities/+new-abc%3Adefault/New identity.json';
      const uri = Uri.from({ scheme: 'ory', authority: 'actions', path });
      await window.showTextDocument(uri);
      return uri;
    };

    for (const command of ['ory.createRecoveryCode', 'ory.deactivateIdentity']) {
      it(`asks whom ${command} is for, from the palette`, async () => {
        await draft();
        const { createQuickPick } = window;
        const boxes: QuickPick<QuickPickItem>[] = [];
        window.createQuickPick = (() => {
          boxes.push(createQuickPick());
          return boxes.at(-1);
        }) as typeof createQuickPick;
        try {
          const running = commands.executeCommand(command);
          const box = await eventually(
            () => boxes.find(({ busy, items }) => !busy && items.length > 0),
            (found) => found !== undefined,
          );
          assert.equal(box?.placeholder, 'E-mail, user name, phone or ID');
          box.hide();
          await running;
        } finally {
          Object.assign(window, { createQuickPick });
        }
        assert.equal(boxes.length, 1);
        assert.deepEqual([person().told, await writes('kratos-admin')], [[], []]);
      });

      it(`says that it isn’t created yet, from its own menu: ${command}`, async () => {
        await commands.executeCommand(command, await draft());
        assert.deepEqual(person().told, ['New identity isn’t created yet. Save it first, then try again.']);
        assert.deepEqual(await writes('kratos-admin'), []);
      });
    }

    it('offers its made-up id to no operation', async () => {
      await draft();
      const boxes: (InputBox | QuickPick<QuickPickItem>)[] = [];
      const { createInputBox, createQuickPick } = window;
      window.createInputBox = () => kept(createInputBox());
      window.createQuickPick = () => kept(createQuickPick()) as never;
      const kept = <B extends (typeof boxes)[number]>(box: B): B => {
        boxes.push(box);
        return box;
      };
      try {
        void commands.executeCommand('ory.runOperation', { operation: 'getIdentity' });
        const box = await eventually(
          () => boxes.find(({ title, enabled }) => enabled && title?.includes('getIdentity')),
          (found) => found !== undefined,
        );
        const offered = 'items' in box! ? box.items.map(({ label }) => label) : [];
        assert.deepEqual([box?.value, offered.filter((label) => label.includes('new-abc'))], ['', []]);
        box?.hide();
      } finally {
        Object.assign(window, { createInputBox, createQuickPick });
      }
    });
  });

  describe('when another connection is the active one', () => {
    const OTHER = 'actions-other';
    before(async () => {
      const settings = workspace.getConfiguration('ory');
      const all = settings.get<object[]>('connections') ?? [];
      const addresses = sandboxAddresses();
      const other = {
        type: 'self-hosted',
        id: OTHER,
        name: 'Other sandbox',
        hydraPublic: addresses['hydra-public'],
        hydraAdmin: addresses['hydra-admin'],
      };
      await settings.update('connections', [...all, other], true);
    });

    const front = () => {
      const { activeTab } = window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof TabInputWebview ? activeTab.label : '';
    };

    it('shows the provider of the connection that was clicked', async () => {
      const connection = { id: OTHER, type: 'self-hosted' };
      await commands.executeCommand('ory.showProvider', { connection });
      await eventually(front, (label) => label === 'Provider · Other sandbox');
    });

    it('starts the runner on the connection that it was called for', async () => {
      await commands.executeCommand('ory.startOAuth2Flow', { connection: { id: OTHER } });
      await eventually(front, (label) => label === 'OAuth 2.0 flow · Other sandbox');
    });

    it('asks for a resource on the connection of the row, not on the active one', async () => {
      person().types = ['nobody'];
      await commands.executeCommand('ory.createRecoveryCode', { connection: { id: OTHER } });
      assert.match(person().told.at(-1) ?? '', /Other sandbox has no address for Kratos/);
    });

    it('says that a connection was removed, instead of taking another', async () => {
      await commands.executeCommand('ory.startFlow', { connection: 'long-gone' });
      assert.equal(person().told.at(-1), 'The connection “long-gone” was removed.');
      await commands.executeCommand('ory.testConnection', { connection: { id: 'long-gone' } });
      assert.equal(person().told.at(-1), 'The connection “long-gone” was removed.');
    });
  });
});
