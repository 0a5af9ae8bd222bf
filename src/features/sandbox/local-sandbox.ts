import * as vscode from 'vscode';
import { ory } from '../../editor/commands/run.ts';
import type { Container } from '../../container.ts';
import type { SandboxProcess } from './process.ts';
import { withoutLinks } from '../../editor/text.ts';

/** The sandbox of this window: at most one process, which ends with the window. */
export class LocalSandbox implements vscode.Disposable {
  private process: SandboxProcess | undefined;
  private starting: Promise<void> | undefined;

  constructor(readonly container: Container) {}

  get running(): boolean {
    return this.process !== undefined;
  }

  /** Runs the start once, however often it is asked for meanwhile. */
  start(begin: () => Promise<SandboxProcess | undefined>): Promise<void> {
    this.starting ??= begin()
      .then((process) => process && this.adopt(process))
      .finally(() => (this.starting = undefined));
    return this.starting;
  }

  async stop(): Promise<void> {
    const { process } = this;
    this.process = undefined;
    await process?.stop();
    this.tell();
  }

  dispose(): void {
    this.process?.disconnect();
  }

  private adopt(process: SandboxProcess): void {
    this.process = process;
    this.tell();
    void process.ended.then((lastWords) => {
      if (this.process !== process) return;
      this.process = undefined;
      this.tell();
      return crashed(lastWords);
    });
  }

  private tell(): void {
    void vscode.commands.executeCommand('setContext', 'ory.sandbox.running', this.running);
    this.container.connections.announce();
  }
}

async function crashed(lastWords: string): Promise<void> {
  const restart = 'Restart';
  const log = vscode.l10n.t('Show Log');
  const chosen = await vscode.window.showErrorMessage(
    withoutLinks(vscode.l10n.t('The local sandbox ended: {0}', lastWords)),
    restart,
    log,
  );
  if (chosen === restart) await ory.startSandbox();
  if (chosen === log) await ory.showLog();
}
