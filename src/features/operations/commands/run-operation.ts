import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import type { Connection } from '../../../connections/model.ts';
import { givenConnection } from '../../../editor/given.ts';
import { tellMissing } from '../../../editor/require-connection.ts';
import { withoutLinks } from '../../../editor/text.ts';
import { BACK, CANCELLED } from '../../../editor/wizard.ts';
import { CATALOGUE } from '../../../ory/operations/index.ts';
import type { Operation } from '../../../ory/operations/operation.ts';
import { problemsOf } from '../../../ory/runner/read-value.ts';
import { hasDocument, type RunInput } from '../../../ory/runner/run-input.ts';
import { askInput } from '../ask-input.ts';
import { versionsOf, whyUnavailable } from '../availability.ts';
import { needsForm } from '../form/needs-form.ts';
import { forBrowser, openInBrowser } from '../open-in-browser.ts';
import type { Operations } from '../operations.ts';
import { perform } from '../perform.ts';
import { pickOperation } from '../pick-operation.ts';
import { lastInput, rememberedOf } from '../remembered.ts';
import { review } from '../review.ts';
import { parameterFor, type Subject, subjectOf } from '../subject.ts';
import { targetOf } from '../../../editor/curl-target.ts';
import { writeBody } from '../write-body.ts';

/** What the command may be called with; all of it may be missing. */
export interface RunRequest {
  /** Id of the operation. */
  readonly operation?: string;
  /** Id of the connection; else that of the row, else the active one: a document in front says nothing about it. */
  readonly connection?: string;
  /** Parameters and form fields by name. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly body?: string;
}

/** Run Operation…: choose, fill in, look at the request, send it, read the answer. Each step can be left by Escape. */
export async function runOperation(operations: Operations, args: readonly unknown[]): Promise<void> {
  const request = requestOf(args[0]);
  const row = subjectOf(args[0]);
  const connection = await connectionOf(operations, givenConnection(args[0]));
  if (!connection) return;
  const subject = row?.connection === connection.id ? row : undefined;
  const { operation: id, parameters, body } = request;
  if (id === undefined) return choose(operations, connection, subject);
  const operation = CATALOGUE.find((one) => one.id === id || one.formerId === id);
  if (!operation) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The catalogue has no operation {0}.', withoutLinks(id)),
    );
    return;
  }
  const reason = whyUnavailable(operation, connection, new Map());
  if (reason) return tellWhyNot(operation, connection, reason);
  const given: RunInput = { values: parameters ?? {}, ...(body === undefined ? {} : { body }) };
  // What was given in full is not asked for again: it is looked at, and can be changed there.
  const complete = parameters !== undefined && problemsOf(operation, { ...given, body: '-' }).length === 0;
  await fillIn(operations, { operation, connection, subject }, given, complete);
}

async function choose(operations: Operations, connection: Connection, subject?: Subject): Promise<void> {
  const { container, history } = operations;
  const state = container.context.workspaceState;
  const recent = [...history.operations, ...rememberedOf(state, connection.id).map(([id]) => id)];
  const picked = await pickOperation({
    connection,
    recent: [...new Set(recent)],
    subject,
    versions: async (services, signal) =>
      versionsOf(await container.client(connection), connection, services, { signal }),
  });
  if (!picked) return;
  if (picked === 'switch') {
    await ory.switchConnection();
    return runOperation(operations, []);
  }
  const { operation, reason } = picked;
  if (reason) return tellWhyNot(operation, connection, reason);
  const last = lastInput(state, connection.id, operation.id);
  const parameter = subject && parameterFor(operation, subject);
  const values = parameter ? { ...last.values, [parameter]: subject.id } : last.values;
  await fillIn(operations, { operation, connection, subject }, { values }, false);
}

interface Wanted {
  readonly operation: Operation;
  readonly connection: Connection;
  readonly subject: Subject | undefined;
}

async function fillIn(
  operations: Operations,
  wanted: Wanted,
  given: RunInput,
  complete: boolean,
): Promise<void> {
  const { connection, subject } = wanted;
  const operation = wanted.operation.opensInBrowser ? forBrowser(wanted.operation) : wanted.operation;
  if (needsForm(operation) && !complete) {
    await (await operations.forms()).open(operation, connection, given.values, subject);
    return;
  }
  const values = complete
    ? given.values
    : await askInput(operation, connection, given.values, operations, subject);
  if (values === BACK) return choose(operations, connection, subject);
  if (values === CANCELLED) return;
  if (hasDocument(operation)) return writeBody(operations, operation, connection, values, given.body);
  const run = { operation, connection, input: { values } };
  try {
    if (operation.opensInBrowser) {
      await openInBrowser(operations, run);
      return;
    }
    const target = await targetOf(operations.container.secrets, connection, operation);
    const choice = await review(
      { ...run, target, redactor: operations.container.redactor },
      operations.answers,
    );
    if (choice === 'send') await perform(operations, run);
    if (choice === 'change') await fillIn(operations, wanted, run.input, false);
  } catch (error) {
    await operations.container.tell(error, {
      doing: vscode.l10n.t("Couldn't run {0}", operation.id),
      connection,
    });
  }
}

function requestOf(value: unknown): RunRequest {
  if (typeof value !== 'object' || value === null) return {};
  const { operation, connection, parameters, body } = value as Record<keyof RunRequest, unknown>;
  return {
    ...(typeof operation === 'string' ? { operation } : {}),
    ...(typeof connection === 'string' ? { connection } : {}),
    ...(typeof parameters === 'object' && parameters !== null
      ? { parameters: parameters as Readonly<Record<string, unknown>> }
      : {}),
    ...(typeof body === 'string' ? { body } : {}),
  };
}

async function connectionOf(
  { container: { connections } }: Operations,
  id: string | undefined,
): Promise<Connection | undefined> {
  const connection = id === undefined ? connections.active : connections.byId(id);
  if (!connection) await tellMissing(id);
  return connection;
}

async function tellWhyNot(operation: Operation, connection: Connection, reason: string): Promise<void> {
  const edit = vscode.l10n.t('Edit Connection');
  const other = vscode.l10n.t('Switch Connection');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t("Couldn't run {0}: {1}", operation.id, withoutLinks(reason)),
    edit,
    other,
  );
  if (chosen === edit) await ory.editConnection(connection);
  if (chosen === other) await ory.switchConnection();
}
