import * as l10n from '@vscode/l10n';
import type { FailureFacts } from '../../ory/errors.ts';
import { OryError } from '../../ory/errors.ts';
import { type ContinueWith, continueWithIn } from './continue-with.ts';
import { failureWords, statusWords } from './failure-words.ts';
import { complains, type Flow, readFlow } from './flow.ts';
import type { FlowKind, FlowType } from './flow-operations.ts';
import { type Follow, followsIn, followUrl, openOf, startOf } from './follow.ts';
import { listIn, objectIn, parseLoose, textIn } from './loose.ts';
import { passedOver } from './options.ts';
import { readSession, type SessionFacts } from './session.ts';

/** What came of a step, in words, with what can be done next. */
export interface Outcome {
  readonly kind:
    | 'flow' // a flow to fill in
    | 'complaint' // the flow again, with messages on what is wrong
    | 'signed-in' // a session
    | 'done' // nothing is left to do, without a session
    | 'moved' // it goes on elsewhere
    | 'refused' // an error of the server
    | 'failed'; // no answer
  readonly status?: number;
  /** One sentence: what happened. */
  readonly headline: string;
  /** What it means, beyond the server's own words. */
  readonly meaning?: string;
  /** The server's words. */
  readonly reason?: string;
  readonly errorId?: string;
  readonly requestId?: string;
  readonly flow?: Flow;
  readonly session?: SessionFacts;
  /** A secret. */
  readonly token?: string;
  /** What the server says is to come next, in its order; absent where it says nothing. */
  readonly chain?: readonly ContinueWith[];
  readonly follows: readonly Follow[];
}

