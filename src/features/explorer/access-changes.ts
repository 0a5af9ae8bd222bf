import type * as vscode from 'vscode';

/** Milliseconds without news after which what came together is followed together: several keys are stored at once. */
const SETTLED_MS = 150;

/** Gathers the news that keys changed or servers came back, so that a server is asked once for all of them. */
export class AccessChanges implements vscode.Disposable {
  private readonly keys = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  /** @param follow takes the names of the secrets that changed; there may be none */
  constructor(private readonly follow: (keys: readonly string[]) => unknown) {}

  /** @param key the name of a secret that was stored or deleted, in this window or another one */
  note(key?: string): void {
    if (key !== undefined) this.keys.add(key);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const keys = [...this.keys];
      this.keys.clear();
      void this.follow(keys);
    }, SETTLED_MS);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
