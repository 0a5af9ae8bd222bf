import type * as vscode from 'vscode';

/** Looks after what runs have left behind, later: what is under way has come by then. */
export class Leftovers implements vscode.Disposable {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly look: () => unknown) {}

  /** @param ms milliseconds from now; a look that was planned before is left out */
  lookIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.look, ms);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
