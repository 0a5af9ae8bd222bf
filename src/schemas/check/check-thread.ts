import * as l10n from '@vscode/l10n';
import { Worker } from 'node:worker_threads';
import { loadedTexts } from '../../ory/localize.ts';
import type { FieldProblem } from '../../kinds/save-error.ts';
import type { FindProblems } from './check-document.ts';
import type { Answered, Asked } from './messages.ts';

/** Milliseconds that a check may take, and for each character more: a thread reads a million in a second. */
const PATIENCE = 5000;
const PATIENCE_EACH = 0.002;

/** A schema that took too long to check a document. */
export class TooSlowError extends Error {
  constructor() {
    super(l10n.t('The identity schema took too long to check.'));
    this.name = 'TooSlowError';
  }
}

interface Waiting {
  readonly resolve: (problems: readonly FieldProblem[]) => void;
  readonly reject: (why: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Checks documents in a thread, which is started with the first and ended where it takes too long. */
export class CheckThread {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private count = 0;

  /**
   * @param script path of the built `check-worker.js`
   * @param patience milliseconds that a check may take
   */
  constructor(
    private readonly script: string,
    private readonly patience = PATIENCE,
  ) {}

  /** Where a document does not follow a schema. @throws {TooSlowError} where that can't be told in time */
  readonly find: FindProblems = (schema, others, text) => {
    const worker = (this.worker ??= this.start());
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          this.stopped(worker, new TooSlowError());
          void worker.terminate();
        },
        this.patience + text.length * PATIENCE_EACH,
      );
      this.waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, schema, others, text } satisfies Asked);
    });
  };

  dispose(): void {
    const { worker } = this;
    if (!worker) return;
    this.stopped(worker, new Error('The window closes.'));
    void worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: loadedTexts() });
    worker.on('message', ({ id, problems }: Answered) => {
      this.take(id)?.resolve(problems);
    });
    // Out of memory, for instance: it could not say.
    worker.on('error', () => this.stopped(worker, new TooSlowError()));
    worker.on('exit', () => this.stopped(worker, new TooSlowError()));
    // It keeps no process alive.
    worker.unref();
    return worker;
  }

  private take(id: number): Waiting | undefined {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(one?.timer);
    return one;
  }

  private stopped(worker: Worker, why: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const id of [...this.waiting.keys()]) this.take(id)?.reject(why);
  }
}
