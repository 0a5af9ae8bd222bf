import * as l10n from '@vscode/l10n';
import type { Connection } from '../../../connections/model.ts';
import type { LiveConnection } from '../../../editor/live-connection.ts';
import { logTraced } from '../../../editor/log-exchange.ts';
import { openOutside } from '../../../editor/open-outside.ts';
import { browse } from '../../../flows/oauth2/browser/browse.ts';
import { EditorBrowser } from '../../../flows/oauth2/browser/follow.ts';
import {
  OWN_CALLBACK,
  type RedirectPlan,
  redirectPlans,
} from '../../../flows/oauth2/browser/redirect-plan.ts';
import { removeTemporary, SETTLED_MS } from '../../../flows/oauth2/clients/clean-up.ts';
import { type RunContext, runContext } from '../../../flows/oauth2/context.ts';
import { beginAuthorization } from '../../../flows/oauth2/runs/authorization-code.ts';
import { beginDevice, type PendingDevice } from '../../../flows/oauth2/runs/device.ts';
import { clientCredentials } from '../../../flows/oauth2/runs/grants.ts';
import type { TokenSet } from '../../../flows/oauth2/tokens/token-set.ts';
import { OneAtATime } from '../../../flows/one-at-a-time.ts';
import { Trace } from '../../../flows/oauth2/trace.ts';
import { isOryError, OryError } from '../../../ory/errors.ts';
import { Deciding } from '../challenge/deciding.ts';
import type { OAuth2 } from '../oauth2.ts';
import { failureWords } from '../../../editor/panel-words.ts';
import { runAssertion } from './run-assertion.ts';
import { clientFor, newRecord, providerOf, temporaryFor, toldBy } from './run-parts.ts';
import type { RunSetup } from './run-setup.ts';
import { SystemBrowser } from './system-browser.ts';
import { wordsOfError } from '../../../ory/words-of-error.ts';

export type RunState = 'running' | 'done' | 'failed' | 'cancelled';

/** One run of a flow, from its client to its tokens. Tokens live in it, and go with it. */
export class Run {
  readonly trace: Trace;
  readonly deciding: Deciding;
  readonly systemBrowser: SystemBrowser;
  state: RunState = 'running';
  failure = '';
  /** What is at hand once there are tokens. */
  context: RunContext | undefined;
  browser: EditorBrowser | undefined;
  device: PendingDevice | undefined;
  /** Id of the temporary client, while it is there. */
  temporary = '';
  private readonly abort = new AbortController();
  /** The editor's browser, which is at one place at a time. */
  private readonly browsing: OneAtATime;
  private readonly made: ReturnType<typeof newRecord>[] = [];

  private constructor(
    private readonly oauth2: OAuth2,
    readonly live: LiveConnection,
    readonly setup: RunSetup,
    private readonly api: RunContext['api'],
    private readonly changed: () => void,
  ) {
    const { container } = oauth2;
    this.trace = new Trace(container.redactor, changed, logTraced(container.log, live.id));
    this.browsing = new OneAtATime(changed);
    this.systemBrowser = new SystemBrowser(this.abort.signal, changed);
    this.deciding = new Deciding({ container, live, signal: this.abort.signal, changed });
  }

  static async create(
    oauth2: OAuth2,
    live: LiveConnection,
    setup: RunSetup,
    changed: () => void,
  ): Promise<Run> {
    return new Run(oauth2, live, setup, await oauth2.container.client(live.forWriting()), changed);
  }

  private get connection(): Connection {
    return this.live.now;
  }

  /** Runs the flow. @returns its tokens; undefined where it failed or was cancelled, which `state` tells */
  async go(): Promise<TokenSet | undefined> {
    try {
      const tokens = await this.flow();
      this.state = tokens ? 'done' : 'cancelled';
      return tokens;
    } catch (error) {
      this.state = isOryError(error, 'cancelled') ? 'cancelled' : 'failed';
      if (this.state === 'failed')
        this.failure = failureWords(error, this.connection, this.oauth2.container.redactor);
      return undefined;
    } finally {
      this.device = undefined;
      this.systemBrowser.dispose();
      this.changed();
    }
  }

  cancel(): void {
    this.abort.abort(new OryError('cancelled', 'Cancelled.'));
  }

  /** Cancels what is under way, and removes what was made for the run. */
  async end(): Promise<void> {
    this.cancel();
    const { container, records, leftovers } = this.oauth2;
    const made = new Set(this.made.splice(0).map(({ marker }) => marker));
    const left = records.all().filter(({ marker }) => made.has(marker));
    // Should the rest fail, whoever looks next knows that the run is over.
    for (const record of left) await records.put({ ...record, over: true });
    for (const record of left) {
      const api = await container.client(this.live.forWriting());
      if (!(await removeTemporary(api, record, records))) leftovers.lookIn(SETTLED_MS);
    }
    this.temporary = '';
  }

  /** The device's code is accepted here, as the device app would do it. */
  async acceptDevice(): Promise<void> {
    const { context, device } = this;
    if (!context || !device) return;
    await this.browsing.run(l10n.t('Accepting the code'), () => this.acceptAt(context, device));
  }

  /** Whether the device's code can be accepted now. */
  get canAccept(): boolean {
    return this.device !== undefined && this.browsing.busy === '';
  }

