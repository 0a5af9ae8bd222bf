import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type Loaders, registerCommands } from '../../editor/commands/register.ts';
import type { COMPARE } from '../../editor/commands/table/tools.ts';
import type { Apply } from './apply.ts';
import { COMPARE_SCHEME, Comparisons } from './comparisons.ts';
import { comparisonWords, patchWords } from './words.ts';
import { PATCH_SCHEME, Patches } from './patches.ts';

const LOADERS: Loaders<Apply, typeof COMPARE> = {
  compare: () => import('./commands/compare.ts'),
  compareProjects: () => import('./commands/compare-projects.ts'),
  applyDifferences: () => import('./commands/apply-differences.ts'),
  previewPatch: () => import('./commands/preview-patch.ts'),
  sendPatch: () => import('./commands/send-patch.ts'),
};

/** Resources side by side, and differences between projects that are applied. */
export function register(container: Container): vscode.Disposable {
  const comparisons = new Comparisons();
  const patches = new Patches();
  const apply: Apply = { container, comparisons, patches };
  container.documentFacts.tellOf(COMPARE_SCHEME, ({ uri }) =>
    comparisonWords(container, comparisons.of(uri)),
  );
  container.documentFacts.tellOf(PATCH_SCHEME, ({ uri }) =>
    patchWords(container, patches.inFront(uri)?.patch),
  );
  return vscode.Disposable.from(registerCommands(container, apply, LOADERS), comparisons, patches);
}
