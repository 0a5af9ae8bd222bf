// A server of every Ory product at one address that answers as it should, but for what a test puts in a place.
import { commands } from 'vscode';
import { operationOf } from '../support/hostile-answers.ts';
import { SAMPLES } from '../support/sample-answers.ts';
import { startTestServer, type TestServer } from '../unit/support/test-server.ts';
import { setConnections } from './documents-support.ts';

export class HostileServer {
  /** What is answered in place of a sample, by operation; `*` is every one. */
  answers: Readonly<Record<string, unknown>> = {};
  private constructor(readonly server: TestServer) {}

  static async start(): Promise<HostileServer> {
    const server = await startTestServer(({ method, url }, response) => {
      const { id = '' } = operationOf(method, new URL(url, 'http://a').pathname) ?? {};
      const answer = [id, '*'].find((name) => Object.hasOwn(hostile.answers, name));
      const body = answer === undefined ? (SAMPLES[id] ?? {}) : hostile.answers[answer];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
    const hostile = new HostileServer(server);
    const { url } = server;
    const connection = {
      type: 'self-hosted',
      kratosPublic: url,
      kratosAdmin: url,
      hydraPublic: url,
      hydraAdmin: url,
      ketoRead: url,
      ketoWrite: url,
      console: url,
    };
    await setConnections([
      { ...connection, id: 'hostile', name: 'Hostile' },
      { ...connection, id: 'hostile-too', name: 'Hostile too' },
    ]);
    await commands.executeCommand('ory.activateConnection', 'hostile');
    return hostile;
  }

  async close(): Promise<void> {
    await setConnections(undefined);
    await this.server.close();
  }
}
