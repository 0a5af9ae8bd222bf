import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { CATALOGUE } from '../../../ory/operations/index.ts';
import type { Operation } from '../../../ory/operations/operation.ts';
import type { RunInput } from '../../../ory/runner/run-input.ts';
import { forBrowser } from '../open-in-browser.ts';
import type { Operations } from '../operations.ts';
import type { Subject } from '../subject.ts';
import { OperationForm } from './operation-form.ts';
import type { OpensForms } from './opens-forms.ts';

/** The forms that are open: one for each operation on each connection. */
export class Forms implements OpensForms {
  private readonly forms = new Map<string, OperationForm>();

  constructor(private readonly operations: Operations) {}

  async open(
    operation: Operation,
    connection: Connection,
    given: RunInput['values'],
    subject?: Subject,
  ): Promise<void> {
    const known = this.forms.get(keyOf(operation, connection));
    if (known) known.showWith(given);
    else await this.make(operation, connection, given, subject);
  }

  async restore(panel: vscode.WebviewPanel, restore: unknown): Promise<void> {
    const { operation: id, connection: name, values } = (restore ?? {}) as Record<string, unknown>;
    const found = CATALOGUE.find((one) => one.id === id);
    const connection =
      typeof name === 'string' ? this.operations.container.connections.byId(name) : undefined;
    if (!found || !connection) {
      panel.dispose();
      return;
    }
    const operation = found.opensInBrowser ? forBrowser(found) : found;
    const given = typeof values === 'object' && values !== null ? (values as RunInput['values']) : {};
    await this.make(operation, connection, given, undefined, panel);
  }

  dispose(): void {
    for (const form of this.forms.values()) form.dispose();
    this.forms.clear();
  }

  private async make(
    operation: Operation,
    connection: Connection,
    given: RunInput['values'],
    subject?: Subject,
    panel?: vscode.WebviewPanel,
  ): Promise<void> {
    const key = keyOf(operation, connection);
    const form = new OperationForm(this.operations, operation, connection, given, subject);
    this.forms.set(key, form);
    await form.show(() => this.forms.delete(key), panel);
  }
}

const keyOf = ({ id }: Operation, connection: Connection) => `${connection.id} ${id}`;
