import assert from 'node:assert/strict';
import { window } from 'vscode';
import { parseConnections } from '../../src/connections/parse.ts';
import type { WorkspaceConnection } from '../../src/connections/model.ts';
import type { Container } from '../../src/container.ts';
import { addProject } from '../../src/features/connections/project/add-project.ts';
import { testClient } from '../unit/support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../unit/support/test-server.ts';

describe('opening a project', () => {
  let console_: TestServer;
  let deleting: number;
  let told: string[];
  const { createQuickPick, showErrorMessage } = window;

  before(async () => {
    console_ = await startTestServer(({ method }, response) => {
      if (method === 'POST') answerJson(response, { id: 'token-1', value: 'ory_pat_made' }, 201);
      else response.writeHead(deleting).end();
    });
  });
  beforeEach(() => {
    deleting = 204;
    told = [];
    console_.received.length = 0;
  });
  afterEach(() => Object.assign(window, { createQuickPick, showErrorMessage }));
  after(() => console_.close());

  const [listing] = parseConnections([{ id: 'w', type: 'workspace' }], []).connections;

  /** A window whose settings can't be written. */
  const container = () =>
    ({
      client: () => Promise.resolve(testClient(console_.url)),
      redactor: { learn: () => undefined },
      connections: { all: [], newId: () => 'acme', put: () => Promise.reject(new Error('read-only disk')) },
      secrets: { store: () => Promise.resolve(), forget: () => Promise.resolve() },
      tell: (_: unknown, { doing }: { doing: string }) => Promise.resolve(void told.push(doing)),
    }) as unknown as Container;

  /** Answers each pick with its last item: to make a key, and to be no more careful than needed. */
  function pickLast(): void {
    window.createQuickPick = ((): unknown => {
      const pick = createQuickPick();
      const show = pick.show.bind(pick);
      let accept: () => unknown = () => undefined;
      return new Proxy(pick, {
        set: (target, name, value) => Reflect.set(target, name, value),
        get: (target, name) => {
          if (name === 'onDidAccept') return (listener: () => unknown) => (accept = listener);
          if (name === 'show')
            return () => {
              show();
              setTimeout(() => accept(), 50);
            };
          if (name === 'selectedItems') return target.canSelectMany ? [] : target.items.slice(-1);
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    }) as typeof createQuickPick;
  }

  const open = (slug: string) =>
    addProject(container(), listing as WorkspaceConnection, { id: 'p1', name: 'Acme', slug });
  const asked = () => console_.received.map(({ method, url }) => `${method} ${url}`);

  it('takes the key back that was made for it when the connection can’t be kept', async () => {
    pickLast();
    await open('acme');
    assert.deepEqual(asked(), ['POST /projects/p1/tokens', 'DELETE /projects/p1/tokens/token-1']);
    assert.match(told.join(), /Couldn’t keep the connection to Acme.*was removed again/);
  });

  it('names the key that it could not take back', async () => {
    deleting = 403;
    pickLast();
    await open('acme');
    assert.match(told.join(), /is still there: remove “Ory Explorer on .*” in the console/);
  });

  it('sends no key to where a slug that is none would lead', async () => {
    const shown: string[] = [];
    window.showErrorMessage = (message: string) => Promise.resolve(void shown.push(message));
    await open('evil.example/');
    assert.match(shown.join(), /evil\.example\/.*which is none/);
    assert.deepEqual(asked(), []);
  });
});
