import * as vscode from 'vscode';
import { link } from '../../editor/commands/link.ts';
import type { CommandName } from '../../editor/commands/table.ts';
import type { Word } from '../../editor/commands/words.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { HistoryEntry } from '../../ory/runner/history.ts';
import type { FoundResource } from './found-resource.ts';

export const ANSWER_SCHEME = 'ory-answer';

const NOTE = vscode.l10n.t(
  '// Answers are forgotten when the window reloads. Run the operation again: Ory: Show Operation History…\n',
);

/** An answer as it stands in a tab, and what can be done with it. */
export interface Answer {
  /** Without any secret. */
  readonly run: HistoryEntry;
  readonly masked: string;
  /** Makes the text with its secrets; undefined where nothing is masked. */
  readonly reveal: (() => string) | undefined;
  readonly found: readonly FoundResource[];
  /** What is no JSON stands as plain text: an editor reads the broken rest of a document, too, and obeys its `$schema`. */
  readonly isJson: boolean;
}

/** The answers that are open, each in memory until its tab is closed, with what follows from it above its text. */
export class Answers implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly texts = new ShownTexts(ANSWER_SCHEME, NOTE);
  private readonly answers = new Map<string, Answer>();
  private readonly listeners: vscode.Disposable;
  private count = 0;

  constructor() {
    this.listeners = vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider({ scheme: ANSWER_SCHEME }, this),
      // The texts' own listener came first: what it has dropped is dropped here.
      vscode.window.tabGroups.onDidChangeTabs(() => this.forgetClosed()),
    );
  }

  /** Shows an answer in a tab of its own, in front or beside what it was run from. */
  async show(answer: Answer, beside = false): Promise<void> {
    const uri = this.newUri(`${answer.run.operation}.${answer.isJson ? 'jsonc' : 'txt'}`);
    this.answers.set(uri.toString(), answer);
    await this.texts.show(uri, answer.masked, beside);
  }

  /** Shows a text beside the answers: a request before it is sent, or an answer with its secrets. */
  async showText(name: string, text: string): Promise<void> {
    await this.texts.show(this.newUri(name), text);
  }

  of(uri: vscode.Uri): Answer | undefined {
    return this.answers.get(uri.toString());
  }

  /** What can be done with an answer, to menus. */
  wordsOf(uri: vscode.Uri): readonly Word[] {
    const answer = this.of(uri);
    return [
      ...(answer?.reveal ? (['masked'] as const) : []),
      ...(answer && answer.found.length > 0 ? (['answered'] as const) : []),
    ];
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const answer = this.of(uri);
    if (!answer) return [];
    const { found, reveal, run } = answer;
    const [first] = found;
    const lens = (title: string, command: CommandName, ...args: unknown[]) =>
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), link(command, title, ...args));
    return [
      ...(first
        ? [
            lens(
              found.length === 1
                ? vscode.l10n.t('Open {0}', first.name.replaceAll('$(', '$\u200b('))
                : vscode.l10n.t('Open One of {0}…', found.length),
              'openAnswered',
              uri,
            ),
          ]
        : []),
      ...(reveal ? [lens(vscode.l10n.t('Reveal Secrets'), 'revealAnswer', uri)] : []),
      lens(vscode.l10n.t('Run Again…'), 'runOperation', {
        operation: run.operation,
        connection: run.connection,
        parameters: run.input.values,
        body: run.input.body,
      }),
    ];
  }

  dispose(): void {
    this.answers.clear();
    this.texts.dispose();
    this.listeners.dispose();
  }

  private forgetClosed(): void {
    for (const key of [...this.answers.keys()])
      if (!this.texts.isShown(vscode.Uri.parse(key))) this.answers.delete(key);
  }

  private newUri(name: string): vscode.Uri {
    this.count += 1;
    return vscode.Uri.from({ scheme: ANSWER_SCHEME, path: `/${this.count}/${name}` });
  }
}
