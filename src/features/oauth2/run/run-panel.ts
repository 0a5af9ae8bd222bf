import type { OAuth2Client } from '@ory/client';
import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import type { Webview } from '../../../editor/webview/webview.ts';
import { isOryError } from '../../../ory/errors.ts';
import { type RunMessage, runMessages, type RunModel } from '../../../webviews/oauth2-run/contract.ts';
import type { TokenName } from '../../../flows/oauth2/tokens/token-set.ts';
import type { OAuth2 } from '../oauth2.ts';
import { failureWords, remarkOf } from '../words.ts';
import { chooseClient } from './choose-client.ts';
import { exchangeModel } from './exchange-model.ts';
import { FLOWS } from './flow-kinds.ts';
import { Run } from './run.ts';
import { RunSetup } from './run-setup.ts';
import { RunTokens } from './run-tokens.ts';

/** A panel in which one flow after the other is run against a connection. */
export class RunPanel {
  private readonly setup = new RunSetup();
  private run: Run | undefined;
  private tokens: RunTokens | undefined;
  private webview: Webview<RunModel, RunMessage> | undefined;
  private problem = '';

  constructor(
    private readonly oauth2: OAuth2,
    private readonly connection: Connection,
    client: OAuth2Client | undefined,
  ) {
    if (client) this.setup.choose(client);
  }

  /** @param restored a panel that outlived a reload of the window */
  async show(restored?: vscode.WebviewPanel): Promise<void> {
    const { container } = this.oauth2;
    this.webview = await container.openWebview(
      { name: 'oauth2-run', messages: runMessages },
      {
        title: `OAuth 2.0 flow · ${this.connection.name}`,
        model: () => this.model(),
        onMessage: (message) => this.hear(message),
        restore: () => ({ connection: this.connection.id, client: this.setup.client?.client_id ?? '' }),
      },
      restored,
    );
    this.webview.onDidDispose(() => void this.end());
  }

  private async end(): Promise<void> {
    const { run, connection } = this;
    this.run = undefined;
    this.tokens = undefined;
    try {
      await run?.end();
    } catch (error) {
      await this.oauth2.container.tell(error, {
        doing: `Couldn’t delete the temporary client of the run on ${connection.name}; it is tried again later`,
        connection,
      });
    }
  }

  private model(): RunModel {
    const { run, setup, connection, tokens } = this;
    const { deciding, device, systemBrowser } = run ?? {};
    const { client, flow } = setup;
    const who = client ? client.client_name || (client.client_id ?? '') : 'a temporary client';
    return {
      connection: connection.name,
      remark: remarkOf(connection),
      about: `${FLOWS[flow].label} with ${who}.`,
      state: run?.state ?? 'setup',
      reason: this.reason,
      revision: setup.revision,
      fields: setup.fields(),
      temporary: run?.temporary ?? '',
      steps: (run?.trace.steps ?? []).map((step) => ({
        ...step,
        exchanges: step.exchanges.map(exchangeModel),
      })),
      ...(deciding?.form ? { challenge: deciding.form.model() } : {}),
      ...(device
        ? {
            device: {
              userCode: device.userCode,
              verificationUri: device.verificationUri,
              expiresAt: device.expiresAt.getTime(),
              interval: device.interval,
              canAccept: !deciding?.form,
            },
          }
        : {}),
      ...(systemBrowser?.waiting ? { browser: systemBrowser.waiting } : {}),
      failure: run?.failure || this.problem,
      tokens: tokens?.models() ?? [],
      results: tokens?.results ?? [],
      actions: tokens?.canSignOut ? [{ id: 'signOut', label: 'Sign Out', icon: 'sign-out' }] : [],
    };
  }

  private get reason(): string {
    const { connection, oauth2 } = this;
    if (!oauth2.container.connections.byId(connection.id))
      return `The connection ${connection.name} was removed.`;
    return connection.readOnly ? `${connection.name} is read-only: nothing is run through it.` : '';
  }

  private async hear(message: RunMessage): Promise<void> {
    switch (message.type) {
      case 'fill':
        this.fill(message.form, message.name, message.value);
        break;
      case 'decide':
        await this.run?.deciding.answer(message.decision);
        break;
      case 'token':
        await this.attempt(() => this.tokens?.act(message.id as TokenName, message.action));
        break;
      case 'act':
        await this.attempt(() => this.tokens?.signOut(this.setup.postLogoutRedirectUri));
        this.lookAt('act-signOut');
        break;
      case 'start':
        await this.start();
        break;
      case 'cancel':
        this.run?.cancel();
        break;
      case 'again':
        await this.end();
        this.setup.revision++;
        this.lookAt('setup-flow');
        break;
      case 'chooseClient':
        await this.choose();
        break;
      case 'paste':
        await this.run?.systemBrowser.askPasted();
        break;
      case 'openBrowser':
        await this.run?.openBrowser();
        break;
      case 'acceptDevice':
        await this.run?.acceptDevice();
        break;
    }
    this.webview?.refresh();
  }

  private fill(form: 'setup' | 'accept' | 'reject', name: string, value: string): void {
    if (form === 'setup') this.setup.fill(name, value);
    else this.run?.deciding.form?.fill(form, name, value);
  }

  private async choose(): Promise<void> {
    const client = await chooseClient(this.oauth2.container, this.connection);
    if (client) this.setup.choose(client);
  }

  private async start(): Promise<void> {
    if (this.reason || this.run) return;
    let asked = '';
    this.problem = '';
    const run = await Run.create(this.oauth2, this.connection, this.setup, () => {
      this.webview?.refresh();
      // What is asked is said, and gets the keyboard.
      const at = run.deciding.form
        ? 'challenge'
        : run.device
          ? 'device'
          : run.systemBrowser.waiting
            ? 'browser'
            : '';
      if (at && at !== asked) this.webview?.focus(at);
      asked = at;
    });
    this.run = run;
    this.webview?.refresh();
    const set = await run.go();
    if (set && this.run === run) {
      const tokens = new RunTokens(run, this.connection, set);
      await this.attempt(() => tokens.inspect());
      this.tokens = tokens;
    }
    this.webview?.announce(ended(run));
    // What had the keyboard is gone with the run.
    this.lookAt(this.tokens ? 'section-token-access_token' : 'again');
  }

  /** Draws, and has the keyboard go on at a part of the view. */
  private lookAt(id: string): void {
    this.webview?.refresh();
    this.webview?.focus(id);
  }

  /** What fails after the run is said above its tokens. */
  private async attempt(work: () => Promise<void> | undefined): Promise<void> {
    this.problem = '';
    try {
      await work();
    } catch (error) {
      if (isOryError(error, 'cancelled')) return;
      this.problem = failureWords(error, this.connection, this.oauth2.container.redactor);
    }
  }
}

const ended = ({ state, failure }: Run): string =>
  state === 'done'
    ? 'The flow is done: there are tokens.'
    : state === 'failed'
      ? failure
      : 'The run was cancelled.';
