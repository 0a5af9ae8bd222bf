import type { Connection } from '../../connections/model.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { bodyTemplate } from '../../ory/runner/body-templates.ts';
import type { Operations } from './operations.ts';
import { lastInput } from './remembered.ts';

/**
 * Opens the document in which the body of an operation is written: the one that is open, else what was sent or saved last,
 * else a template.
 * @param body a body that is to be run again, which gets a document of its own
 */
export async function writeBody(
  { drafts, container }: Operations,
  operation: Operation,
  connection: Connection,
  values: Readonly<Record<string, unknown>>,
  body?: string,
): Promise<void> {
  const draft = {
    operation: operation.id,
    connection: connection.id,
    connectionName: connection.name,
    values,
  };
  const last = lastInput(container.context.workspaceState, connection.id, operation.id).body;
  await drafts.open(draft, operation, body ?? last ?? bodyTemplate(operation.id), body !== undefined);
}
