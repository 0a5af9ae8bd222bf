import { type Answered, answerText } from '../../ory/runner/answer-text.ts';
import type { HistoryEntry } from '../../ory/runner/history.ts';
import { previewOf } from '../../ory/runner/preview.ts';
import { redactInput } from '../../ory/secrets/redact-input.ts';
import { resourcesIn } from '../../kinds/kinds-in-operations.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { Operations } from './operations.ts';
import type { Run } from './run.ts';
import { targetOf } from '../../editor/curl-target.ts';

/** Shows an answer as a document. */
export async function showAnswer(
  operations: Operations,
  { operation, connection, input, beside }: Run,
  run: HistoryEntry,
  answered: Answered,
): Promise<void> {
  const { container, answers } = operations;
  const { method, url } = previewOf(
    operation,
    redactInput(container.redactor, input),
    await targetOf(container.secrets, connection, operation),
  );
  const asked = [
    `${operation.id} on ${connection.name}, ${new Date(run.at).toLocaleString()}`,
    container.redactor.text(`${method} ${url}`),
  ];
  const { secrets } = operation.answer;
  const { masked, reveal, tree } = await answerText(asked, answered, secrets, container.redactor);
  const found = resourcesIn(operation, input.values, tree).map(({ kind, id, node }) => ({
    kind,
    id,
    name: container.redactor.text(KINDS[kind].nameOf(node, id)),
  }));
  await answers.show({ run, masked, reveal, found, isJson: tree !== undefined }, beside);
}
