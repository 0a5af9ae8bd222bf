import { asText } from '../../../ory/as-text.ts';
import type { JsonWebKey } from '@ory/client';

/** A sort of key that a set holds. */
export interface KeySort {
  readonly alg: string;
  readonly use: string;
  /** How many keys of it there are. */
  readonly count: number;
}

/** What kinds of keys a set holds, each of which can be rotated by itself. */
export function sortsOf(keys: readonly Pick<JsonWebKey, 'alg' | 'use'>[]): readonly KeySort[] {
  const sorts = new Map<string, KeySort>();
  for (const key of keys) {
    const alg = asText(key.alg);
    // A set may come from elsewhere; without an algorithm nothing can be generated like it.
    if (alg === '') continue;
    const use = asText(key.use);
    const name = `${alg} ${use}`;
    sorts.set(name, { alg, use, count: (sorts.get(name)?.count ?? 0) + 1 });
  }
  return [...sorts.values()];
}
