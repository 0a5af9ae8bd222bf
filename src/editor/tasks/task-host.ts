import type * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { OryClient } from '../../ory/client.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import type { ConnectionStore } from '../connection-store.ts';
import type { Door } from '../door/door.ts';
import type { UndoMemory } from '../door/undo-memory.ts';
import type { ErrorContext } from '../show-error.ts';

/** What a task needs of the window: where it may be done, by whom it is sent, and how it is told that it failed. */
export interface TaskHost {
  readonly connections: ConnectionStore;
  readonly redactor: Redactor;
  readonly log: vscode.LogOutputChannel;
  readonly undo: UndoMemory;
  client(connection: Connection): Promise<OryClient>;
  door(): Promise<Pick<Door, 'batch'>>;
  tell(error: unknown, context: ErrorContext): Promise<void>;
}
