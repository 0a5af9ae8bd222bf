import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type CommandModule, lazyCommand } from '../../editor/lazy-command.ts';
import { Flows } from './flows.ts';

/** Self-service flows and a person's own sessions: started, filled in and understood from the editor. */
export function register(container: Container): vscode.Disposable {
  const flows = new Flows(container);
  const command = (id: string, load: () => Promise<CommandModule<Flows>>) =>
    lazyCommand<Flows>(flows, id, load, (error) => container.tell(error, { doing: 'Ory' }));
  return vscode.Disposable.from(
    flows,
    command('ory.startFlow', () => import('./commands/start-flow.ts')),
    command('ory.openFlow', () => import('./commands/open-flow.ts')),
    command('ory.whoAmI', () => import('./commands/who-am-i.ts')),
    container.restoreWebviews('self-service-flow', async () => {
      const { restoreFlow } = await import('./restore.ts');
      return (panel, restore) => restoreFlow(flows, panel, restore);
    }),
  );
}
