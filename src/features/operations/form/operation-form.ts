import * as vscode from 'vscode';
import { serviceName } from '../../../connections/endpoints.ts';
import type { Connection } from '../../../connections/model.ts';
import { challengeWords } from '../../../editor/known-challenges.ts';
import { remarkOf } from '../../../editor/panel-words.ts';
import type { Webview } from '../../../editor/webview/webview.ts';
import type { CurlTarget } from '../../../ory/curl.ts';
import { curlOf } from '../../../ory/curl.ts';
import type { Operation } from '../../../ory/operations/operation.ts';
import { previewText } from '../../../ory/runner/preview.ts';
import { type FormEntry, RunForm } from '../../../ory/runner/run-form.ts';
import { hasDocument, type RunInput, withoutSecrets } from '../../../ory/runner/run-input.ts';
import { redactInput } from '../../../ory/secrets/redact-input.ts';
import {
  type FieldOffer,
  type FormMessage,
  formMessages,
  type FormModel,
} from '../../../webviews/operation/contract.ts';
import { whyUnavailable } from '../availability.ts';
import { offersFor } from '../offers.ts';
import { openInBrowser } from '../open-in-browser.ts';
import type { Operations } from '../operations.ts';
import { perform } from '../perform.ts';
import { lastInput } from '../remembered.ts';
import type { Subject } from '../subject.ts';
import { targetOf } from '../../../editor/curl-target.ts';
import { writeBody } from '../write-body.ts';
import { formField } from './form-model.ts';

export const FORM_VIEW = 'operation';

/** The form of one operation on one connection, in a panel of its own. */
export class OperationForm implements vscode.Disposable {
  private readonly form: RunForm;
  private readonly touched = new Set<string>();
  /** Keys of known secrets that fields hold, by the fields' names. */
  private readonly taken = new Map<string, string>();
  private readonly listener: vscode.Disposable;
  private webview: Webview<FormModel, FormMessage> | undefined;
  private target: CurlTarget | undefined;
  private outcome: FormModel['outcome'];
  /** A run is asked about or under way: there is no second one beside it. */
  private running = false;
  private sending = false;
  private revision = 0;

  constructor(
    private readonly operations: Operations,
    private readonly operation: Operation,
    private connection: Connection,
    given: RunInput['values'],
    private readonly subject: Subject | undefined,
  ) {
    this.form = new RunForm(operation, given);
    this.listener = operations.container.connections.onDidChange(() => void this.follow());
  }

  /**
   * Shows the form, in a panel that outlived a reload of the window or a new one.
   * @param closed hears that it was closed
   */
  async show(closed: () => void, restored?: vscode.WebviewPanel): Promise<void> {
    const { operations, operation, connection } = this;
    const content = {
      title: `${operation.id} · ${connection.name}`,
      model: () => this.model(),
      onMessage: (message: FormMessage) => this.hear(message),
      restore: () => ({
        operation: operation.id,
        connection: connection.id,
        values: withoutSecrets(operation, { values: this.form.values }, operations.container.redactor).values,
      }),
    };
    const kind = { name: FORM_VIEW, messages: formMessages };
    this.webview = await operations.container.openWebview(kind, content, restored);
    this.webview.onDidDispose(() => {
      this.dispose();
      closed();
    });
    await this.follow();
  }

  /** Brings the form to the front, filled in with other values. */
  showWith(values: RunInput['values']): void {
    if (Object.keys(values).length > 0) this.replace(values);
    this.webview?.reveal();
  }

  dispose(): void {
    this.listener.dispose();
  }

  /** The connection may have got another address or key, be read-only now, or be gone. */
  private async follow(): Promise<void> {
    const { container } = this.operations;
    this.connection = container.connections.byId(this.connection.id) ?? this.connection;
    this.target = this.reason
      ? undefined
      : await targetOf(container.secrets, this.connection, this.operation);
    this.webview?.refresh();
  }

  private get reason(): string {
    const { operations, connection, operation } = this;
    return operations.container.connections.byId(connection.id)
      ? (whyUnavailable(operation, connection, new Map()) ?? '')
      : `The connection ${connection.name} was removed.`;
  }

