import * as l10n from '@vscode/l10n';
import { Worker } from 'node:worker_threads';
import { loadedTexts } from '../../ory/localize.ts';
import { UnreadJson } from '../../ory/json/unread.ts';
import { DocumentError } from '../document-error.ts';
import { give } from './give.ts';
import type { Answer, Asked, Hands, JobName } from './jobs.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { pack, unpack } from './pack.ts';
import { unpackError } from './pack-error.ts';
import { ToldTrees } from './told-trees.ts';
import { here, holdsLarge, type Work } from './work.ts';

/** Milliseconds without a job after which the thread is ended: what it remembers takes memory. */
const IDLE = 60_000;
/** So many times in a row it may end by itself before it is no longer started. */
const ENDS = 2;

interface Job {
  readonly id: number;
  readonly name: JobName;
  readonly asked: unknown;
  readonly hands: Hands;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (why: unknown) => void;
  /** Whether it waits for what it asked for: others have their turn meanwhile. */
  asks: boolean;
  /** Whether a server was asked to write. */
  wrote: boolean;
  /** What went wrong of what it asked for. */
  readonly errors: unknown[];
}

/**
 * Works on large documents in a thread, which is started with the first and computes one job at a time, in their order.
 * What is small is done where it is asked for. So is what the thread can't do because it does not start, or ends.
 */
export class WorkThread implements Work {
  private readonly told = new ToldTrees();
  private readonly queue: Job[] = [];
  private readonly running = new Map<number, Job>();
  private worker: Worker | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private count = 0;
  private ends = 0;
  private closed = false;

  /**
   * @param script path of the built `work-worker.js`
   * @param onBroken told when it can't be started or ended by itself, with why
   * @param idleAfter milliseconds without a job after which it is ended
   */
  constructor(
    private readonly script: string,
    private readonly onBroken: (why: string) => void = () => undefined,
    private readonly idleAfter = IDLE,
  ) {}

  run<J extends JobName>(
    name: J,
    asked: Asked<J>,
    hands: Hands = {},
    signal?: AbortSignal,
  ): Promise<Answer<J>> {
    const isLocal = !holdsLarge(asked) || this.ends >= ENDS || needsAnswers(name, asked);
    if (isLocal) return here.run(name, asked, hands);
    return new Promise((resolve, reject) => {
      const job = { id: ++this.count, name, asked, hands, signal, asks: false, wrote: false, errors: [] };
      // Of a write that is under way the server decides.
      if (name !== 'write') signal?.addEventListener('abort', () => reject(signal.reason as Error));
      this.queue.push({ ...job, resolve: (answer) => resolve(answer as Answer<J>), reject });
      this.next();
    });
  }

  dispose(): void {
    this.closed = true;
    const { worker } = this;
    this.stop();
    for (const { reject } of [...this.running.values(), ...this.queue.splice(0)])
      reject(new Error('The window closes.'));
    this.running.clear();
    void worker?.terminate();
  }

  private next(): void {
    if (this.closed || [...this.running.values()].some(({ asks }) => !asks)) return;
    const job = this.queue.shift();
    if (!job) {
      this.rest();
      return;
    }
    if (job.signal?.aborted) {
      job.reject(job.signal.reason);
      this.next();
      return;
    }
    clearTimeout(this.idle);
    this.running.set(job.id, job);
    try {
      this.worker ??= this.start();
      this.worker.ref();
      this.worker.postMessage(this.messageOf(job));
    } catch (error) {
      this.ended(this.worker, error);
    }
  }

  /** Nobody waits: the process may end, and the thread does after a while. */
  private rest(): void {
    if (this.running.size > 0) return;
    this.worker?.unref();
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      const { worker } = this;
      this.stop();
      void worker?.terminate();
    }, this.idleAfter);
    this.idle.unref();
  }

  private messageOf({ id, name, asked }: Job): ToWorker {
    const trees = new Map<string, string>();
    const needed = new Set<string>();
    const refOf = (node: object) => {
      if (!(node instanceof UnreadJson)) return undefined;
      const tree = this.told.nameOf(node, trees);
      needed.add(tree);
      return tree;
    };
    const packed = pack(asked, refOf);
    return { is: 'job', id, name, asked: packed, trees, forget: this.told.beyond(needed) };
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: loadedTexts() });
    worker.on('message', (message: FromWorker) => this.hear(worker, message));
    worker.on('error', (error) => this.ended(worker, error));
    worker.on('exit', () => this.ended(worker, new Error('it ended')));
    return worker;
  }

  private hear(worker: Worker, message: FromWorker): void {
    const job = this.running.get(message.id);
    if (!job || this.worker !== worker) return;
    if (message.is === 'request') {
      job.asks = true;
      job.wrote ||= message.request.what === 'call';
      void give(message.request, job).then((given) => {
        job.asks = false;
        if (this.worker === worker) worker.postMessage({ is: 'given', id: job.id, given } satisfies ToWorker);
      });
    } else {
      this.running.delete(job.id);
      this.ends = 0;
      if (message.is === 'done') {
        this.told.take(message.made);
        job.resolve(unpack(message.answer, (name) => this.told.of(name)));
      } else {
        const { error } = message;
        job.reject(error.is === 'given' ? job.errors[error.number] : unpackError(error));
      }
    }
    this.next();
  }

  private stop(): void {
    clearTimeout(this.idle);
    this.worker = undefined;
    this.told.clear();
  }

  /** It ended by itself: what it was at is done here, and the next starts another. */
  private ended(worker: Worker | undefined, error: unknown): void {
    if (this.closed || this.worker !== worker) return;
    this.stop();
    this.ends += 1;
    const left = [...this.running.values()];
    this.running.clear();
    this.onBroken(error instanceof Error ? error.message : String(error));
    for (const job of left) void this.instead(job, error);
    // What has to be done here has its turn after what waits for it.
    if (this.ends >= ENDS) for (const job of this.queue.splice(0)) void this.instead(job, error);
    this.next();
  }

  private async instead({ name, asked, hands, wrote, resolve, reject }: Job, error: unknown): Promise<void> {
    if (wrote) reject(new DocumentError('unavailable', IN_DOUBT));
    else if (isOutOfMemory(error)) reject(new DocumentError('unavailable', TOO_LARGE));
    else await here.run(name, asked as never, hands).then(resolve, reject);
  }
}

const IN_DOUBT = l10n.t(
  'What was working on this document ended while it was being saved: the server may or may not have the change. Your text is still here: save it again to see.',
);
const TOO_LARGE = l10n.t('There is not enough memory to work on this document. Your text is still here.');

/** The thread hears that a call was answered, not with what. */
const needsAnswers = (name: JobName, asked: unknown): boolean =>
  name === 'write' && (asked as Asked<'write'>).kind.service === 'console';

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
