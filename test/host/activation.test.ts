import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Session } from 'node:inspector';
import type { AddressInfo } from 'node:net';
import { commands, ConfigurationTarget, extensions, workspace } from 'vscode';

/** Our scripts that this process has loaded by now, by file name. */
function loadedScripts(root: string): string[] {
  const session = new Session();
  const urls = new Set<string>();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params }) => {
    if (params.url.includes(root)) urls.add(params.url.split('/').at(-1) ?? '');
  });
  session.post('Debugger.enable');
  session.disconnect();
  return [...urls];
}

/** The chunks with the client, with HTTP and with what reads it. */
const http = (scripts: readonly string[]) =>
  scripts.filter((script) =>
    /^(client-pool|undici-transport|fetch-transport|operations|identity)/.test(script),
  );

describe('activation', () => {
  it('makes no request and loads no HTTP code, until something is looked at', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const settings = workspace.getConfiguration('ory');
    await settings.update(
      'connections',
      [{ id: 'watched', name: 'Watched', type: 'self-hosted', kratosAdmin: address }],
      ConfigurationTarget.Global,
    );
    try {
      const extension = extensions.getExtension('ory-explorer.ory-explorer');
      assert.ok(extension);
      await extension.activate();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const scripts = loadedScripts('/dist/');
      assert.ok(scripts.includes('main.js'), `the entry is among ${scripts.join(', ')}`);
      assert.deepEqual(http(scripts), []);
      assert.deepEqual(asked, []);

      await commands.executeCommand('ory.identities.focus');
      const until = Date.now() + 10_000;
      while (asked.length === 0 && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(asked.length, 1, `the first page is one request, not ${asked.join(' ')}`);
      assert.notDeepEqual(http(loadedScripts('/dist/')), []);
    } finally {
      await settings.update('connections', undefined, ConfigurationTarget.Global);
      server.close();
    }
  });
});
