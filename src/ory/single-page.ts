import type { CallOptions } from './client.ts';
import type { PageSource } from './paging.ts';

/** A list that the server gives as a whole. */
export function singlePage<T>(read: (call: CallOptions) => Promise<readonly T[]>): PageSource<T> {
  let ended = false;
  return {
    async next(call = {}) {
      if (ended) return undefined;
      const items = await read(call);
      ended = true;
      return { items, more: false };
    },
  };
}
