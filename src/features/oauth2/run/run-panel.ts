import type { OAuth2Client } from '@ory/client';
import type * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { LiveConnection } from '../../../editor/live-connection.ts';
import type { Webview } from '../../../editor/webview/webview.ts';
import { OneAtATime } from '../../../flows/one-at-a-time.ts';
import { isOryError } from '../../../ory/errors.ts';
import { type RunMessage, runMessages, type RunModel } from '../../../webviews/oauth2-run/contract.ts';
import type { TokenName } from '../../../flows/oauth2/tokens/token-set.ts';
import { mayWrite } from '../may-write.ts';
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
  private readonly live: LiveConnection;
  /** What is done with the run; a new one has a new one. */
  private doing = this.newDoing();
  private run: Run | undefined;
  private tokens: RunTokens | undefined;
  private webview: Webview<RunModel, RunMessage> | undefined;
  private problem = '';

  constructor(
    private readonly oauth2: OAuth2,
    connection: Connection,
    client: OAuth2Client | undefined,
  ) {
    this.live = new LiveConnection(oauth2.container.connections, connection, ['hydra-admin', 'hydra-public']);
    if (client) this.setup.choose(client);
  }

  /** @param restored a panel that outlived a reload of the window */
  async show(restored?: vscode.WebviewPanel): Promise<void> {
    const { container } = this.oauth2;
    this.webview = await container.openWebview(
      { name: 'oauth2-run', messages: runMessages },
      {
        title: `OAuth 2.0 flow · ${this.live.now.name}`,
        model: () => this.model(),
        onMessage: (message) => this.hear(message),
        restore: () => ({ connection: this.live.id, client: this.setup.client?.client_id ?? '' }),
      },
      restored,
    );
    const listener = container.connections.onDidChange(() => {
      if (this.live.closed && this.run?.state === 'running') this.run.cancel();
    });
    this.webview.onDidDispose(() => {
      listener.dispose();
      void this.end();
    });
  }

  private newDoing(): OneAtATime {
    return new OneAtATime(() => this.webview?.refresh());
  }

  private async end(): Promise<void> {
    const { run, live } = this;
    this.run = undefined;
    this.tokens = undefined;
    this.doing = this.newDoing();
    try {
      await run?.end();
    } catch (error) {
      await this.oauth2.container.tell(error, {
        doing: `Couldn’t delete the temporary client of the run on ${live.now.name}; it is tried again later`,
        connection: live.now,
      });
    }
  }

  private model(): RunModel {
    const { run, setup, live, tokens, doing } = this;
    const connection = live.now;
    const { deciding, device, systemBrowser } = run ?? {};
    const { client, flow } = setup;
    const who = client ? client.client_name || (client.client_id ?? '') : 'a temporary client';
    return {
      connection: connection.name,
      remark: remarkOf(connection),
      about: `${FLOWS[flow].label} with ${who}.`,
      state: run?.state ?? 'setup',
      reason: live.closed,
      busy: doing.busy !== '',
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
              canAccept: run?.canAccept === true && !deciding?.form,
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
        await this.doing.run('Running', () => this.start());
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
    const client = await chooseClient(this.oauth2.container, this.live.now);
    // A run that was started meanwhile stays what it was started as.
    if (client && !this.run && !this.doing.busy) this.setup.choose(client);
  }

  private async start(): Promise<void> {
    const { doing, live } = this;
    if (live.closed || this.run) return;
    const sure = await mayWrite(this.oauth2, this, live, {
      what: 'Run OAuth 2.0 flows',
      consequence: 'Runs are real: they create clients, record consents and issue tokens.',
      verb: 'Run',
    });
    if (!sure || doing !== this.doing) return;
    let asked = '';
    this.problem = '';
    const run = await Run.create(this.oauth2, live, this.setup, () => {
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
    // Closed meanwhile: nothing has been made yet.
    if (doing !== this.doing) return;
    this.run = run;
    this.webview?.refresh();
    const set = await run.go();
    if (set && this.run === run) {
      const tokens = new RunTokens(run, live, this.oauth2.container.connections, set);
      await this.say(() => tokens.inspect());
      if (doing !== this.doing) return;
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

  /** Does something with the tokens, unless something is being done: a refresh token is good for one refresh. */
  private async attempt(work: () => Promise<void> | undefined): Promise<void> {
    await this.doing.run('Working', () => this.say(work));
  }

  /** What fails after the run is said above its tokens. */
  private async say(work: () => Promise<void> | undefined): Promise<void> {
    const { doing, live } = this;
    this.problem = '';
    try {
      await work();
    } catch (error) {
      if (doing !== this.doing || isOryError(error, 'cancelled')) return;
      this.problem = failureWords(error, live.now, this.oauth2.container.redactor);
    }
  }
}

const ended = ({ state, failure }: Run): string =>
  state === 'done'
    ? 'The flow is done: there are tokens.'
    : state === 'failed'
      ? failure
      : 'The run was cancelled.';
