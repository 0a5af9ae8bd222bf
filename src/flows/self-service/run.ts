import * as l10n from '@vscode/l10n';
import type { CallOptions } from '../../ory/client.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import type { FlowAddress } from './address.ts';
import type { Agent } from './agent.ts';
import * as drive from './drive.ts';
import { type Flow, withoutMessages } from './flow.ts';
import type { FlowKind, FlowType } from './flow-operations.ts';
import { type Loose, parseLoose } from './loose.ts';
import * as my from './my-sessions.ts';
import type { Outcome } from './outcome.ts';
import type { SessionFacts } from './session.ts';
import type { Values } from './submission.ts';

/** What comes of a form that is not complained about: what the try before it was told belongs to the past. */
const ACCEPTED: ReadonlySet<Outcome['kind']> = new Set(['signed-in', 'done', 'moved']);

/** Flows that one agent drives, one after the other, and where that stands. In memory only. */
export class FlowRun {
  /** How what has no flow is asked: as the latest flow was. */
  kind: FlowKind = 'api';
  flow: Flow | undefined;
  outcome: Outcome | undefined;
  session: SessionFacts | undefined;
  /** Whether settings were saved since the session was read: a second factor that is set up raises it. */
  sessionIsOld = false;
  /** The person's other sessions, once they were asked for. */
  others: readonly SessionFacts[] | undefined;
  /** What was filled in, but for secrets. */
  values: Values = {};
  /** The transient payload as it was typed. */
  payload = '';
  /** Whether a browser's form is posted as a page without scripts does, rather than as JSON. */
  asForm = false;
  /** Whether what the flow shows once, and in secret, may be seen. */
  revealed = false;
  /** Grows with each answer. */
  round = 0;
  /** The code that a mailed link carries. A secret. */
  code: string | undefined;
  /** The token that a mailed link carries. A secret. */
  linkToken: string | undefined;
  private readonly doing: OneAtATime;

  /** @param changed hears that something is to be drawn anew */
  constructor(
    readonly agent: Agent,
    private readonly changed: () => void,
  ) {
    this.doing = new OneAtATime(changed);
  }

  /** What is going on, in words; empty where nothing is. */
  get busy(): string {
    return this.doing.busy;
  }

  start(type: FlowType, kind: FlowKind, options: Readonly<Record<string, unknown>>): Promise<void> {
    this.kind = kind;
    return this.work(l10n.t('Starting a {0} flow', type), (call) =>
      drive.start(this.agent, type, kind, options, call),
    );
  }

  async open(address: FlowAddress, kind: FlowKind): Promise<void> {
    this.kind = kind;
    await this.work(l10n.t('Reading the flow'), (call) => drive.open(this.agent, address, kind, call));
    if (address.at !== 'flow' || this.flow?.id !== address.id) return;
    this.code = address.code;
    this.linkToken = address.token;
    this.changed();
  }

  async readAgain(): Promise<void> {
    const { flow } = this;
    if (!flow) return;
    await this.work(l10n.t('Reading the flow'), (call) =>
      drive.read(this.agent, flow.type, flow.id, flow.kind, call),
    );
  }

  /** Starts a flow of the same type, as the same kind of client. */
  async startAgain(): Promise<void> {
    if (this.flow) await this.start(this.flow.type, this.flow.kind, {});
  }

  /** Presses a button of the form. @param secrets what was typed where secrets go */
  async press(at: number, secrets: Readonly<Record<string, string>>): Promise<void> {
    const { flow, values, code } = this;
    const button = flow?.nodes[at];
    if (!flow || !button) return;
    const all = { ...values, ...(code ? { code } : {}), ...given(secrets) };
    await this.work(l10n.t('Sending the form'), async (call) => {
      const outcome =
        this.asForm && flow.kind === 'browser'
          ? await drive.submitForm(this.agent, flow, button, all, call)
          : await drive.submit(this.agent, flow, button, all, this.readPayload(), call);
      if (!outcome.flow && ACCEPTED.has(outcome.kind)) this.flow = withoutMessages(flow);
      return outcome;
    });
  }

  async useLink(): Promise<void> {
    const { flow, linkToken } = this;
    if (!flow || !linkToken) return;
    this.linkToken = undefined;
    await this.work(l10n.t('Using the link'), (call) => drive.useLink(this.agent, flow, linkToken, call));
  }

  whoAmI(): Promise<void> {
    return this.work(l10n.t('Asking who that is'), (call) => my.whoAmI(this.agent, this.kind, call));
  }

  otherSessions(): Promise<void> {
    return this.work(l10n.t('Reading the sessions'), async (call) => {
      const { outcome, sessions } = await my.otherSessions(this.agent, this.kind, call);
      this.others = outcome.kind === 'done' ? sessions : undefined;
      return outcome;
    });
  }

  async endSession(id: string): Promise<void> {
    await this.work(l10n.t('Ending the session'), async (call) => {
      const outcome = await my.endSession(this.agent, this.kind, id, call);
      if (outcome.kind === 'done') this.others = this.others?.filter((one) => one.id !== id);
      return outcome;
    });
  }

  async endOthers(): Promise<void> {
    await this.work(l10n.t('Ending the other sessions'), async (call) => {
      const outcome = await my.endOtherSessions(this.agent, this.kind, call);
      if (outcome.kind === 'done') this.others = [];
      return outcome;
    });
  }

  async logOut(options: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.work(l10n.t('Signing out'), async (call) => {
      const outcome = await drive.logOut(this.agent, this.kind, options, call);
      if (outcome.kind === 'done') {
        this.session = undefined;
        this.others = undefined;
      }
      return outcome;
    });
  }

  /** What is wrong with the transient payload; undefined where nothing is. */
  get payloadProblem(): string | undefined {
    if (this.payload.trim() === '') return undefined;
    const read = parseLoose(this.payload);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? undefined
      : l10n.t('The transient payload is an object of JSON: {"key": "value"}. It is not sent as it stands.');
  }

  cancel(): void {
    this.doing.cancel();
  }

  private readPayload(): Loose | undefined {
    return this.payload.trim() === '' || this.payloadProblem
      ? undefined
      : (parseLoose(this.payload) as Loose);
  }

  private async work(busy: string, step: (call: CallOptions) => Promise<Outcome>): Promise<void> {
    await this.doing.run(busy, async (signal) => this.take(await step({ signal })));
  }

  private take(outcome: Outcome): void {
    this.outcome = outcome;
    this.round += 1;
    if (outcome.flow) {
      if (outcome.flow.id !== this.flow?.id) {
        this.values = {};
        this.code = undefined;
        this.linkToken = undefined;
      }
      this.flow = outcome.flow;
      this.kind = outcome.flow.kind;
      this.revealed = false;
    }
    if (outcome.flow?.type === 'settings' && outcome.flow.state === 'success') this.sessionIsOld = true;
    if (outcome.session) {
      this.session = outcome.session;
      this.sessionIsOld = false;
    }
  }
}

const given = (secrets: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
