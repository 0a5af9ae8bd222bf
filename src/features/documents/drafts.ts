import type * as vscode from 'vscode';

const STATE = 'ory.drafts';
const AT_MOST = 20;

/**
 * Texts of new documents that the editor saved by itself: that creates nothing, and the text must not be lost. Kept
 * until the resource is created, so that a closed tab can be opened again; the oldest go first.
 */
export class Drafts {
  constructor(private readonly state: vscode.Memento) {}

  textOf(uri: vscode.Uri): string | undefined {
    return this.all()[uri.toString()];
  }

  async keep(uri: vscode.Uri, text: string): Promise<void> {
    const others = Object.entries(this.all()).filter(([key]) => key !== uri.toString());
    await this.state.update(
      STATE,
      Object.fromEntries([...others.slice(1 - AT_MOST), [uri.toString(), text]]),
    );
  }

  async drop(uri: vscode.Uri): Promise<void> {
    const { [uri.toString()]: dropped, ...rest } = this.all();
    if (dropped !== undefined) await this.state.update(STATE, rest);
  }

  private all(): Readonly<Record<string, string>> {
    return this.state.get<Record<string, string>>(STATE, {});
  }
}
