import type { PageSource } from '../../../ory/paging.ts';
import { PagedList, type Search } from './paged-list.ts';

/** A list as the rows need it. */
export interface ListSpec<T> {
  /** Unique within the view; begins with the id of the row it stands under. */
  readonly id: string;
  /** The row to refresh when the list changes by itself; undefined for the view's own list. */
  readonly row: string | undefined;
  readonly keyOf: (item: T) => string;
  readonly open: () => PageSource<T> | Promise<PageSource<T>>;
}

interface Entry {
  // The lists of a view hold items of many types; each is asked for with the type it was made with.
  readonly list: PagedList<never>;
  readonly row: string | undefined;
}

/** The lists behind the rows of one view. They outlive the rows, which are made anew at every refresh. */
export class ListRegistry {
  private readonly entries = new Map<string, Entry>();
  private readonly aborts = new Map<string, AbortController>();

  constructor(
    private readonly onChange: (row: string | undefined) => void,
    private readonly onLoad: (loading: Promise<void>) => void,
    private readonly onSearch: (search: Search) => void = () => undefined,
  ) {}

  /** The list with this id; made, but not loaded, when it is first asked for. */
  of<T>({ id, row, keyOf, open }: ListSpec<T>): PagedList<T> {
    const known = this.entries.get(id);
    if (known) return known.list as unknown as PagedList<T>;
    const abort = new AbortController();
    const list = new PagedList<T>({
      open,
      keyOf,
      signal: abort.signal,
      onChange: () => this.onChange(row),
      onLoad: this.onLoad,
      onSearch: this.onSearch,
    });
    this.entries.set(id, { list: list as unknown as PagedList<never>, row });
    this.aborts.set(id, abort);
    return list;
  }

  get(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  get all(): readonly PagedList<never>[] {
    return [...this.entries.values()].map((entry) => entry.list);
  }

  /** The lists whose id begins so. */
  under(prefix: string): readonly Entry[] {
    return [...this.entries].flatMap(([id, entry]) => (id.startsWith(prefix) ? entry : []));
  }

  /** Has the lists loaded anew when they are next shown: those whose id begins so, or all. */
  markStale(prefix = ''): void {
    for (const [id, { list }] of this.entries) if (id.startsWith(prefix)) list.markStale();
  }

  /** Cancels and forgets the lists whose id begins so, or all. */
  drop(prefix = ''): void {
    for (const id of this.entries.keys()) {
      if (!id.startsWith(prefix)) continue;
      this.aborts.get(id)?.abort();
      this.aborts.delete(id);
      this.entries.delete(id);
    }
  }
}
