import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import type { Operation } from '../../../ory/operations/operation.ts';
import type { RunInput } from '../../../ory/runner/run-input.ts';
import type { Subject } from '../subject.ts';

/** What the rest of the feature knows of the forms, whose code is loaded with the first. */
export interface OpensForms {
  /** Opens the form of an operation, or brings it to the front. */
  open(
    operation: Operation,
    connection: Connection,
    given: RunInput['values'],
    subject?: Subject,
  ): Promise<void>;
  /** Makes a form again that was open when the window was reloaded; one that can't be is closed. */
  restore(panel: vscode.WebviewPanel, restore: unknown): Promise<void>;
  dispose(): void;
}
