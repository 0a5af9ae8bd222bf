import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { OPERATIONS } from '../../editor/commands/table/tools.ts';
import { ANSWER_SCHEME } from './answers.ts';
import { Operations } from './operations.ts';

type Run = (operations: Operations, args: readonly unknown[]) => unknown;

const calling = (load: () => Promise<Run>) => async () => {
  const run = await load();
  return { run: (operations: Operations, ...args: unknown[]) => run(operations, args) };
};

const LOADERS: Loaders<Operations, typeof OPERATIONS> = {
  runOperation: calling(async () => (await import('./commands/run-operation.ts')).runOperation),
  sendOperation: calling(async () => (await import('./commands/send-operation.ts')).sendOperation),
  showOperationHistory: calling(async () => (await import('./commands/show-history.ts')).showHistory),
  revealAnswer: calling(async () => (await import('./commands/reveal-answer.ts')).revealAnswer),
  openAnswered: calling(async () => (await import('./commands/open-answered.ts')).openAnswered),
};

/** Every operation of the API in the palette: choose, fill in, look at the request, run it, read the answer. */
export function register(container: Container): vscode.Disposable {
  const operations = new Operations(
    container,
    async (shared) => new (await import('./form/forms.ts')).Forms(shared),
  );
  container.documentFacts.tellOf(ANSWER_SCHEME, ({ uri }) => operations.answers.wordsOf(uri));
  return vscode.Disposable.from(
    operations,
    registerCommands(container, operations, LOADERS),
    container.restoreWebviews('operation', async () => {
      const forms = await operations.forms();
      return (panel, restore) => forms.restore(panel, restore);
    }),
  );
}
