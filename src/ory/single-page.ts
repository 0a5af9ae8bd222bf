import type { CallOptions } from './client.ts';
import type { PageSource } from './paging.ts';

/** A list that the server gives as a whole; null is an empty one, and gaps are passed over, as on pages. */
export function singlePage<T>(
  read: (call: CallOptions) => Promise<readonly (T | null)[] | null | undefined>,
): PageSource<T> {
  let ended = false;
  return {
    async next(call = {}) {
      if (ended) return undefined;
      const items = ((await read(call)) ?? []).filter((item): item is T => item !== null);
      ended = true;
      return { items, more: false };
    },
  };
}
