import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readJson } from '../json/read.ts';
import { writeJson } from '../json/write.ts';

const DEBOUNCE_MS = 300;

/** A file that is no snapshot of this program. */
export class SnapshotError extends Error {}

/**
 * The state on disk: written a moment after the last change and when the sandbox ends, by renaming a complete
 * file over the old one. It holds secrets of the sandbox (client secrets, private keys): mode 0600.
 */
export class SnapshotFile {
  private timer: NodeJS.Timeout | undefined;
  private last = '';
  private readonly path: string;
  private readonly report: (problem: string) => void;

  constructor(path: string, report: (problem: string) => void) {
    this.path = path;
    this.report = report;
  }

  /** The state, or undefined when there is no file yet. Throws a SnapshotError for a file that is not ours. */
  read(): unknown {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new SnapshotError(`${this.path}: ${(cause as Error).message}`);
    }
    try {
      return readJson(text);
    } catch {
      throw new SnapshotError(`${this.path} is no snapshot of the sandbox: it holds no valid JSON`);
    }
  }

  /** Writes soon; calls in between are one write. */
  writeSoon(state: () => unknown): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      try {
        this.write(state());
      } catch (cause) {
        this.report(`the state could not be written to ${this.path}: ${(cause as Error).message}`);
      }
    }, DEBOUNCE_MS);
    this.timer.unref();
  }

  /** Writes at once, unless nothing changed. Throws what the file system throws. */
  write(state: unknown): void {
    clearTimeout(this.timer);
    const text = writeJson(state);
    if (text === this.last) return;
    mkdirSync(dirname(this.path), { recursive: true });
    const next = `${this.path}.${process.pid}.tmp`;
    writeFileSync(next, text, { mode: 0o600 });
    renameSync(next, this.path);
    this.last = text;
  }
}
