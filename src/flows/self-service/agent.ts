import type { CallOptions, InputOf, OryClient } from '../../ory/client.ts';
import { type FailureKind, OryError } from '../../ory/errors.ts';
import { printJson, toJson } from '../../ory/json/tree.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { MASK } from '../../ory/secrets/mask.ts';
import { maskSecrets } from '../../ory/secrets/mask-secrets.ts';
import type { FlowKind } from './flow-operations.ts';
import { BrowserJar } from './jar.ts';
import type { Loose } from './loose.ts';
import { maskedAnswer } from './masked.ts';
import type { Outcome } from './outcome.ts';
import { Steps } from './steps.ts';

/** Failures that are no step of a flow: nothing was asked, or nobody waits for the answer. */
const NO_ANSWER: ReadonlySet<FailureKind> = new Set(['cancelled', 'no-service', 'no-credential']);

export interface AgentOptions {
  readonly client: () => Promise<Pick<OryClient, 'call'>>;
  /** Base URL of Kratos' public port, which its cookies belong to. */
  readonly base: string;
  /** Is told every secret that arrives, so that it is cut out of logs and messages. */
  readonly learn: (secret: string) => void;
}

/** A request of the agent. */
export interface Request {
  readonly operation: Operation;
  /** Whether it is sent as an app or as a browser would. */
  readonly kind: FlowKind;
  /** An app leaves its token out: it signs in anew. */
  readonly withoutToken?: boolean;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly body?: Loose;
}

/** An answer, or the failure instead of it. */
export type Heard = { readonly status: number; readonly text: string } | { readonly failure: OryError };

/**
 * What stands between a person and Kratos: as a browser with cookies, or as an app with a session token. Everything it
 * holds is in memory only and ends with it. An app's requests never carry cookies, and no request carries an Origin.
 */
export class Agent {
  readonly jar: BrowserJar;
  readonly steps = new Steps();
  private sessionToken: string | undefined;

  constructor(private readonly options: AgentOptions) {
    this.jar = new BrowserJar(options.learn);
  }

  get base(): string {
    return this.options.base;
  }

  /** Token of the session that an app's requests are sent with. A secret. */
  get token(): string | undefined {
    return this.sessionToken;
  }

  set token(token: string | undefined) {
    if (token) this.options.learn(token);
    this.sessionToken = token;
  }

  /** Sends a request, keeps the cookies of the answer and notes the step, in the words of `read`. */
  async ask(request: Request, read: (heard: Heard) => Outcome, call: CallOptions): Promise<Outcome> {
    const at = Date.now();
    const started = performance.now();
    const credentials = await this.credentialsOf(request);
    const heard = await this.hear(request, { ...request.values, ...credentials }, call);
    const ms = performance.now() - started;
    const outcome = read(heard);
    if (outcome.token) this.token = outcome.token;
    const text = 'failure' in heard ? (heard.failure.facts.body ?? '') : heard.text;
    const status = 'failure' in heard ? heard.failure.status : heard.status;
    this.steps.add({
      operation: request.operation,
      kind: request.kind,
      input: noted(request, credentials),
      at,
      ms,
      ...(status === undefined ? {} : { status }),
      headline: outcome.headline,
      outcome: outcome.kind,
      answer: maskedAnswer(request.operation, text),
      isFlow: outcome.flow !== undefined,
    });
    return outcome;
  }

  private async hear(request: Request, values: Loose, call: CallOptions): Promise<Heard> {
    const { operation, body } = request;
    try {
      const client = await this.options.client();
      const input = body === undefined ? values : { ...values, body };
      const reply = await client.call(operation, input as InputOf<Operation>, call);
      await this.jar.keep(this.urlOf(operation), reply.setCookie);
      return { status: reply.status, text: reply.text };
    } catch (error) {
      if (!(error instanceof OryError) || NO_ANSWER.has(error.kind)) throw error;
      await this.jar.keep(this.urlOf(operation), error.facts.setCookie ?? []);
      return { failure: error };
    }
  }

  private async credentialsOf({
    operation,
    kind,
    withoutToken,
  }: Request): Promise<Readonly<Record<string, string>>> {
    if (kind === 'api') {
      return this.sessionToken && !withoutToken && 'X-Session-Token' in operation.parameters
        ? { 'X-Session-Token': this.sessionToken }
        : {};
    }
    if (!('Cookie' in operation.parameters)) return {};
    const cookies = await this.jar.header(this.urlOf(operation));
    return cookies ? { Cookie: cookies } : {};
  }

  private urlOf({ path }: Operation): string {
    return this.options.base + path.split('{', 1).join('');
  }
}

/** What is kept of a request: masks where secrets were. */
function noted({ operation, values = {}, body }: Request, credentials: Loose) {
  const { fields } = operation.body ?? {};
  const all = { ...values, ...credentials, ...(fields ? body : {}) };
  const kept = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name,
      (operation.parameters[name] ?? fields?.[name])?.secret ? MASK : value,
    ]),
  );
  if (body === undefined || fields) return { values: kept };
  const masked = maskSecrets(toJson(body), operation.body?.secrets ?? []);
  return { values: kept, body: printJson(masked, 2) };
}
