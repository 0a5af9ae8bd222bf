import type { CallOptions } from '../../../ory/client.ts';
import type { Pause } from '../../../ory/http/retry.ts';
import type { Page, PageSource } from '../../../ory/paging.ts';

/** A load that did not succeed; what was shown before stays. */
export interface ListFailure {
  readonly error: unknown;
  readonly during: 'load' | 'refresh' | 'more';
}

export interface ListOptions<T> {
  /** Begins the list anew; nothing is asked before the first `next`. */
  readonly open: () => PageSource<T> | Promise<PageSource<T>>;
  readonly keyOf: (item: T) => string;
  /** Fires when the list is no longer wanted: its view shows another connection. */
  readonly signal: AbortSignal;
  /** Something to show changed outside of a call that waits for it. */
  readonly onChange: () => void;
  /** Hands out each load, for progress. */
  readonly onLoad?: (loading: Promise<void>) => void;
  /** Hands out a search through the pages that goes on by itself, for progress and to be stopped. */
  readonly onSearch?: (search: Search) => void;
}

/** A search through the pages of a list. */
export interface Search {
  readonly ended: Promise<void>;
  /** How far it has come, in words. */
  readonly progress: () => string;
  readonly stop: () => void;
}

/** Shorter pauses pass unnoticed. */
const WORTH_TELLING_MS = 1000;

/** Pages that a search goes through by itself; after that, "Load more…" goes on. */
const MOST_PAGES = 2000;

/** How often the rows of a search are drawn anew, at most. */
const DRAWING_PAUSE_MS = 500;

/**
 * A list that keeps the pages it has loaded: "more" asks for the next page only, a refresh for as many as were shown.
 * A load that fails leaves the items as they were and is not repeated before `retry`.
 */
export class PagedList<T> {
  items: readonly T[] = [];
  more = false;
  failure: ListFailure | undefined;
  /** The server asks to wait; the load goes on by itself afterwards. */
  pause: Pause | undefined;
  /** Whether a page was ever loaded. */
  loaded = false;
  /** Whether its pages are looked through at the moment, which goes on by itself. */
  searching = false;

  private stale = true;
  private shown = 0;
  private source: PageSource<T> | undefined;
  private running: Promise<void> | undefined;
  private stopper: AbortController | undefined;
  /** Those who wait for a load, but not for longer than the server's pause. */
  private waiting: (() => void)[] = [];

  constructor(private readonly options: ListOptions<T>) {}

  get loading(): boolean {
    return this.running !== undefined;
  }

  /** The words of the source on what it found, where it has any. */
  get note(): string | undefined {
    return this.source?.note;
  }

  /** Loads what is missing. Resolves when that is done or failed, and early when the server asks to wait. */
  ensure(): Promise<void> {
    if (!this.running && this.stale) this.reload();
    return this.settled();
  }

  /** Loads the next page. Resolves as `ensure` does. */
  loadMore(): Promise<void> {
    if (!this.running && this.more) {
      this.start('more', async (call) => {
        const page = await this.source?.next(call);
        this.add(page ?? { items: [], more: false });
      });
    }
    return this.settled();
  }

  /** Has the list loaded anew when it is next asked for. */
  markStale(): void {
    this.stale = true;
  }

  /** Takes up the load that failed where it failed. */
  retry(): Promise<void> {
    const during = this.failure?.during;
    if (during === 'more') return this.loadMore();
    this.stale = true;
    return this.ensure();
  }

  /** Stops the load under way; what was shown before stays. */
  stop(): void {
    this.stopper?.abort();
  }

  find(key: string): T | undefined {
    return this.items.find((item) => this.options.keyOf(item) === key);
  }

  remove(key: string): void {
    this.items = this.items.filter((item) => this.options.keyOf(item) !== key);
  }

  /** Puts an item in the place of the one with its key, or at the top. */
  put(item: T): void {
    const key = this.options.keyOf(item);
    const at = this.items.findIndex((other) => this.options.keyOf(other) === key);
    this.items = at < 0 ? [item, ...this.items] : this.items.with(at, item);
  }

  private reload(): void {
    const wanted = Math.max(this.shown, 1);
    this.start(this.loaded ? 'refresh' : 'load', async (call) => {
      const source = await this.options.open();
      const pages: Page<T>[] = [];
      while (pages.length < wanted) {
        const page = await source.next(call);
        if (page) pages.push(page);
        // A search shows what it found so far, and goes on.
        if (!page?.more || source.searching) break;
      }
      this.source = source;
      this.items = [];
      this.shown = 0;
      for (const page of pages) this.add(page);
      this.more = pages.at(-1)?.more ?? false;
      this.loaded = true;
    });
  }

  private add(page: Page<T>): void {
    const keys = new Set(this.items.map(this.options.keyOf));
    this.items = [...this.items, ...page.items.filter((item) => !keys.has(this.options.keyOf(item)))];
    this.more = page.more;
    this.shown += 1;
  }

  /** Looks through the pages of a search, one after the other. */
  private goOn(): void {
    const { source } = this;
    if (!source?.searching || !this.more || this.failure || this.running) return;
    this.searching = true;
    this.start('search', async (call) => {
      let drawn = Date.now();
      for (let pages = 0; pages < MOST_PAGES && this.more; pages++) {
        this.add((await source.next(call)) ?? { items: [], more: false });
        if (Date.now() - drawn < DRAWING_PAUSE_MS) continue;
        drawn = Date.now();
        this.options.onChange();
      }
    });
    const { running: ended = Promise.resolve() } = this;
    this.options.onSearch?.({
      ended,
      progress: () => source.progress ?? '',
      stop: () => this.stop(),
    });
    this.options.onChange();
  }

  private start(during: ListFailure['during'] | 'search', load: (call: CallOptions) => Promise<void>): void {
    this.stale = false;
    const stopper = (this.stopper = new AbortController());
    const signal = AbortSignal.any([this.options.signal, stopper.signal]);
    const running = load({ signal, onPause: (pause) => this.notePause(pause) }).then(
      () => {
        this.failure = undefined;
      },
      (error: unknown) => {
        // Nobody looks at a list whose connection is gone.
        if (!this.options.signal.aborted)
          this.failure = { error, during: during === 'search' ? 'more' : during };
      },
    );
    this.running = running.then(() => {
      const told = this.pause !== undefined || this.searching;
      this.running = undefined;
      this.pause = undefined;
      this.searching = false;
      this.release();
      if (this.options.signal.aborted) return;
      if (told) this.options.onChange();
      if (during !== 'search') this.goOn();
    });
    this.options.onLoad?.(this.running);
  }

  private notePause(pause: Pause): void {
    if (pause.reason !== 'rate-limit' || pause.ms < WORTH_TELLING_MS) return;
    this.pause = pause;
    this.release();
    this.options.onChange();
  }

  private settled(): Promise<void> {
    if (!this.running || this.pause || this.searching) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
