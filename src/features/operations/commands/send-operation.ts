import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { givenUri } from '../../../editor/given.ts';
import { withoutLinks } from '../../../editor/text.ts';
import { enter } from '../../../editor/wizard-input.ts';
import { JsonSyntaxError, parseEditedJson } from '../../../ory/json/tree.ts';
import { CATALOGUE } from '../../../ory/operations/index.ts';
import type { Operation } from '../../../ory/operations/operation.ts';
import { fillMasks, masksIn, nameOfPlace } from '../../../ory/runner/body-secrets.ts';
import { problemsOf } from '../../../ory/runner/read-value.ts';
import { whyUnavailable } from '../availability.ts';
import { askInput } from '../ask-input.ts';
import type { Draft } from '../drafts.ts';
import type { Operations } from '../operations.ts';
import { needsForm } from '../form/needs-form.ts';
import { perform } from '../perform.ts';
import { review } from '../review.ts';
import { targetOf } from '../../../editor/curl-target.ts';

/** Runs the operation whose body stands in a document: asks for its secrets, shows the request, sends it. */
export async function sendOperation(operations: Operations, args: readonly unknown[]): Promise<void> {
  const uri = givenUri(args);
  const draft = uri && operations.drafts.of(uri);
  const operation = CATALOGUE.find(({ id }) => id === draft?.operation);
  if (!uri || !draft || !operation) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This document is the body of no operation: “Ory: Run Operation…” opens one.'),
    );
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await send(operations, operation, draft, document);
}

async function send(
  operations: Operations,
  operation: Operation,
  draft: Draft,
  document: vscode.TextDocument,
): Promise<void> {
  const { container, answers } = operations;
  const connection = container.connections.byId(draft.connection);
  const reason = connection
    ? whyUnavailable(operation, connection, new Map())
    : vscode.l10n.t('The connection {0} was removed.', draft.connectionName);
  if (!connection || reason) {
    void vscode.window.showWarningMessage(
      withoutLinks(vscode.l10n.t("Couldn't run {0}: {1}", operation.id, reason ?? '')),
    );
    return;
  }
  const body = document.getText();
  const input = { values: draft.values, body };
  const [problem] = problemsOf(operation, input);
  if (problem) {
    void vscode.window.showWarningMessage(withoutLinks(problem));
    return;
  }
  try {
    const json = operation.body?.contentType === 'application/json';
    const places = json ? masksIn(parseEditedJson(body)) : [];
    const secrets = await askSecrets(`${operation.id} on ${connection.name}`, places);
    if (!secrets) return;
    const target = await targetOf(container.secrets, connection, operation);
    const choice = await review(
      { operation, connection, input, target, redactor: container.redactor },
      answers,
    );
    if (choice === 'send') {
      // What is sent is kept as well: closing the document asks about nothing that is on its way.
      await document.save();
      const filled = places.length > 0 ? { body: fillMasks(body, secrets) } : {};
      await perform(operations, { operation, connection, input, ...filled });
    }
    if (choice === 'change') await change(operations, operation, { ...draft, connection }, document);
  } catch (error) {
    if (error instanceof JsonSyntaxError) await showPlace(document, error);
    await container.tell(error, { doing: vscode.l10n.t("Couldn't run {0}", operation.id), connection });
  }
}

/** Changes what goes with a body, where it was asked for: in the form, or in quick inputs. */
async function change(
  operations: Operations,
  operation: Operation,
  { connection, ...draft }: Omit<Draft, 'connection'> & { readonly connection: Connection },
  document: vscode.TextDocument,
): Promise<void> {
  if (needsForm(operation)) {
    await (await operations.forms()).open(operation, connection, draft.values);
    return;
  }
  const values = await askInput(operation, connection, draft.values, operations);
  await vscode.window.showTextDocument(document);
  if (typeof values === 'symbol') return;
  operations.drafts.setValues(document.uri, values);
  await send(operations, operation, { ...draft, connection: connection.id, values }, document);
}

/** Secrets never stand in the document: they are asked for when it is sent, and kept nowhere. */
async function askSecrets(
  title: string,
  places: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const values = new Map<string, string>();
  for (const [at, place] of places.entries()) {
    const step = { title, step: at + 1, totalSteps: places.length, canGoBack: false };
    const answer = await enter(step, {
      heading: nameOfPlace(place),
      prompt: withoutLinks(vscode.l10n.t('Secret for {0}; it is sent and not kept.', place)),
      password: true,
    });
    if (typeof answer === 'symbol') return undefined;
    values.set(place, answer.text);
  }
  return values;
}

async function showPlace(document: vscode.TextDocument, { offset, length }: JsonSyntaxError): Promise<void> {
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  await vscode.window.showTextDocument(document, { selection: range });
}