/** What an outcome is read with. */
export interface Asked {
  readonly type: FlowType;
  readonly kind: FlowKind;
  /** Base URL of the server, for addresses without a host. */
  readonly base: string;
  readonly doing: 'start' | 'read' | 'submit';
  /** Id of the flow that is submitted. */
  readonly flow?: string;
  /** What it is started with. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Reads an answer that went well. */
export function outcomeOf(status: number, text: string, asked: Asked): Outcome {
  const flow = readFlow(asked.type, text);
  if (flow) return ofFlow(status, flow, asked);
  const body = objectIn(parseLoose(text));
  const chain = continueWithIn(body.continue_with);
  const token =
    textIn(body.session_token) ??
    chain.flatMap((one) => (one.action === 'set_ory_session_token' ? [one.token] : []))[0];
  const session = readSession(body.session);
  const follows = followsIn(chain, asked.kind, asked.base);
  const facts = { status, follows, chain, ...(session ? { session } : {}), ...(token ? { token } : {}) };
  if (session && lacksFactor(session)) return withoutSecondFactor(facts, asked);
  if (session || token) {
    const who = session?.who ? ` as ${session.who}` : '';
    const headline =
      asked.type === 'registration'
        ? l10n.t('Registered, and signed in{0}.', who)
        : l10n.t('Signed in{0}.', who);
    return { kind: 'signed-in', headline, ...facts };
  }
  if (body.identity !== undefined) {
    const meaning = l10n.t(
      'No session was made: the hook `session` is not set after registration, or the address must be verified first.',
    );
    return { kind: 'done', headline: l10n.t('Registered, without signing in.'), meaning, ...facts };
  }
  return { kind: 'done', headline: l10n.t('Answered with {0}.', status), ...facts };
}

/** Where a second factor is set up, and asked for, apps get their session without the identity. */
const lacksFactor = ({ identityId, aal }: SessionFacts): boolean => !identityId && aal === 'aal1';

const withoutSecondFactor = (
  facts: Pick<Outcome, 'follows' | 'session' | 'token'>,
  { kind }: Asked,
): Outcome => ({
  kind: 'signed-in',
  headline: l10n.t('Signed in, but the second factor is missing.'),
  meaning: l10n.t(
    'This person has set up a second factor, and the server tells nothing about the identity before it is given: a login with aal=aal2 raises the session.',
  ),
  ...facts,
  follows: [...facts.follows, startOf('login', kind, { aal: 'aal2' })],
});

function ofFlow(status: number, flow: Flow, { doing, kind, base, options = {} }: Asked): Outcome {
  const follows = followsIn(flow.continueWith, kind, base).filter((one) => !leadsTo(one, flow.id));
  const token = flow.continueWith.flatMap((one) =>
    one.action === 'set_ory_session_token' ? [one.token] : [],
  )[0];
  const facts = { status, flow, follows, chain: flow.continueWith, ...(token ? { token } : {}) };
  if (doing === 'submit' && complains(flow)) {
    return { kind: 'complaint', headline: l10n.t('Refused: the form says what is wrong.'), ...facts };
  }
  if (status >= 400) {
    const meaning = l10n.t('Answered with 400, although nothing is wrong: the form has a next step.');
    return { kind: 'flow', headline: l10n.t('Accepted: the form goes on.'), meaning, ...facts };
  }
  const meaning = passedOver(options, flow);
  return { kind: 'flow', headline: headlineOf(flow, doing), ...(meaning ? { meaning } : {}), ...facts };
}

/** A page is sent back to itself after a change: there is nothing to follow. */
const leadsTo = ({ target }: Follow, id: string): boolean =>
  target.at === 'flow' && target.address.at === 'flow' && target.address.id === id;

/** Message of a settings flow whose change was saved. */
const SAVED = 1050001;

function headlineOf(flow: Flow, doing: Asked['doing']): string {
  if (doing === 'start') return 'Started.';
  if (doing === 'read') return l10n.t('Read from the server.');
  if (flow.messages.some(({ id }) => id === SAVED)) return 'Saved.';
  switch (flow.state) {
    case 'sent_email':
      return l10n.t('Sent. The flow waits for the code or the link.');
    case 'passed_challenge':
      return 'Passed.';
    default:
      return l10n.t('Accepted: the form goes on.');
  }
}

const PAGE_FOR_APPS = l10n.t(
  'The code was right. The server sends apps to a page, too, and newer ones make no session then: with feature_flags.use_continue_with_transitions it answers with a session token and the settings flow instead.',
);

/** Reads a failure: a refusal is an answer as well. */
export function outcomeOfFailure(error: unknown, asked: Asked): Outcome {
  if (!(error instanceof OryError)) throw error;
  const { facts } = error;
  const { status, body = '' } = facts;
  if (status === undefined) return { kind: 'failed', headline: error.message, follows: [] };
  const flow = status === 400 ? readFlow(asked.type, body) : undefined;
  if (flow) return ofFlow(status, flow, asked);
  const follows = followsOfFailure(facts, asked);
  const meaning = failureWords(facts.errorId) ?? statusWords(status);
  const told = {
    status,
    follows,
    ...(facts.reason ? { reason: facts.reason } : {}),
    ...(meaning ? { meaning } : {}),
    ...(facts.errorId ? { errorId: facts.errorId } : {}),
    ...(facts.requestId ? { requestId: facts.requestId } : {}),
  };
  if (facts.location) {
    const headline = l10n.t('Redirected ({0}). Nothing was followed.', status);
    const [follow] = follows;
    const meaning = follow && redirectWords(follow, asked);
    return {
      kind: 'moved',
      headline,
      ...(meaning ? { meaning } : {}),
      reason: facts.location,
      follows,
      status,
    };
  }
  if (facts.errorId === 'browser_location_change_required') {
    const lost = asked.kind === 'api' && asked.type === 'recovery' ? { meaning: PAGE_FOR_APPS } : {};
    return {
      kind: 'moved',
      headline: l10n.t('It goes on elsewhere. Nothing was followed.'),
      ...told,
      ...lost,
    };
  }
  const headline =
    asked.doing === 'start'
      ? l10n.t('No {0} flow was started ({1}).', asked.type, status)
      : l10n.t('Refused ({0}).', status);
  return { kind: 'refused', headline, ...told };
}

/** Where a browser goes now, for whoever builds the pages. */
function redirectWords({ target }: Follow, { flow, doing }: Asked): string | undefined {
  if (target.at === 'page')
    return doing === 'submit' ? l10n.t('The flow is done: the browser goes to this page.') : undefined;
  switch (target.address.at) {
    case 'error':
      return l10n.t('The browser goes to the page for errors, which reads what went wrong.');
    case 'flow':
      return target.address.id === flow
        ? l10n.t(
            'The browser goes back to the page of this flow, which reads it again: it says what is wrong, or what comes next.',
          )
        : l10n.t('The browser goes to the page of another flow, which reads that.');
    case 'start':
      return l10n.t('The browser starts another flow, which leads to its page.');
  }
}

/** Refusals of a login that the session makes needless, unless it is to ask again. */
const ALREADY: ReadonlySet<string> = new Set(['session_already_available', 'session_aal_already_fulfilled']);

/** Where a refusal leads: to where it points, or to the flow that helps. */
function followsOfFailure(
  { body = '', location, errorId, status }: FailureFacts,
  asked: Asked,
): readonly Follow[] {
  const { type, kind, base, options } = asked;
  if (location) return [followUrl(location, 'browser', base)];
  const parsed = objectIn(parseLoose(body));
  const details = objectIn(objectIn(parsed.error).details);
  const next = textIn(parsed.use_flow_id);
  if (next) return [openOf(type, next, kind, l10n.t('Open the New Flow'))];
  if (errorId === 'session_aal2_required') return [startOf('login', kind, { aal: 'aal2' })];
  if (errorId === 'session_refresh_required') return [startOf('login', kind, { refresh: true })];
  if (type === 'login' && errorId !== undefined && ALREADY.has(errorId)) {
    const aal: { aal?: 'aal2' } = options?.aal === 'aal2' ? { aal: 'aal2' } : {};
    return [startOf('login', kind, { refresh: true, ...aal })];
  }
  const elsewhere = textIn(parsed.redirect_browser_to) ?? textIn(details.redirect_browser_to);
  // Its cookies came with the answer: from here on it is a browser's flow.
  if (elsewhere) return [followUrl(elsewhere, 'browser', base)];
  if (status === 401) return [startOf('login', kind)];
  return status === 410 || errorId === 'security_csrf_violation' ? [startOf(type, kind)] : [];
}

/** An error page's error in words. */
export function outcomeOfErrorPage(text: string): Outcome {
  const body = objectIn(parseLoose(text));
  // Older servers list several.
  const error = objectIn(listIn(body.errors)[0] ?? body.error);
  const errorId = textIn(error.id);
  const reason = textIn(error.reason) ?? textIn(error.message);
  const meaning = failureWords(errorId);
  return {
    kind: 'refused',
    headline: l10n.t(
      'The error page shows {0}.',
      typeof error.code === 'number' ? `an error (${error.code})` : 'an error',
    ),
    follows: [],
    ...(reason ? { reason } : {}),
    ...(errorId ? { errorId } : {}),
    ...(meaning ? { meaning } : {}),
  };
}
