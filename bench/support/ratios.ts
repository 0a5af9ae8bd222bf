/** What is measured: a name and one round of its work. */
export interface Contender {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Runs all contenders in turn, round by round, so that each sees the same machine, and gives the median of each in
 * milliseconds. One round before the first is not counted.
 */
export async function medians(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of contenders) {
      const started = performance.now();
      await run();
      if (round > 0) times.get(name)?.push(performance.now() - started);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** Prints a line each: time, and the ratio to a base. */
export function printRatios(times: ReadonlyMap<string, number>, base: string): void {
  const unit = times.get(base) ?? Number.NaN;
  for (const [name, ms] of times) {
    console.log(`  ${name.padEnd(28)} ${ms.toFixed(1).padStart(9)} ms  ${(ms / unit).toFixed(3)} × ${base}`);
  }
}
