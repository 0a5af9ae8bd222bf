import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { FLOWS } from '../../editor/commands/table/flows.ts';
import { Flows } from './flows.ts';

const LOADERS: Loaders<Flows, typeof FLOWS> = {
  startFlow: () => import('./commands/start-flow.ts'),
  openFlow: () => import('./commands/open-flow.ts'),
  whoAmI: () => import('./commands/who-am-i.ts'),
};

/** Self-service flows and a person's own sessions: started, filled in and understood from the editor. */
export function register(container: Container): vscode.Disposable {
  const flows = new Flows(container, async (all, panel) => {
    const { run } = await import('./commands/start-flow.ts');
    await run(all, panel.connection, panel);
  });
  return vscode.Disposable.from(
    registerCommands(container, flows, LOADERS),
    flows,
    container.restoreWebviews('self-service-flow', async () => {
      const { restoreFlow } = await import('./restore.ts');
      return (panel, restore) => restoreFlow(flows, panel, restore);
    }),
  );
}
