import type { StoredClient } from './model.ts';

/** All clients, in the order of their ids. */
export class ClientStore {
  private readonly byId = new Map<string, StoredClient>();
  private sorted: readonly string[] | undefined;

  get(id: string): StoredClient | undefined {
    return this.byId.get(id);
  }

  put(client: StoredClient): void {
    if (!this.byId.has(client.id)) this.sorted = undefined;
    this.byId.set(client.id, client);
  }

  delete(id: string): boolean {
    this.sorted = undefined;
    return this.byId.delete(id);
  }

  /** The first clients after an id that pass a filter. */
  after(id: string | undefined, limit: number, passes: (client: StoredClient) => boolean): StoredClient[] {
    this.sorted ??= [...this.byId.keys()].sort();
    const found: StoredClient[] = [];
    for (const key of this.sorted) {
      if (id !== undefined && key <= id) continue;
      const client = this.byId.get(key);
      if (client === undefined || !passes(client)) continue;
      found.push(client);
      if (found.length === limit) break;
    }
    return found;
  }

  save(): StoredClient[] {
    return [...this.byId.values()];
  }

  load(saved: readonly StoredClient[]): void {
    this.byId.clear();
    this.sorted = undefined;
    for (const client of saved) this.byId.set(client.id, client);
  }
}
