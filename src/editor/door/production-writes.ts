import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { OryError } from '../../ory/errors.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';

/** One write to a production connection. */
export interface ProductionWrite {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Name of the connection. */
  readonly connection: string;
  readonly operation: string;
  readonly service: string;
  /** Kind, id and name of what it touched; empty where that can't be told. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** The status that the server answered, or why it did not. */
  readonly outcome: string;
}

const MOST_BYTES = 1024 * 1024;

/** The record of writes to production connections: one file on this machine, without anything secret. */
export class ProductionWrites {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly storage: vscode.Uri,
    private readonly redactor: Pick<Redactor, 'text'>,
    private readonly log: () => Pick<vscode.LogOutputChannel, 'warn'>,
  ) {}

  private get path(): string {
    return join(this.storage.fsPath, 'production-writes.jsonl');
  }

  /** Notes a write, one after the other. It fails none: a disk that refuses is told in the log. */
  note(write: ProductionWrite): Promise<void> {
    this.last = this.last
      .then(() => this.append(write))
      .catch((error: unknown) => {
        this.log().warn(this.redactor.text(`A write on production could not be recorded: ${String(error)}`));
      });
    return this.last;
  }

  /** All that are recorded, the newest first. */
  async all(): Promise<readonly ProductionWrite[]> {
    await this.last;
    const text = await readFile(this.path, 'utf8').catch(() => '');
    return text.split('\n').flatMap(writeOf).reverse();
  }

  private async append(write: ProductionWrite): Promise<void> {
    const clean = Object.fromEntries(
      Object.entries(write).map(([name, value]) => [
        name,
        typeof value === 'string' ? this.redactor.text(value).slice(0, LONGEST) : (value as number),
      ]),
    );
    await mkdir(this.storage.fsPath, { recursive: true });
    await this.tidy();
    await appendFile(this.path, `${JSON.stringify(clean)}\n`, { mode: 0o600 });
  }

  /** Of a record that is full the older half goes. */
  private async tidy(): Promise<void> {
    const found = await stat(this.path).catch(() => undefined);
    if (!found || found.size < MOST_BYTES) return;
    const lines = (await readFile(this.path, 'utf8')).split('\n');
    const part = `${this.path}.${randomBytes(4).toString('hex')}.part`;
    await writeFile(part, lines.slice(Math.floor(lines.length / 2)).join('\n'), { mode: 0o600 });
    await rename(part, this.path);
  }
}

const LONGEST = 200;

function writeOf(line: string): ProductionWrite[] {
  try {
    const write = JSON.parse(line) as ProductionWrite;
    return typeof write.at === 'number' ? [write] : [];
  } catch {
    return [];
  }
}

/** Why a write failed, in a word or two that hold nothing of a server's. */
export const outcomeOf = (error: unknown): string =>
  error instanceof OryError ? [error.kind, error.status].filter(Boolean).join(' ') : 'failed';
