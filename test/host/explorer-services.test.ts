import assert from 'node:assert/strict';
import { parseConnections } from '../../src/connections/parse.ts';
import type { ExplorerView } from '../../src/features/explorer/explorer-view.ts';
import { ListRegistry } from '../../src/features/explorer/lists/list-registry.ts';
import { serviceNode } from '../../src/features/explorer/nodes/service-node.ts';
import { testClient } from '../unit/support/test-client.ts';

describe('the row of a server that does not answer', () => {
  async function row(sandbox: boolean) {
    const address = 'http://127.0.0.1:1';
    const [connection] = parseConnections(
      [{ id: 'c', type: 'self-hosted', ketoRead: address, sandbox }],
      [],
    ).connections;
    assert.ok(connection);
    const lists = new ListRegistry(
      () => undefined,
      () => undefined,
    );
    const view = {
      container: { client: () => Promise.resolve(testClient(address)) },
      lists,
      summaries: new Map<string, string>(),
      refreshSummary: () => undefined,
    } as unknown as ExplorerView;
    const parent = { id: 'c', parent: undefined, getTreeItem: () => assert.fail() };
    const node = serviceNode(view, parent, connection, 'keto-read');
    await Promise.all(lists.all.map((list) => list.ensure()));
    return node.getTreeItem();
  }

  it('starts the sandbox, where it is the sandbox’s', async () => {
    const { command, description } = await row(true);
    assert.equal(command?.command, 'ory.startSandbox');
    assert.match(String(description), /not running/);
  });

  it('says why, where it is one’s own', async () => {
    const { command, description } = await row(false);
    assert.equal(command, undefined);
    assert.match(String(description), /127\.0\.0\.1:1/);
  });
});
