import type * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { WELL_KNOWN_SETS } from '../../resources/key-set/row.ts';

/** The names of key sets by connection: Hydra can't list its sets, so they are remembered here. */
export class KeySetNames {
  constructor(private readonly state: vscode.Memento) {}

  /** The sets that Hydra signs with, then those that were added, in the order in which they were. */
  of(connection: Connection): readonly string[] {
    return [...WELL_KNOWN_SETS, ...this.remembered(connection)];
  }

  remembered(connection: Connection): readonly string[] {
    return this.state.get<readonly string[]>(keyOf(connection), []);
  }

  async remember(connection: Connection, set: string): Promise<void> {
    if (this.of(connection).includes(set)) return;
    await this.state.update(keyOf(connection), [...this.remembered(connection), set]);
  }

  async forget(connection: Connection, set: string): Promise<void> {
    const left = this.remembered(connection).filter((name) => name !== set);
    await this.state.update(keyOf(connection), left.length > 0 ? left : undefined);
  }
}

const keyOf = ({ scope, id }: Connection): string => `ory.keySets.${scope}.${id}`;
