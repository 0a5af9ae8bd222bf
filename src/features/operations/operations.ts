import type * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { RunHistory } from '../../ory/runner/history.ts';
import { Answers } from './answers.ts';
import { Drafts } from './drafts.ts';
import type { Forms } from './form/forms.ts';

/** What the commands of this feature share in a window. */
export class Operations implements vscode.Disposable {
  readonly answers = new Answers();
  readonly drafts: Drafts;
  readonly history = new RunHistory();
  private opened: Promise<Forms> | undefined;

  constructor(readonly container: Container) {
    this.drafts = new Drafts(container.associations);
  }

  /** The forms of operations; their code is loaded with the first. */
  forms(): Promise<Forms> {
    return (this.opened ??= import('./form/forms.ts').then(({ Forms }) => new Forms(this)));
  }

  dispose(): void {
    this.answers.dispose();
    this.drafts.dispose();
    void this.opened?.then((forms) => forms.dispose());
  }
}
