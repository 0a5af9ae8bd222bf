import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { Operations } from './operations.ts';

/** Every operation of the API in the palette: choose, fill in, look at the request, run it, read the answer. */
export function register(container: Container): vscode.Disposable {
  const operations = new Operations(
    container,
    async (shared) => new (await import('./form/forms.ts')).Forms(shared),
  );
  type Run = (operations: Operations, args: readonly unknown[]) => unknown;
  const command = (id: string, load: () => Promise<Run>) =>
    container.command(id, async () => {
      const run = await load();
      return { run: (_: Container, ...args: unknown[]) => run(operations, args) };
    });
  return vscode.Disposable.from(
    operations,
    container.restoreWebviews('operation', async () => {
      const forms = await operations.forms();
      return (panel, restore) => forms.restore(panel, restore);
    }),
    command('ory.runOperation', async () => (await import('./commands/run-operation.ts')).runOperation),
    command('ory.sendOperation', async () => (await import('./commands/send-operation.ts')).sendOperation),
    command('ory.showOperationHistory', async () => (await import('./commands/show-history.ts')).showHistory),
    command('ory.revealAnswer', async () => (await import('./commands/reveal-answer.ts')).revealAnswer),
    command('ory.openAnswered', async () => (await import('./commands/open-answered.ts')).openAnswered),
  );
}