  private model(): FormModel {
    const { operation, connection, operations, form, target, sending, revision, outcome } = this;
    return {
      operation: operation.id,
      summary: operation.summary,
      method: operation.method,
      effect: operation.effect,
      service: serviceName(operation.service),
      connection: connection.name,
      remark: remarkOf(connection),
      fields: form.entries.map((entry) => {
        const { name } = entry.asked;
        return formField(entry, this.offersOf(entry), this.touched.has(name), this.taken.get(name));
      }),
      revision,
      preview: target ? operations.container.redactor.value(previewText(form.preview(target))) : '',
      run: runWords(operation, operations.drafts.openFor(connection.id, operation.id) !== undefined),
      running: sending,
      ...(outcome ? { outcome } : {}),
      reason: this.reason,
    };
  }

  private offersOf({ asked: { name, field } }: FormEntry): readonly FieldOffer[] {
    const { operations, connection, operation, subject } = this;
    return field.secret
      ? operations.container.challenges
          .for(connection.id, name)
          .map((known) => ({ value: known.key, ...challengeWords(known) }))
      : offersFor(connection, operation, name, operations.answers, subject);
  }

  private async hear(message: FormMessage): Promise<void> {
    const { operations, operation, connection, form } = this;
    switch (message.type) {
      case 'change':
        form.set(message.name, message.text);
        this.taken.delete(message.name);
        this.outcome = undefined;
        this.webview?.refresh();
        break;
      case 'take':
        this.take(message.name, message.key);
        break;
      case 'leave':
        this.touched.add(message.name);
        this.webview?.refresh();
        break;
      case 'curl':
        if (this.target && this.complete()) {
          await vscode.env.clipboard.writeText(
            curlOf(
              operation,
              redactInput(operations.container.redactor, { values: form.values }),
              this.target,
            ),
          );
          vscode.window.setStatusBarMessage(`$(check) Copied ${operation.id} as cURL`, 6000);
          this.webview?.announce('Copied as cURL.');
        }
        break;
      case 'reset':
        this.replace(
          lastInput(operations.container.context.workspaceState, connection.id, operation.id).values,
        );
        break;
      case 'clear':
        this.replace({});
        break;
      case 'run':
        if (this.complete()) await this.run();
        break;
    }
  }

  /** What is taken is found here: its value never passes the view. */
  private take(name: string, key: string): void {
    const { operations, connection, form, taken } = this;
    const known = operations.container.challenges.for(connection.id, name).find((one) => one.key === key);
    form.set(name, known?.challenge ?? '');
    if (known) taken.set(name, key);
    else taken.delete(name);
    this.outcome = undefined;
    this.webview?.refresh();
  }

  private replace(values: RunInput['values']): void {
    this.form.fill(values);
    this.touched.clear();
    this.taken.clear();
    this.outcome = undefined;
    this.revision += 1;
    this.webview?.refresh();
  }

  /** Whether it can be sent; otherwise the first field that keeps it from that gets the focus. */
  private complete(): boolean {
    const { form } = this;
    const name = form.firstProblem;
    if (name === undefined) return true;
    for (const { asked } of form.entries) this.touched.add(asked.name);
    this.webview?.refresh();
    this.webview?.focus(`field-${name}`);
    this.webview?.announce(form.entries.find(({ asked }) => asked.name === name)?.problem ?? '');
    return false;
  }

  private async run(): Promise<void> {
    const { operations, operation, connection, form } = this;
    if (this.running || this.reason) return;
    const run = { operation, connection, input: { values: form.values } };
    if (operation.opensInBrowser) {
      await openInBrowser(operations, run);
      return;
    }
    if (hasDocument(operation)) {
      await writeBody(operations, operation, connection, form.values);
      return;
    }
    this.running = true;
    this.outcome = undefined;
    try {
      const entry = await perform(operations, { ...run, beside: true }, () => {
        this.sending = true;
        this.webview?.refresh();
      });
      this.outcome = entry && outcomeOf(entry);
    } finally {
      this.running = false;
      this.sending = false;
      this.webview?.refresh();
      if (this.outcome) this.webview?.announce(this.outcome.text);
    }
  }
}

function runWords(operation: Operation, hasDraft: boolean): string {
  if (operation.opensInBrowser) return 'Open in Browser…';
  if (hasDocument(operation)) return hasDraft ? 'Back to the Body' : 'Write the Body…';
  return operation.effect === 'destroy' ? 'Run…' : 'Run';
}

function outcomeOf({ status, ms, failure = '' }: { status?: number; ms: number; failure?: string }) {
  if (status === undefined)
    return { good: false, text: failure === 'cancelled' ? 'Cancelled.' : `Not answered: ${failure}.` };
  return { good: status < 300, text: `${status} in ${Math.round(ms)} ms` };
}
