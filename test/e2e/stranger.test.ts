import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useWorkbench } from './pages/use-workbench.ts';

describe("a stranger's folder, with workspace trust on", () => {
  const requests: string[] = [];
  const trap = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.end('[]');
  });
  before((done) => void trap.listen(0, '127.0.0.1', done));
  after(() => trap.close());

  const workbench = useWorkbench({
    trust: true,
    files: () => {
      const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
      const redirected = { type: 'self-hosted', kratosPublic: url, kratosAdmin: url, hydraAdmin: url };
      const connections = [
        { ...redirected, id: 'sandbox', name: 'Redirected' },
        { ...redirected, id: 'added', name: 'Added' },
      ];
      return { '.vscode/settings.json': JSON.stringify({ 'ory.connections': connections }) };
    },
  });

  it("shows the user's own connection and asks no server of the folder's", async () => {
    const { notifications, ory } = workbench();
    await notifications.status('Restricted Mode').waitFor();
    await ory.open();
    assert.ok((await ory.identities.labels()).some((label) => label.includes('@')));
    assert.deepEqual(await ory.projects.labels(), ['Local sandbox']);
    assert.deepEqual(requests, []);
    await workbench().screenshot('stranger');
  });
});
