const idOf = (item: unknown): unknown => {
  const { id, client_id: clientId } = (item ?? {}) as { id?: unknown; client_id?: unknown };
  return id ?? clientId;
};

/**
 * Takes out of a page what the pages before it showed. What is created while a list is read moves the rest on, so that
 * a page begins with the end of the one before; and some servers answer an earlier page where there is none. To keep
 * every id of a list of millions only to notice that would cost more than the list.
 */
export class Repeats {
  private readonly firstIds = new Set<unknown>();
  private before: readonly unknown[] = [];

  drop<T>(page: readonly T[]): readonly T[] {
    const { before } = this;
    // The ids alone: a page that is kept through the next one costs the garbage collector more than the list itself.
    this.before = page.map(idOf);
    const [first] = this.before;
    if (first === undefined) return page;
    if (this.firstIds.has(first)) return [];
    this.firstIds.add(first);
    if (!before.includes(first)) return page;
    const shown = new Set(before);
    return page.filter((item) => !shown.has(idOf(item)));
  }
}
