import type * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { RunHistory } from '../../ory/runner/history.ts';
import { Answers } from './answers.ts';
import { Drafts } from './drafts.ts';
import type { OpensForms } from './form/opens-forms.ts';

/** What the commands of this feature share in a window. */
export class Operations implements vscode.Disposable {
  readonly answers = new Answers();
  readonly drafts: Drafts;
  readonly history = new RunHistory();
  private opened: Promise<OpensForms> | undefined;

  /** @param loadForms loads the code of the forms, which rests on all the rest of this feature */
  constructor(
    readonly container: Container,
    private readonly loadForms: (operations: Operations) => Promise<OpensForms>,
  ) {
    this.drafts = new Drafts(container);
  }

  /** The forms of operations; their code is loaded with the first. */
  forms(): Promise<OpensForms> {
    return (this.opened ??= this.loadForms(this));
  }

  dispose(): void {
    this.answers.dispose();
    this.drafts.dispose();
    void this.opened?.then((forms) => forms.dispose());
  }
}
