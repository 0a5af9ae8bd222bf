import * as l10n from '@vscode/l10n';
import { Worker } from 'node:worker_threads';
import { loadedTexts } from '../../../ory/localize.ts';
import type { FromService, Question, Questions, ToService } from './messages.ts';
import type { ReadSchema } from './yaml-service.ts';

/** Milliseconds that an answer may take, and for each character more: a thread takes a second for a million. */
const PATIENCE = 20_000;
const PATIENCE_EACH = 0.01;

/** Somebody who waits for an answer. */
interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  resolve(answer: unknown): void;
  reject(why: Error): void;
}

/** The language service of YAML in a thread of its own, which is started with the first question. */
export class YamlThread {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private count = 0;

  /**
   * @param script path of the built `yaml-worker.js`
   * @param read the text of the schema at an address of ours
   * @param patience milliseconds that an answer may take, the text's length aside
   */
  constructor(
    private readonly script: string,
    private readonly read: ReadSchema,
    private readonly patience = PATIENCE,
  ) {}

  /** @throws {Error} where the service can't answer, or was stopped before it did */
  ask<What extends Question>(
    what: What,
    asked: Questions[What]['asked'],
  ): Promise<Questions[What]['answer']> {
    const id = ++this.count;
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      // A schema or a text may keep it busy for ever: the next question starts another.
      const timer = setTimeout(
        () => {
          this.stopped(worker, l10n.t('It took too long.'));
          void worker.terminate();
        },
        this.patience + asked.text.text.length * PATIENCE_EACH,
      );
      timer.unref();
      this.waiting.set(id, {
        timer,
        resolve: (answer) => resolve(answer as Questions[What]['answer']),
        reject,
      });
      this.tell({ is: 'question', id, what, asked });
    });
  }

  /** A schema changed: it is read again when it is next needed. */
  forget(address: string): void {
    this.tell({ is: 'forget', address });
  }

  /** A document was closed: what is known of it is dropped. */
  close(uri: string): void {
    this.tell({ is: 'close', uri });
  }

  async dispose(): Promise<void> {
    const { worker } = this;
    this.stopped(worker, l10n.t('The window closes.'));
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: loadedTexts() });
    worker.on('message', (message: FromService) => void this.hear(message));
    // A text that it can't bear ends it: the next question starts another.
    worker.on('error', ({ message }) => this.stopped(worker, message));
    worker.on('exit', () => this.stopped(worker, l10n.t('It ended.')));
    // It keeps no process alive.
    worker.unref();
    return worker;
  }

  private tell(message: ToService): void {
    this.worker?.postMessage(message);
  }

  private async hear(message: FromService): Promise<void> {
    if (message.is === 'read') {
      const { address } = message;
      const text = await this.read(address).catch(() => undefined);
      this.tell({ is: 'schema', address, ...(text === undefined ? {} : { text }) });
      return;
    }
    const answer = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    clearTimeout(answer?.timer);
    if (message.is === 'answer') answer?.resolve(message.answer);
    else answer?.reject(new Error(message.message));
  }

  private stopped(worker: Worker | undefined, why: string): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const left = [...this.waiting.values()];
    this.waiting.clear();
    for (const answer of left) {
      clearTimeout(answer.timer);
      answer.reject(new Error(`YAML’s language service stopped. ${why}`));
    }
  }
}
