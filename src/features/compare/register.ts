import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type CommandModule, lazyCommand } from '../../editor/lazy-command.ts';
import type { Apply } from './apply.ts';
import { Comparisons } from './comparisons.ts';
import { Patches } from './patches.ts';

/** Resources side by side, and differences between projects that are applied. */
export function register(container: Container): vscode.Disposable {
  const comparisons = new Comparisons();
  const patches = new Patches();
  const apply: Apply = { container, comparisons, patches };
  const command = (id: string, load: () => Promise<CommandModule<Apply>>) =>
    lazyCommand<Apply>(apply, id, load, (error) => container.tell(error, { doing: 'Ory' }));
  return vscode.Disposable.from(
    comparisons,
    patches,
    command('ory.compare', () => import('./commands/compare.ts')),
    command('ory.compareProjects', () => import('./commands/compare-projects.ts')),
    command('ory.applyDifferences', () => import('./commands/apply-differences.ts')),
    command('ory.previewPatch', () => import('./commands/preview-patch.ts')),
    command('ory.sendPatch', () => import('./commands/send-patch.ts')),
  );
}
