import type { Connection } from '../../connections/model.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { bodyTemplate } from '../../ory/runner/body-templates.ts';
import type { Operations } from './operations.ts';

/** Opens the document in which the body of an operation is written: what was sent last, else a template. */
export async function writeBody(
  { drafts }: Operations,
  operation: Operation,
  connection: Connection,
  values: Readonly<Record<string, unknown>>,
  body: string | undefined,
): Promise<void> {
  const language = operation.body?.contentType === 'application/json' ? 'json' : 'typescript';
  const draft = {
    operation: operation.id,
    connection: connection.id,
    connectionName: connection.name,
    values,
  };
  await drafts.open(draft, language, body ?? bodyTemplate(operation.id));
}
