import type * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { Listing } from '../../kinds/listing.ts';

/** The names of resources by connection, where the server can't list them: they are remembered here. */
export class KnownNames {
  constructor(
    private readonly state: vscode.Memento,
    private readonly listing: Pick<Listing, 'key' | 'known'>,
  ) {}

  /** Those that the kind knows itself, then those that were added, in the order in which they were. */
  of(connection: Connection): readonly string[] {
    return [...(this.listing.known ?? []), ...this.remembered(connection)];
  }

  remembered(connection: Connection): readonly string[] {
    return this.state.get<readonly string[]>(this.keyOf(connection), []);
  }

  async remember(connection: Connection, name: string): Promise<void> {
    if (this.of(connection).includes(name)) return;
    await this.state.update(this.keyOf(connection), [...this.remembered(connection), name]);
  }

  async forget(connection: Connection, name: string): Promise<void> {
    const left = this.remembered(connection).filter((one) => one !== name);
    await this.state.update(this.keyOf(connection), left.length > 0 ? left : undefined);
  }

  private keyOf({ scope, id }: Connection): string {
    return `ory.${this.listing.key}.${scope}.${id}`;
  }
}
