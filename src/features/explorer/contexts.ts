import * as vscode from 'vscode';

/** Context keys, which menus and welcome texts read. One that was never set counts as false. */
export class Contexts {
  private readonly values = new Map<string, boolean>();

  set(key: string, value: boolean): void {
    if ((this.values.get(key) ?? false) === value) return;
    this.values.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
