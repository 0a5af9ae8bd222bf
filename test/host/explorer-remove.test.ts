import assert from 'node:assert/strict';
import { type Progress, type ProgressOptions, window } from 'vscode';
import { parseConnections } from '../../src/connections/parse.ts';
import type { TaskHost } from '../../src/editor/tasks/task-host.ts';
import { removeAll } from '../../src/editor/door/remove.ts';
import { UndoMemory } from '../../src/editor/door/undo-memory.ts';
import { testClient } from '../unit/support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../unit/support/test-server.ts';
import { uuid } from './explorer-support.ts';

describe('deleting where the server asks to wait', () => {
  let kratos: TestServer;
  let limited: boolean;
  const { withProgress } = window;

  before(async () => {
    kratos = await startTestServer((_, response) => {
      if (limited) answerJson(response, {}, 429, { 'retry-after': '2' });
      else response.writeHead(204).end();
      limited = false;
    });
  });
  beforeEach(() => (limited = true));
  afterEach(() => {
    window.withProgress = withProgress;
  });
  after(() => kratos.close());

  /** Deletes, and hands back what the progress said, without links. */
  async function said(...names: readonly string[]): Promise<string> {
    const words: string[] = [];
    window.withProgress = ((options: ProgressOptions, task: Parameters<typeof withProgress>[1]) =>
      withProgress(options, (progress: Progress<{ message?: string; increment?: number }>, token) => {
        words.push(options.title ?? '');
        return task(
          {
            report: (step) => {
              words.push(step.message ?? '');
              progress.report(step);
            },
          },
          token,
        );
      })) as typeof withProgress;
    const [connection] = parseConnections(
      [{ id: 'c', name: 'staging', type: 'self-hosted', kratosAdmin: kratos.url }],
      [],
    ).connections;
    assert.ok(connection);
    const host = {
      client: () => Promise.resolve(testClient(kratos.url)),
      door: () => Promise.resolve({}),
      undo: new UndoMemory(),
    } as unknown as TaskHost;
    const targets = names.map((name, at) => ({
      connection: 'c',
      kind: 'identities' as const,
      id: uuid(at),
      name,
    }));
    await removeAll(host, connection, targets, 'ory.identities');
    return words.join('\n');
  }

  it('one tells so', async () => {
    const words = await said('ada');
    assert.match(words, /Deleting ada \(staging\)/);
    assert.match(words, /Ory asks to wait \d+ s/);
  });

  it('several tells so, and makes no links of their names', async () => {
    const words = await said('[ada](command:x)', 'grace');
    assert.match(words, /Ory asks to wait \d+ s/);
    assert.doesNotMatch(words, /\]\(/);
  });
});
