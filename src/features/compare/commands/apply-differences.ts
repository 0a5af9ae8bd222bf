import * as vscode from 'vscode';
import { readOnlyReason } from '../../../connections/read-only.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { differences } from '../../../kinds/compare/differences.ts';
import type { Apply } from '../apply.ts';
import { type Comparison, seen } from '../comparisons.ts';
import type { Copy, OnServer } from '../copy.ts';

/** Asks for differences of a comparison of projects, and shows the patch that they come to; sends nothing. */
export async function run({ comparisons, patches }: Apply, given?: unknown): Promise<void> {
  const found = comparisons.inFront(given);
  if (found?.comparison.kind.id !== 'projects' || found.comparison.isResult) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Compare the configurations of two projects first: differences are applied from there.'),
    );
    return;
  }
  const { comparison, at } = found;
  const direction = await pickDirection(comparison);
  if (!direction) return;
  const { target, source } = direction;
  const all = differences(comparison.kind, seen(comparison, target), seen(comparison, source));
  if (all.length === 0) {
    void vscode.window.showInformationMessage(
      withoutLinks(vscode.l10n.t('{0} has all of it already.', target.title)),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick(
    all.map((difference) => ({
      label: withoutIcons(difference.place),
      detail:
        withoutIcons(difference.words) +
        (difference.secret ? vscode.l10n.t(' · a secret is taken over') : ''),
      difference,
    })),
    {
      title: vscode.l10n.t('Into {0}', target.title),
      placeHolder: vscode.l10n.t('What is to be taken over from {0}?', source.title),
      canPickMany: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  if (!chosen || chosen.length === 0) return;
  await patches.show({ target, chosen: chosen.map(({ difference }) => difference), comparison, at });
}

interface Direction {
  readonly target: Copy & { readonly server: OnServer };
  readonly source: Copy;
}

/** Which side is changed; not asked where only one can be. */
async function pickDirection({ left, right }: Comparison): Promise<Direction | undefined> {
  const both = [
    { target: right, source: left },
    { target: left, source: right },
  ];
  const onServers = both.filter((one): one is Direction => one.target.server !== undefined);
  const open = onServers.filter(({ target }) => !target.server.connection.readOnly);
  const [only, another] = open;
  if (!only) {
    const reasons = onServers.flatMap(({ target }) => readOnlyReason(target.server.connection) ?? []);
    void vscode.window.showWarningMessage(withoutLinks([...new Set(reasons)].join(' ')));
    return undefined;
  }
  if (!another) return only;
  const chosen = await vscode.window.showQuickPick(
    open.map((direction) => ({
      label: vscode.l10n.t('Into {0}', withoutIcons(direction.target.title)),
      description: vscode.l10n.t('from {0}', withoutIcons(direction.source.title)),
      direction,
    })),
    {
      title: vscode.l10n.t('Apply Differences'),
      placeHolder: vscode.l10n.t('Which one is to be changed?'),
      ignoreFocusOut: true,
    },
  );
  return chosen?.direction;
}
