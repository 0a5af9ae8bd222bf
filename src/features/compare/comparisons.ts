import * as vscode from 'vscode';
import { ShownTexts } from '../../editor/shown-texts.ts';
import { sideBySide } from '../../kinds/compare/side-by-side.ts';
import { onlyService } from '../../kinds/compare/service-file.ts';
import type { ProjectService } from '../../kinds/project/services.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { Copy } from './copy.ts';

/** Scheme of the read-only texts that are compared. */
export const COMPARE_SCHEME = 'ory-compare';

const NOTE = vscode.l10n.t(
  'Comparisons are forgotten when the window reloads. Run “Ory: Compare…” again to see it.\n',
);

/** Two copies of one kind of resource. */
export interface Comparison {
  readonly kind: Kind;
  readonly left: Copy;
  readonly right: Copy;
  /** Set where only the configuration of one service of a project is compared. */
  readonly service?: ProjectService;
  /** The right side is what would be: nothing can be applied from here. */
  readonly isResult?: true;
}

/** What of a copy is compared. */
export const seen = ({ service }: Comparison, { raw }: Copy): JsonNode =>
  service ? onlyService(raw, service) : raw;

/** Where the two sides of a comparison are shown. */
interface Shown {
  readonly left: vscode.Uri;
  readonly right: vscode.Uri;
}

/** The comparisons that are open, each in memory until its tab is closed. */
export class Comparisons implements vscode.Disposable {
  readonly texts = new ShownTexts(COMPARE_SCHEME, NOTE);
  private readonly open = new Map<string, Comparison>();
  private readonly listener: vscode.Disposable;
  private count = 0;

  constructor() {
    // The texts' own listener came first: what it has dropped is dropped here.
    this.listener = vscode.window.tabGroups.onDidChangeTabs(() => {
      for (const key of [...this.open.keys()])
        if (!this.texts.isShown(vscode.Uri.parse(key))) this.open.delete(key);
    });
  }

  /** Shows a comparison in the editor's own diff. */
  async show(comparison: Comparison): Promise<void> {
    const { left, right } = comparison;
    const at = this.newPlace(comparison);
    const texts = this.put(at, comparison);
    await vscode.commands.executeCommand('vscode.diff', at.left, at.right, `${left.title} ↔ ${right.title}`, {
      preview: false,
    });
    if (texts.left !== texts.right) return;
    const words = vscode.l10n.t('$(check) No difference but in ids and times of their own');
    vscode.window.setStatusBarMessage(words, 6000);
  }

  /** The comparison that a text is a side of. */
  of(uri: vscode.Uri): Comparison | undefined {
    return this.open.get(uri.toString());
  }

  /** The comparison of the tab in front, or of a given text of it. */
  inFront(given?: unknown): { readonly at: Shown; readonly comparison: Comparison } | undefined {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const front = input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
    const uri = given instanceof vscode.Uri && given.scheme === COMPARE_SCHEME ? given : front;
    const comparison = uri && this.of(uri);
    if (!uri || !comparison) return undefined;
    return { at: { left: sideOf(uri, 'left'), right: sideOf(uri, 'right') }, comparison };
  }

  /** Shows what a comparison has become, in its tab. */
  put(at: Shown, comparison: Comparison): { left: string; right: string } {
    const texts = sideBySide(
      comparison.kind,
      seen(comparison, comparison.left),
      seen(comparison, comparison.right),
    );
    for (const side of ['left', 'right'] as const) {
      this.open.set(at[side].toString(), comparison);
      this.texts.put(at[side], texts[side]);
    }
    return texts;
  }

  dispose(): void {
    this.open.clear();
    this.texts.dispose();
    this.listener.dispose();
  }

  private newPlace({ kind, isResult }: Comparison): Shown {
    this.count += 1;
    const uri = vscode.Uri.from({
      scheme: COMPARE_SCHEME,
      path: `/${isResult ? 'result' : kind.id}/${this.count}/right/${kind.noun}.json`,
    });
    return { left: sideOf(uri, 'left'), right: uri };
  }
}

function sideOf(uri: vscode.Uri, side: keyof Shown): vscode.Uri {
  const [empty = '', kind = '', count = '', , ...name] = uri.path.split('/');
  return uri.with({ path: [empty, kind, count, side, ...name].join('/') });
}