  private async acceptAt(context: RunContext, device: PendingDevice): Promise<void> {
    this.browser ??= new EditorBrowser(context);
    const url = new URL(device.completeUri ?? device.verificationUri);
    this.failure = '';
    try {
      await this.browseTo(context, url, undefined);
    } catch (error) {
      if (!isOryError(error, 'cancelled'))
        this.failure = failureWords(error, this.connection, this.oauth2.container.redactor);
    }
  }

  /** Takes the editor's browser somewhere. @throws {OryError} where the provider does not go on */
  async browseTo(context: RunContext, url: URL, callback: string | undefined): Promise<URL | undefined> {
    this.browser ??= new EditorBrowser(context);
    const end = await browse(context, this.browser, url, callback, this.deciding.decide);
    if (!end) return undefined;
    if (end.at === 'error')
      throw new OryError('refused', [end.error, end.description].filter(Boolean).join(': '));
    if (end.at === 'elsewhere' && callback !== undefined)
      throw new OryError(
        'refused',
        l10n.t('The provider sent the browser to {0}, not back to {1}', end.url.origin, callback),
      );
    return end.url;
  }

  private async flow(): Promise<TokenSet | undefined> {
    const { setup, trace } = this;
    const { signal } = this.abort;
    const provider = await trace.step(l10n.t('Read the provider’s configuration'), () =>
      providerOf(this.api, this.connection, signal),
    );
    const plan = this.plan();
    const redirectUri =
      setup.flow === 'code' && setup.browser === 'system'
        ? await this.systemBrowser.prepare(plan, !setup.client)
        : plan.redirectUri;
    const client = await this.client(redirectUri);
    if (!client) return undefined;
    const context = await runContext({
      provider,
      client,
      api: this.api,
      endpoints: await this.oauth2.container.endpoints(this.connection),
      trace,
      redactor: this.oauth2.container.redactor,
      signal,
      onSent: await toldBy(this.oauth2, this.connection),
    });
    this.context = context;
    const asked = { scope: setup.scope, audience: setup.audience };
    switch (setup.flow) {
      case 'client_credentials':
        return trace.step(l10n.t('Ask for a token'), () => clientCredentials(context, asked));
      case 'device':
        return this.deviceFlow(context);
      case 'jwt_bearer':
        return runAssertion(this.oauth2, this.connection, context, setup, (record) => this.made.push(record));
      case 'code':
        return this.codeFlow(context, redirectUri);
    }
  }

  private plan(): RedirectPlan {
    const [own] = redirectPlans([OWN_CALLBACK]);
    const plan = this.setup.client ? this.setup.redirect : own;
    if (plan) return plan;
    if (this.setup.flow === 'code')
      throw new OryError(
        'refused',
        l10n.t('The client has no redirect_uri: the browser could not come back'),
      );
    return { way: 'paste', redirectUri: OWN_CALLBACK };
  }

  private async client(redirectUri: string) {
    const { setup, oauth2, connection } = this;
    if (setup.client) return clientFor(oauth2, connection, setup.client, setup);
    const record = newRecord(connection);
    this.made.push(record);
    return this.trace.step(l10n.t('Create a temporary client'), async (step) => {
      const uris = setup.flow === 'code' ? [OWN_CALLBACK, redirectUri] : [];
      const client = await temporaryFor(
        oauth2,
        this.api,
        record,
        setup,
        [...new Set(uris)],
        this.abort.signal,
      );
      this.temporary = client.id;
      step.note(client.id);
      return client;
    });
  }

  private async codeFlow(context: RunContext, redirectUri: string): Promise<TokenSet | undefined> {
    const { setup, trace } = this;
    const maxAge = setup.maxAge();
    const pending = await beginAuthorization(context, {
      redirectUri,
      scope: setup.scope,
      audience: setup.audience,
      prompt: setup.text('prompt'),
      loginHint: setup.text('login_hint'),
      ...(maxAge === undefined ? {} : { maxAge }),
    });
    const callback =
      setup.browser === 'editor'
        ? await this.browseTo(context, pending.url, redirectUri)
        : await trace.step(
            l10n.t('Sign in in the browser'),
            () => this.systemBrowser.visit(pending.url, pending.state),
            'waiting',
          );
    if (!callback) return undefined;
    const came = callback.searchParams.has('error')
      ? l10n.t('Read what came back')
      : l10n.t('Exchange the code for tokens');
    return trace.step(came, () => pending.exchange(callback));
  }

  private async deviceFlow(context: RunContext): Promise<TokenSet> {
    const { setup, trace } = this;
    const asked = { scope: setup.scope, audience: setup.audience };
    const device = await trace.step(l10n.t('Ask for a code'), () => beginDevice(context, asked));
    this.device = device;
    const polled = trace.begin(l10n.t('Ask whether the user has decided'), 'waiting');
    try {
      const tokens = await device.poll();
      polled.end('done');
      return tokens;
    } catch (error) {
      polled.end('failed', wordsOfError(error));
      throw error;
    }
  }

  /** Opens the page of the device, or the one that is waited for, in the system's browser. */
  async openBrowser(): Promise<void> {
    const url = this.device?.completeUri ?? this.device?.verificationUri;
    if (url) await openOutside(url);
    else await this.systemBrowser.open();
  }
}
