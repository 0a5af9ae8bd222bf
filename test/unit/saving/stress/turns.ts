import type { random } from '../../support/random.ts';

/** Lets several actors go on one at a time, each up to its next request, in an order that hangs on a seed alone. */
export class Turns {
  private readonly waiting = new Map<string, () => void>();
  private alive = 0;

  constructor(private readonly chance: ReturnType<typeof random>) {}

  /** Runs actors until all have ended. */
  async run(actors: Readonly<Record<string, () => Promise<void>>>): Promise<void> {
    const all = Object.entries(actors);
    this.alive = all.length;
    await Promise.all(
      all.map(async ([name, act]) => {
        await this.turn(name);
        try {
          await act();
        } finally {
          this.alive--;
          this.next();
        }
      }),
    );
  }

  /** Waits until it is this actor's turn. Nobody else goes on before it waits again, or ends. */
  turn(name: string): Promise<void> {
    return new Promise((go) => {
      this.waiting.set(name, go);
      this.next();
    });
  }

  private next(): void {
    if (this.waiting.size < this.alive || this.waiting.size === 0) return;
    const name = this.chance.of([...this.waiting.keys()].sort());
    const go = this.waiting.get(name);
    this.waiting.delete(name);
    go?.();
  }
}
