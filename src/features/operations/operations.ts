import type * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { RunHistory } from '../../ory/runner/history.ts';
import { Answers } from './answers.ts';
import { Drafts } from './drafts.ts';

/** What the commands of this feature share in a window. */
export class Operations implements vscode.Disposable {
  readonly answers = new Answers();
  readonly drafts = new Drafts();
  readonly history = new RunHistory();

  constructor(readonly container: Container) {}

  dispose(): void {
    this.answers.dispose();
    this.drafts.dispose();
  }
}
