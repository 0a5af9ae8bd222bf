/** Lets one thing be done at a time: what is asked for meanwhile is let go, such as a button's second click. */
export class OneAtATime {
  private what = '';
  private abort: AbortController | undefined;

  /** @param changed hears when something begins and ends */
  constructor(private readonly changed: () => void) {}

  /** What is being done, in words; empty where nothing is. */
  get busy(): string {
    return this.what;
  }

  /**
   * Does something, unless something is being done.
   * @param what it is, in words
   * @param work its signal fires when it is cancelled
   * @returns what came of it; undefined where it was let go
   */
  async run<T>(what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (this.abort) return undefined;
    this.what = what;
    this.abort = new AbortController();
    this.changed();
    try {
      return await work(this.abort.signal);
    } finally {
      this.what = '';
      this.abort = undefined;
      this.changed();
    }
  }

  cancel(): void {
    this.abort?.abort();
  }
}
