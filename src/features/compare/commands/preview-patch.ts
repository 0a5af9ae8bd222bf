import * as l10n from '@vscode/l10n';
import { withDifferences } from '../../../kinds/compare/differences.ts';
import type { Apply } from '../apply.ts';
import { changesOf } from '../patches.ts';

/** Shows a project as it is beside what it would be with a patch. */
export async function run({ comparisons, patches }: Apply, given?: unknown): Promise<void> {
  const patch = patches.inFront(given)?.patch;
  if (!patch) return;
  const { target, chosen, comparison } = patch;
  await comparisons.show({
    ...comparison,
    left: { title: target.title, raw: target.raw },
    right: { title: l10n.t('with {0}', changesOf(patch)), raw: withDifferences(target.raw, chosen) },
    isResult: true,
  });
}
