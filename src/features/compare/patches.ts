import * as vscode from 'vscode';
import { link } from '../../editor/commands/link.ts';
import type { CommandName } from '../../editor/commands/table.ts';
import { givenUri } from '../../editor/given.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import { type Difference, patchText } from '../../kinds/compare/differences.ts';
import type { Copy, OnServer } from './copy.ts';
import type { Comparison } from './comparisons.ts';

/** Scheme of patches that are looked at before they are sent. */
export const PATCH_SCHEME = 'ory-patch';

const NOTE = vscode.l10n.t(
  '// A patch is forgotten when the window reloads. Compare again to make it anew.\n',
);

/** Chosen differences, about to be applied. */
export interface Patch {
  readonly target: Copy & { readonly server: OnServer };
  readonly chosen: readonly Difference[];
  /** What it was chosen from, to be brought up to date afterwards. */
  readonly comparison: Comparison;
  readonly at: { readonly left: vscode.Uri; readonly right: vscode.Uri };
}

/** Patches that are shown and not sent yet, with what can be done with them above the text. */
export class Patches implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly texts = new ShownTexts(PATCH_SCHEME, NOTE);
  private readonly open = new Map<string, Patch>();
  private readonly listeners: vscode.Disposable;
  private count = 0;

  constructor() {
    this.listeners = vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider({ scheme: PATCH_SCHEME }, this),
      vscode.window.tabGroups.onDidChangeTabs(() => {
        for (const key of [...this.open.keys()])
          if (!this.texts.isShown(vscode.Uri.parse(key))) this.open.delete(key);
      }),
    );
  }

  async show(patch: Patch): Promise<void> {
    this.count += 1;
    const { title, server } = patch.target;
    const name = vscode.l10n.t(
      'Patch for {0}.jsonc',
      server.name.replace(/[/\\?%*:|"<>\p{Cc}]/gu, '-').slice(0, 60),
    );
    const uri = vscode.Uri.from({ scheme: PATCH_SCHEME, path: `/${this.count}/${name}` });
    this.open.set(uri.toString(), patch);
    const head = vscode.l10n.t('// {0} for {1}. Nothing is sent yet.\n', changesOf(patch), title);
    await this.texts.show(uri, head + patchText(patch.chosen));
  }

  /** The patch in front, or that of a given text. */
  inFront(given?: unknown): { readonly uri: vscode.Uri; readonly patch: Patch } | undefined {
    const uri = givenUri([given]);
    const patch = uri && this.open.get(uri.toString());
    return uri && patch && { uri, patch };
  }

  /** Closes the tab of a patch that was sent. */
  async close(uri: vscode.Uri): Promise<void> {
    const tabs = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
    await vscode.window.tabGroups.close(tabs, true);
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const patch = this.open.get(uri.toString());
    if (!patch) return [];
    const name = patch.target.server.name.replaceAll('$(', '$\u200b(');
    const lens = (title: string, command: CommandName) =>
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), link(command, title, uri));
    return [
      lens(vscode.l10n.t('$(cloud-upload) Send to {0}', name), 'sendPatch'),
      lens(vscode.l10n.t('See the Result'), 'previewPatch'),
    ];
  }

  dispose(): void {
    this.open.clear();
    this.texts.dispose();
    this.listeners.dispose();
  }
}

export const changesOf = ({ chosen }: Pick<Patch, 'chosen'>): string =>
  `${chosen.length} ${chosen.length === 1 ? 'change' : 'changes'}`;
