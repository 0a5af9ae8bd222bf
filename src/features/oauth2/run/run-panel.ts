import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { Panel } from '../../../editor/panel.ts';
import { type RunMessage, runMessages, type RunModel } from '../../../webviews/oauth2-run/contract.ts';
import type { TokenName } from '../../../flows/oauth2/tokens/token-set.ts';
import { mayWrite } from '../may-write.ts';
import type { OAuth2 } from '../oauth2.ts';
import { remarkOf } from '../../../editor/panel-words.ts';
import { chooseClient } from './choose-client.ts';
import { exchangeModel } from './exchange-model.ts';
import { FLOWS } from './flow-kinds.ts';
import { Run } from './run.ts';
import { RunSetup } from './run-setup.ts';
import { RunTokens } from './run-tokens.ts';

/** A panel in which one flow after the other is run against a connection. */
export class RunPanel extends Panel<RunModel, RunMessage> {
  protected readonly kind = { name: 'oauth2-run', messages: runMessages };
  private readonly setup = new RunSetup();
  private run: Run | undefined;
  private tokens: RunTokens | undefined;

  constructor(
    private readonly oauth2: OAuth2,
    connection: Connection,
    client: OAuth2Client | undefined,
  ) {
    super(oauth2.container, connection, ['hydra-admin', 'hydra-public']);
    if (client) this.setup.choose(client);
  }

  protected title(): string {
    return `OAuth 2.0 flow · ${this.live.now.name}`;
  }

  protected override restore(): unknown {
    return { connection: this.live.id, client: this.setup.client?.client_id ?? '' };
  }

  protected override follow(): void {
    if (this.live.readOnlyReason && this.run?.state === 'running') this.run.cancel();
    super.follow();
  }

  protected override closed(): void {
    void this.end();
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
        doing: l10n.t(
          'Couldn’t delete the temporary client of the run on {0}; it is tried again later',
          live.now.name,
        ),
        connection: live.now,
      });
    }
  }

  protected model(): RunModel {
    const { run, setup, live, tokens, doing } = this;
    const connection = live.now;
    const { deciding, device, systemBrowser } = run ?? {};
    const { client, flow } = setup;
    const who = client ? client.client_name || (client.client_id ?? '') : l10n.t('a temporary client');
    return {
      connection: connection.name,
      remark: remarkOf(connection),
      about: l10n.t('{0} with {1}.', FLOWS[flow].label, who),
      state: run?.state ?? 'setup',
      reason: live.readOnlyReason,
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
      actions: tokens?.canSignOut ? [{ id: 'signOut', label: l10n.t('Sign Out'), icon: 'sign-out' }] : [],
    };
  }

  protected async hear(message: RunMessage): Promise<void> {
    switch (message.type) {
      case 'fill':
        this.fill(message.form, message.name, message.value);
        break;
      case 'decide':
        await this.run?.deciding.answer(message.decision);
        break;
      case 'token':
        await this.attempt('Working', () => this.tokens?.act(message.id as TokenName, message.action));
        break;
      case 'act':
        await this.attempt('Working', () => this.tokens?.signOut(this.setup.postLogoutRedirectUri));
        this.lookAt('act-signOut');
        break;
      case 'start':
        await this.attempt('Running', () => this.start());
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
    this.refresh();
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
    if (live.readOnlyReason || this.run) return;
    const sure = await mayWrite(this.oauth2, this, live, {
      what: l10n.t('Run OAuth 2.0 flows'),
      consequence: l10n.t('Runs are real: they create clients, record consents and issue tokens.'),
      verb: l10n.t('Run'),
    });
    if (!sure || doing !== this.doing) return;
    let asked = '';
    this.problem = '';
    const run = await Run.create(this.oauth2, live, this.setup, () => {
      this.refresh();
      // What is asked is said, and gets the keyboard.
      const at = run.deciding.form
        ? 'challenge'
        : run.device
          ? 'device'
          : run.systemBrowser.waiting
            ? 'browser'
            : '';
      if (at && at !== asked) this.lookAt(at);
      asked = at;
    });
    // Closed meanwhile: nothing has been made yet.
    if (doing !== this.doing) return;
    this.run = run;
    this.refresh();
    const set = await run.go();
    if (set && this.run === run) {
      const tokens = new RunTokens(run, live, this.oauth2.container.connections, set);
      await this.say(() => tokens.inspect());
      if (doing !== this.doing) return;
      this.tokens = tokens;
    }
    this.announce(ended(run));
    // What had the keyboard is gone with the run.
    this.lookAt(this.tokens ? 'section-token-access_token' : 'again');
  }
}

const ended = ({ state, failure }: Run): string =>
  state === 'done'
    ? l10n.t('The flow is done: there are tokens.')
    : state === 'failed'
      ? failure
      : l10n.t('The run was cancelled.');
