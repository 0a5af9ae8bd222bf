// The kinds that are one folder and one row each: their rows, documents, what is created and deleted, on the sandbox.
import assert from 'node:assert/strict';
import { commands, Range, type TextDocument, type Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { parseConnections } from '../../src/connections/parse.ts';
import type { Connection } from '../../src/connections/model.ts';
import type { ExplorerView } from '../../src/features/explorer/explorer-view.ts';
import { ListRegistry } from '../../src/features/explorer/lists/list-registry.ts';
import { connectionLists } from '../../src/features/explorer/nodes/list-node.ts';
import type { TreeNode } from '../../src/features/explorer/tree-node.ts';
import { connectionListings } from '../../src/kinds/listings-of.ts';
import type { Service } from '../../src/ory/operations/operation.ts';
import { OryClient } from '../../src/ory/client.ts';
import { UndiciTransport } from '../../src/ory/http/undici-transport.ts';
import { ask, usePerson } from './direct-commands-support.ts';
import { eventually } from './documents-support.ts';
import { sandboxAddresses } from './support.ts';

const labelOf = (node: TreeNode): string => node.getTreeItem().label as string;

/** Types a document anew. */
async function replaceAll(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  assert.ok(await workspace.applyEdit(edit));
}

interface Made {
  readonly id: string;
}

describe('kinds of one folder', () => {
  const person = usePerson();
  let project = '';
  let space = '';

  before(async () => {
    const projects = (await ask('console', 'GET', '/projects')).json as Made[];
    project = projects[0]?.id ?? '';
    const { workspaces } = (await ask('console', 'GET', '/workspaces')).json as { workspaces: Made[] };
    space = workspaces[0]?.id ?? '';
  });

  /** What a person sees below a row, as the Explorer draws it. */
  const labels = async (node: TreeNode | undefined): Promise<string[]> =>
    ((await node?.getChildren?.()) ?? []).map(labelOf);

  async function child(node: TreeNode | undefined, label: string): Promise<TreeNode> {
    const found = (await node?.getChildren?.())?.find((one) => one.getTreeItem().label === label);
    assert.ok(found, `${label} stands below ${node?.id ?? 'nothing'}`);
    return found;
  }

  describe('in the Projects view', () => {
    const narrowed = new Map<string, string>();
    let lists: ListRegistry;
    let connection: Connection;

    beforeEach(() => {
      narrowed.clear();
      lists = new ListRegistry(
        () => undefined,
        () => undefined,
      );
      const addresses = sandboxAddresses();
      const [found] = parseConnections(
        [
          {
            id: 'c',
            type: 'self-hosted',
            kratosAdmin: addresses['kratos-admin'],
            console: addresses.console,
          },
        ],
        [],
      ).connections;
      assert.ok(found);
      connection = found;
    });

    /** The row with a label among those of the connection. */
    async function group(label: string): Promise<TreeNode> {
      const addresses = sandboxAddresses() as Record<string, string>;
      const client = new OryClient({
        endpoints: (service: Service) =>
          Promise.resolve({
            baseUrl: addresses[service] ?? '',
            transport: new UndiciTransport(),
            ...(service === 'console' ? { authorization: 'Bearer ory_wak_sandbox' } : {}),
          }),
      });
      const view = {
        id: 'ory.projects',
        container: { client: () => Promise.resolve(client) },
        lists,
        narrowed,
        summaries: new Map<string, string>(),
        refreshSummary: () => undefined,
      } as unknown as ExplorerView;
      const top = { id: 'c', parent: undefined, getTreeItem: () => assert.fail() };
      const rows = connectionLists(view, top, connection, connectionListings());
      const found = rows.find((row) => row.getTreeItem().label === label);
      return Promise.resolve(found ?? assert.fail(`no ${label}`));
    }

    it('stand below their project, their workspace and their connection', async () => {
      const [first] = (await (await group('Projects')).getChildren?.()) ?? [];
      assert.deepEqual(await labels(first), [
        'Configuration',
        'Members',
        'Organizations',
        'Event streams',
        'API keys',
      ]);
      for (const [label, path, member] of [
        ['Organizations', 'organizations', 'organizations'],
        ['Event streams', 'eventstreams', 'event_streams'],
      ] as const) {
        const { json } = await ask('console', 'GET', `/projects/${project}/${path}`);
        const listed = (json as Record<string, Made[]>)[member] ?? [];
        const shown = (await (await child(first, label)).getChildren?.()) ?? [];
        const own = shown.flatMap(({ ref }) => ref?.id.split('/')[1] ?? []);
        assert.deepEqual(
          own,
          listed.map(({ id }) => id),
        );
      }
      const [workspaceRow] = (await (await group('Workspaces')).getChildren?.()) ?? [];
      assert.deepEqual(await labels(workspaceRow), ['API keys']);
      const keys = (await ask('console', 'GET', `/workspaces/${space}/tokens`)).json as { name: string }[];
      assert.deepEqual(
        await labels(await child(workspaceRow, 'API keys')),
        keys.length > 0 ? keys.map(({ name }) => name) : ['No API keys'],
      );
    });

    it('list the sessions of everybody, of those that are active, and of one identity', async () => {
      const all = await group('Sessions');
      const [some] = (await all.getChildren?.()) ?? [];
      assert.equal(some?.ref?.kind, 'sessions');
      assert.match(String(some.getTreeItem().contextValue), /\bsessions\b.*\bwritable\b/);
      narrowed.set(all.id, 'active');
      const active = await group('Sessions');
      const states = ((await active.getChildren?.()) ?? []).map((row) => row.getTreeItem().description);
      assert.ok(states.length > 0 && states.every((words) => String(words).startsWith('active') || !words));
      assert.match(String(active.getTreeItem().description), /^only active/);
      const { json } = await ask('kratos-admin', 'GET', `/admin/sessions/${some.ref.id}?expand=identity`);
      const owner = (json as { identity: Made }).identity.id;
      narrowed.set(all.id, `identity ${owner}`);
      const own = (await (await group('Sessions')).getChildren?.()) ?? [];
      assert.ok(own.some(({ ref }) => ref?.id === some.ref?.id));
    });
  });

  /** Opens the document of a new resource as its row does, types, and saves. @returns the resource's own document */
  async function create(kind: string, of: string, text: object): Promise<Uri> {
    await commands.executeCommand('ory.newResource', { connection: { id: 'actions' }, listed: { kind, of } });
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.match(editor.document.uri.path, new RegExp(`^/${kind}/[+]`));
    await replaceAll(editor.document, JSON.stringify(text, undefined, 2));
    assert.ok(await editor.document.save(), person().told.join('\n'));
    return eventually(
      () => window.activeTextEditor?.document.uri,
      (uri) => uri?.path.startsWith(`/${kind}/`) === true && !uri.path.startsWith(`/${kind}/+`),
      20_000,
    ) as Promise<Uri>;
  }

  const textOf = async (uri: Uri): Promise<string> => (await workspace.openTextDocument(uri)).getText();

  it('an organization is created, changed and deleted through its document', async () => {
    const uri = await create('organizations', project, { label: 'Acme', domains: ['acme.example'] });
    assert.match(await textOf(uri), /"label": "Acme"/);
    const document = await workspace.openTextDocument(uri);
    await replaceAll(document, document.getText().replace('"Acme"', '"Acme Inc"'));
    assert.ok(await document.save());
    const listed = (await ask('console', 'GET', `/projects/${project}/organizations`)).json as {
      organizations: { id: string; label: string }[];
    };
    assert.ok(listed.organizations.some(({ label }) => label === 'Acme Inc'));
    person().answers = { 'Delete the organization': 'Delete' };
    await commands.executeCommand('ory.deleteResource', uri);
    const left = (await ask('console', 'GET', `/projects/${project}/organizations`)).json as {
      organizations: { label: string }[];
    };
    assert.ok(!left.organizations.some(({ label }) => label === 'Acme Inc'));
  });

  it('an event stream is created and read from the list', async () => {
    const uri = await create('eventStreams', project, {
      type: 'https',
      https_endpoint: 'https://events.example/in',
    });
    assert.match(await textOf(uri), /"https_endpoint": "https:\/\/events\.example\/in"/);
    person().answers = { 'Delete the event stream': 'Delete' };
    await commands.executeCommand('ory.deleteResource', uri);
    assert.doesNotMatch(
      (await ask('console', 'GET', `/projects/${project}/eventstreams`)).text,
      /events\.example\/in/,
    );
  });

  it('a workspace is created and renamed', async () => {
    const uri = await create('workspaces', '', { name: 'Second' });
    assert.match(await textOf(uri), /"name": "Second"/);
  });

  for (const [kind, of, path] of [
    ['projectApiKeys', () => project, () => `/projects/${project}/tokens`],
    ['workspaceApiKeys', () => space, () => `/workspaces/${space}/tokens`],
  ] as const) {
    it(`a new key of ${kind} is shown once, and stands in no document`, async () => {
      const uri = await create(kind, of(), { name: 'Kinds test' });
      const told = await eventually(
        () => person().told.find((words) => words.includes('API key')),
        (found) => found !== undefined,
      );
      assert.ok(told);
      const text = await textOf(uri);
      assert.match(text, /"name": "Kinds test"/);
      assert.doesNotMatch(text, /ory_(pat|wak)_/);
      person().answers = { 'Delete the': 'Delete' };
      await commands.executeCommand('ory.deleteResource', uri);
      assert.doesNotMatch((await ask('console', 'GET', path())).text, /"Kinds test"/);
    });
  }
});
