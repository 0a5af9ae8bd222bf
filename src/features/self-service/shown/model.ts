import type { Connection } from '../../../connections/model.ts';
import { oneLine } from '../../../editor/text.ts';
import { continueWords } from '../../../flows/self-service/continue-with.ts';
import { differencesOf } from '../../../flows/self-service/difference.ts';
import { csrfOf, type Flow } from '../../../flows/self-service/flow.ts';
import type { RefusedCookie, ShownCookie } from '../../../flows/self-service/jar.ts';
import type { Outcome } from '../../../flows/self-service/outcome.ts';
import type { FlowRun } from '../../../flows/self-service/run.ts';
import { aalWords } from '../../../flows/self-service/session.ts';
import type { Step } from '../../../flows/self-service/steps.ts';
import type {
  FlowModel,
  ShownFlow,
  ShownOutcome,
  ShownStep,
} from '../../../webviews/self-service-flow/contract.ts';
import { whenFact } from '../../../kinds/row.ts';
import { fact } from './fact.ts';
import { hasSecrets, shownGroups, shownMessage } from './form.ts';
import { oauth2Facts } from './oauth2-login.ts';
import { shownSession } from './session.ts';

export interface ModelInput {
  readonly connection: Connection;
  readonly run: FlowRun;
  readonly cookies: readonly ShownCookie[];
  readonly refused: readonly RefusedCookie[];
  readonly tokenIsKept: boolean;
  /** Cuts secrets out: addresses hold challenges, verifiers and tokens. */
  readonly clean: (text: string) => string;
  readonly now: Date;
}

/** All that the view shows. */
export function flowModel(input: ModelInput): FlowModel {
  const { connection, run, cookies, refused, tokenIsKept, now } = input;
  const { flow, outcome, session, others, agent } = run;
  return {
    connection: connection.name,
    production: connection.production,
    busy: run.busy,
    ...(flow ? { flow: shownFlow(input, flow) } : {}),
    ...(outcome ? { outcome: shownOutcome(outcome, input) } : {}),
    ...(session ? { session: shownSession(session, now) } : {}),
    sessionIsOld: run.sessionIsOld,
    ...(others ? { others: others.map((one) => shownSession(one, now)) } : {}),
    credentials: credentialsOf(run, cookies.length),
    hasToken: agent.token !== undefined,
    hasCookie: run.kind === 'browser' && cookies.some(({ name }) => !name.startsWith('csrf_token')),
    tokenIsKept,
    csrf: csrfWords(flow),
    cookies: cookies.map(({ name, length, domain, path, flags, expires }) => ({
      name: oneLine(name),
      about: [
        `${length} characters`,
        oneLine(domain + path),
        ...flags.map(oneLine),
        expires ? `ends ${whenFact(expires, now)}` : 'ends with the browser',
      ].join(' · '),
    })),
    refusedCookies: refused.map(({ name, why }) => ({ name: oneLine(name), about: oneLine(why) })),
    payload: run.payload,
    payloadProblem: run.payloadProblem ?? '',
    steps: agent.steps.all.map((step) => shownStep(run, step)),
    round: run.round,
  };
}

function shownFlow({ run, now, clean }: ModelInput, flow: Flow): ShownFlow {
  const { values, revealed, code } = run;
  const expires = Date.parse(flow.expiresAt ?? '');
  return {
    title: `${flow.type.charAt(0).toUpperCase()}${flow.type.slice(1)}`,
    kind: flow.kind === 'api' ? 'API flow' : 'Browser flow',
    state: flow.state ?? '',
    ...(Number.isNaN(expires) ? {} : { expires }),
    facts: [
      ...fact('Flow', flow.id, true),
      ...fact('Issued', whenFact(flow.issuedAt, now)),
      ...fact('Asked for', flow.requestUrl && clean(flow.requestUrl), true),
      ...fact('Returns to', flow.returnTo && clean(flow.returnTo)),
      ...fact('Method under way', flow.active),
      ...fact('Asks again', flow.refresh ? 'Yes: refresh=true' : undefined),
      ...fact('Assurance asked for', flow.requestedAal && aalWords(flow.requestedAal)),
      ...fact('Organization', flow.organization, true),
      ...fact('Identity schema', flow.identitySchema),
      ...fact('Transient payload', flow.transientPayload && JSON.stringify(flow.transientPayload)),
      ...fact('Form goes to', flow.action && clean(`${flow.method} ${flow.action}`)),
    ],
    oauth2: oauth2Facts(flow.oauth2Login),
    messages: flow.messages.map(shownMessage),
    groups: shownGroups(flow, { values, revealed, hasCode: code !== undefined }),
    ...(flow.kind === 'browser' ? { asForm: run.asForm } : {}),
    secrets: !hasSecrets(flow) ? 'none' : revealed ? 'revealed' : 'masked',
  };
}

const SEVERITIES: Readonly<Record<Outcome['kind'], ShownOutcome['severity']>> = {
  flow: 'info',
  complaint: 'error',
  'signed-in': 'success',
  done: 'success',
  moved: 'warning',
  refused: 'error',
  failed: 'error',
};

function shownOutcome(outcome: Outcome, { run: { linkToken }, clean }: ModelInput): ShownOutcome {
  const { kind, headline, meaning = '', reason = '', errorId = '', follows, chain = [] } = outcome;
  return {
    severity: SEVERITIES[kind],
    headline: oneLine(headline),
    meaning,
    reason: oneLine(clean(reason)),
    errorId: oneLine(errorId),
    chain: chain.map((one) => oneLine(clean(continueWords(one)))),
    follows: [...follows.map(({ label }) => label), ...(linkToken ? ['Use the Token of the Link'] : [])],
    wantsCookies: errorId === 'security_csrf_violation',
  };
}

function credentialsOf({ kind, agent }: FlowRun, cookies: number): string {
  if (kind === 'browser')
    return cookies === 0
      ? 'Requests go out as a browser’s, with no cookie yet.'
      : `Requests go out as a browser’s, with ${cookies === 1 ? 'one cookie' : `${cookies} cookies`}.`;
  return agent.token
    ? `Requests go out as an app’s, with a session token of ${agent.token.length} characters where a session is asked for (X-Session-Token). No cookie is sent.`
    : 'Requests go out as an app’s, with no session token yet. No cookie is sent.';
}

function csrfWords(flow: Flow | undefined): string {
  if (!flow) return '';
  const token = csrfOf(flow);
  if (token)
    return `The form’s csrf_token has ${token.length} characters; it is sent along, and fits the csrf_token cookie only.`;
  return flow.kind === 'api' ? 'An app’s flow needs no CSRF token.' : 'The form has no CSRF token.';
}

function shownStep({ agent }: FlowRun, step: Step): ShownStep {
  const before = step.isFlow ? agent.steps.flowBefore(step) : undefined;
  return {
    number: step.number,
    operation: step.operation.id,
    kind: step.kind === 'api' ? 'app' : 'browser',
    status: step.status === undefined ? '' : String(step.status),
    ms: Math.round(step.ms),
    headline: step.headline,
    failed: ['complaint', 'refused', 'failed'].includes(step.outcome),
    differences: before ? differencesOf(before.answer, step.answer) : [],
    before: before?.number ?? 0,
  };
}
