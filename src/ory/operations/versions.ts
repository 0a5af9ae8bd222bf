import * as l10n from '@vscode/l10n';
import type { Operation } from './operation.ts';

/** What is known of a server: that it is Ory Network's, or which version it says it is. */
export interface ServerAge {
  readonly network: boolean;
  /** As `GET /version` tells it; development builds tell nothing, or something odd. */
  readonly version?: string | undefined;
}

const numbersOf = (version: string): number[] | undefined =>
  /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);

/**
 * Why a server lacks an operation, as a sentence for people, or undefined when it has it as far as can be known: a
 * version that cannot be read is taken for the newest.
 */
export function whyMissing(
  { id, since, onlyOn }: Pick<Operation, 'id' | 'since' | 'onlyOn'>,
  { network, version }: ServerAge,
): string | undefined {
  if (network) return undefined;
  if (onlyOn === 'network') return l10n.t('{0} exists on Ory Network only.', id);
  const first = numbersOf(since ?? '');
  const actual = numbersOf(version ?? '');
  if (!first || !actual) return undefined;
  const apart = first.map((part, at) => (actual[at] ?? 0) - part).find((difference) => difference !== 0) ?? 0;
  return apart < 0
    ? l10n.t('{0} exists since version {1}; this server is {2}.', id, since ?? '', version ?? '')
    : undefined;
}
