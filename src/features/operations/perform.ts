import * as vscode from 'vscode';
import { offerUndo, undoableOf } from '../../editor/door/offer-undo.ts';
import { type ClientWrite, mayEndRegistrationToken } from '../../editor/registration-token.ts';
import { withPatience } from '../../editor/patience.ts';
import { withoutLinks } from '../../editor/text.ts';
import type { InputOf } from '../../ory/client.ts';
import { isOryError, OryError } from '../../ory/errors.ts';
import { isNoRoute } from '../../ory/no-route.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import type { Answered } from '../../ory/runner/answer-text.ts';
import type { HistoryEntry } from '../../ory/runner/history.ts';
import { callInputOf, type RunInput, withoutSecrets } from '../../ory/runner/run-input.ts';
import { learnRequest } from '../../ory/secrets/learn.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { aboutTo } from '../../kinds/touched.ts';
import { confirmRun } from './confirm-run.ts';
import type { Operations } from './operations.ts';
import { remember } from './remembered.ts';
import type { Run } from './run.ts';
import { showAnswer } from './show-answer.ts';

/**
 * Asks where something is lost, sends the request, and shows what came back.
 * @param sending called when nothing more is asked
 * @returns what came of it; undefined where it was not sent
 */
export async function perform(
  operations: Operations,
  run: Run,
  sending?: () => void,
): Promise<HistoryEntry | undefined> {
  const { operation, connection } = run;
  const { context, redactor } = operations.container;
  // What was typed for it is known before it is remembered or sent.
  learnRun(redactor, run);
  if (operation.effect !== 'read' && !(await confirmRun(operations, run))) return undefined;
  const client = rewrittenClient(run);
  if (client && !(await mayEndRegistrationToken(operations.container, client))) return undefined;
  sending?.();
  const at = Date.now();
  const started = performance.now();
  const doing = vscode.l10n.t("Couldn't run {0} on {1}", operation.id, connection.name);
  try {
    await remember(context.workspaceState, connection.id, operation, run.input, redactor);
    const { status, headers, text } = await send(operations, run);
    const entry = await finish(operations, run, at, {
      status,
      headers,
      text,
      ms: performance.now() - started,
    });
    tellUndo(operations, run);
    return entry;
  } catch (error) {
    const ms = performance.now() - started;
    if (isOryError(error, 'cancelled')) {
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('$(circle-slash) {0} was cancelled', operation.id),
        6000,
      );
      return note(operations, run, { at, ms, failure: 'cancelled' });
    }
    const answered = answerOf(error, ms);
    const failure = error instanceof OryError ? error.kind : 'failed';
    const entry = answered
      ? await finish(operations, run, at, answered)
      : note(operations, run, { at, ms, failure });
    // A message stays until it is read: who waits for the run does not wait for that.
    void operations.container.tell(lacking(operation, error), {
      doing,
      connection,
      retry: () => perform(operations, run),
    });
    return entry;
  }
}

/** Offers to take back what a run changed, where that can be done. */
function tellUndo({ container }: Operations, { operation, connection, input: { values } }: Run): void {
  const target = aboutTo({ operation, values });
  const undoable = target ? undoableOf(container, connection, target.kind, [target.id]) : [];
  const [one] = undoable;
  if (!one) return;
  void offerUndo(
    container,
    connection,
    vscode.l10n.t('Ran {0} for {1} on {2}', operation.id, one.name, connection.name),
    undoable,
  );
}

/** The client that a request rewrites, which may end its registration token. */
function rewrittenClient({ operation, connection, input }: Run): ClientWrite | undefined {
  const id = input.values.id;
  return (operation.id === 'patchOAuth2Client' || operation.id === 'setOAuth2Client') &&
    typeof id === 'string'
    ? { connection, id, name: id, verb: vscode.l10n.t('Run') }
    : undefined;
}

/** The input with the secrets of its body. */
const whole = ({ input, body }: Run): RunInput => (body === undefined ? input : { ...input, body });

function learnRun(redactor: Redactor, run: Run): void {
  try {
    const { body, ...parameters } = callInputOf(run.operation, whole(run));
    learnRequest(redactor, run.operation, parameters, body);
  } catch {
    // A body that is no JSON is refused when it is to be sent.
  }
}

async function send({ container }: Operations, run: Run) {
  const { operation, connection } = run;
  const client = await container.client(connection);
  const title = vscode.l10n.t('Running {0} on {1}', operation.id, withoutLinks(connection.name));
  return withPatience(title, (call) =>
    client.call(operation, callInputOf(operation, whole(run)) as InputOf<Operation>, call),
  );
}

/** A failure that the server answered is an answer as well: it is shown as one. */
function answerOf(error: unknown, ms: number): Answered | undefined {
  if (!isOryError(error, 'refused', 'redirected', 'not-ory')) return undefined;
  const { status, headers = {}, body } = error.facts;
  return status === undefined || body === undefined ? undefined : { status, headers, text: body, ms };
}

function lacking({ id }: Operation, error: unknown): unknown {
  if (!isNoRoute(error)) return error;
  return new Error(`This server has no ${id} (${error.status}): it may be older than the operation.`, {
    cause: error,
  });
}

async function finish(
  operations: Operations,
  run: Run,
  at: number,
  answered: Answered,
): Promise<HistoryEntry> {
  const { status, ms } = answered;
  const entry = note(operations, run, { at, ms, status });
  await showAnswer(operations, run, entry, answered);
  const sent = answered.headers['x-request-id'];
  const id = sent && operations.container.redactor.text(sent);
  const icon = status < 300 ? 'check' : 'error';
  vscode.window.setStatusBarMessage(
    `$(${icon}) ${run.operation.id}: ${status} in ${Math.round(ms)} ms${id ? ` · ${id.replaceAll('$(', '')}` : ''}`,
    10_000,
  );
  return entry;
}

function note(
  { history, container }: Operations,
  { operation, connection, input }: Run,
  outcome: Pick<HistoryEntry, 'at' | 'ms' | 'status' | 'failure'>,
): HistoryEntry {
  const entry = {
    operation: operation.id,
    connection: connection.id,
    input: withoutSecrets(operation, input, container.redactor),
    ...outcome,
  };
  history.add(entry);
  return entry;
}
