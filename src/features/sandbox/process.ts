import * as l10n from '@vscode/l10n';
import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Base URLs by service, as the sandbox prints them. */
export type SandboxAddresses = Readonly<Record<string, string>>;

export interface LaunchOptions {
  /** The sandbox's entry. */
  readonly script: string;
  readonly args: readonly string[];
  /** Takes what it prints beside its addresses, line by line. */
  readonly onLine: (line: string) => void;
}

const PATIENCE_MS = 5000;
const LAST_WORDS_MS = 100;

/** A sandbox that serves. It ends when the channel to this process closes, whatever happens to the window. */
export class SandboxProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly addresses: SandboxAddresses,
    /** Resolved with its last words when it has ended. */
    readonly ended: Promise<string>,
  ) {}

  /**
   * Starts it and waits until it is ready.
   * @throws {Error} with its last words when it ends before that
   */
  static async launch({ script, args, onLine }: LaunchOptions): Promise<SandboxProcess> {
    const child = fork(script, args, {
      // The host's own options (a debugger's port) are not for it; where the host is Electron, it must be plain Node.
      execArgv: [],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let last = '';
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (line.trim() !== '') last = line.replace(/^sandbox: /, '');
        onLine(line);
      });
    }
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      // Not "close": it never comes after the channel was closed from here. What stderr still holds gets a moment.
      child.once('exit', (code, signal) => {
        const words = () => last || l10n.t('it ended with {0}', signal ?? code ?? 'an unknown code');
        setTimeout(() => resolve(words()), LAST_WORDS_MS);
      });
    });
    const addresses = await Promise.race([
      addressesOf(child),
      ended.then((words) => {
        throw new Error(words);
      }),
    ]);
    return new SandboxProcess(child, addresses, ended);
  }

  /** Asks it to end, and waits: its state is on disk then. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE_MS);
    this.disconnect();
    await this.ended;
    clearTimeout(timer);
  }

  /** Lets it end by itself; for a window that closes. */
  disconnect(): void {
    if (this.child.connected) this.child.disconnect();
  }
}

function addressesOf(child: ChildProcess): Promise<SandboxAddresses> {
  return new Promise((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as SandboxAddresses);
    });
  });
}
