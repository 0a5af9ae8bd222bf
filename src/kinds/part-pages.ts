import type { CallOptions } from '../ory/client.ts';
import type { Page, PageSource } from '../ory/paging.ts';
import type { PartItem } from './part-id.ts';

/** The pages of a list within something, with what each item is a part of: only with that its document is known. */
export const partsOf = <T>(of: string, pages: PageSource<T>): PageSource<PartItem<T>> => ({
  async next(call?: CallOptions): Promise<Page<PartItem<T>> | undefined> {
    const page = await pages.next(call);
    return page && { ...page, items: page.items.map((item) => ({ of, item })) };
  },
});
