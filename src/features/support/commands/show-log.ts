import type { Container } from '../../../container.ts';

/** Shows the log: one line a request, without secrets. */
export function run({ log }: Container): void {
  log.show();
}
