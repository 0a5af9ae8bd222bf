import * as l10n from '@vscode/l10n';
import type { CallOptions } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import {
  createBrowserLogoutFlow,
  getFlowError,
  performNativeLogout,
  updateLogoutFlow,
} from '../../ory/operations/logout-flows.ts';
import type { FlowAddress } from './address.ts';
import type { Agent, Heard } from './agent.ts';
import type { Flow } from './flow.ts';
import { formPostOf } from './form-post.ts';
import { FLOW_TYPES, type FlowKind, type FlowType, OPERATIONS } from './flow-operations.ts';
import { asText } from '../../ory/as-text.ts';
import { objectIn, parseLoose, textIn, type Loose } from './loose.ts';
import type { FlowNode } from './nodes.ts';
import { type Asked, type Outcome, outcomeOf, outcomeOfErrorPage, outcomeOfFailure } from './outcome.ts';
import { submissionOf, type Values } from './submission.ts';

/** Begins a flow of a type, as an app or as a browser. */
export function start(
  agent: Agent,
  type: FlowType,
  kind: FlowKind,
  options: Readonly<Record<string, unknown>>,
  call: CallOptions = {},
): Promise<Outcome> {
  const asked: Asked = { type, kind, base: agent.base, doing: 'start', options };
  const operation = OPERATIONS[type].create[kind];
  const withoutToken = type === 'login' && options.refresh !== true && options.aal !== 'aal2';
  return agent.ask({ operation, kind, withoutToken, values: options }, reading(asked), call);
}

/**
 * Goes to where an address leads.
 * @param kind how it is read: with the cookies of a browser, or with an app's token
 */
export function open(
  agent: Agent,
  address: FlowAddress,
  kind: FlowKind,
  call: CallOptions = {},
): Promise<Outcome> {
  switch (address.at) {
    case 'start':
      return start(agent, address.type, address.kind, address.options, call);
    case 'error':
      return readError(agent, address.id, call);
    case 'flow':
      return address.type
        ? read(agent, address.type, address.id, kind, call)
        : find(agent, address.id, kind, call);
  }
}

/** Reads a flow again. */
export function read(
  agent: Agent,
  type: FlowType,
  id: string,
  kind: FlowKind,
  call: CallOptions = {},
): Promise<Outcome> {
  const asked: Asked = { type, kind, base: agent.base, doing: 'read' };
  return agent.ask({ operation: OPERATIONS[type].get, kind, values: { id } }, reading(asked), call);
}

/** Reads a flow whose type nobody told: an id is known to one type only. */
async function find(agent: Agent, id: string, kind: FlowKind, call: CallOptions): Promise<Outcome> {
  let answer: Outcome | undefined;
  for (const type of FLOW_TYPES) {
    const outcome = await read(agent, type, id, kind, call);
    // Whether a settings flow exists is not told without a session, so that its refusal says little.
    if (outcome.status !== 404 && !(type === 'settings' && outcome.status === 401)) return outcome;
    answer ??= outcome;
  }
  return {
    kind: 'refused',
    ...(answer?.status === undefined ? {} : { status: answer.status }),
    headline: l10n.t('No flow of any type has this id, as far as the server tells.'),
    meaning: l10n.t(
      'It belongs to another server, was cleaned up, or is a settings flow: whether one exists is told only with its session.',
    ),
    follows: [],
  };
}

/** Presses a button of a flow's form. */
export function submit(
  agent: Agent,
  flow: Flow,
  button: FlowNode,
  values: Values,
  transientPayload?: Loose,
  call: CallOptions = {},
): Promise<Outcome> {
  const { type, kind, id } = flow;
  const asked: Asked = { type, kind, base: agent.base, doing: 'submit', flow: id };
  const body = submissionOf(flow, button, values, transientPayload);
  const withoutToken = type === 'login' && !flow.refresh && flow.requestedAal !== 'aal2';
  return agent.ask(
    { operation: OPERATIONS[type].update, kind, withoutToken, values: { flow: id }, body },
    reading(asked),
    call,
  );
}

/** Presses a button of a browser's form as a page without scripts does: the answer is a redirect. */
export function submitForm(
  agent: Agent,
  flow: Flow,
  button: FlowNode,
  values: Values,
  call: CallOptions = {},
): Promise<Outcome> {
  const { type, id } = flow;
  const asked: Asked = { type, kind: 'browser', base: agent.base, doing: 'submit', flow: id };
  const { operation, fields } = formPostOf(OPERATIONS[type].update, flow, button, values);
  return agent.ask({ operation, kind: 'browser', values: { flow: id }, body: fields }, reading(asked), call);
}

/** Submits the token of a mailed link, as opening the link does. */
export function useLink(agent: Agent, flow: Flow, token: string, call: CallOptions = {}): Promise<Outcome> {
  const { type, kind, id } = flow;
  const asked: Asked = { type, kind, base: agent.base, doing: 'submit' };
  const operation = OPERATIONS[type].update;
  return agent.ask(
    { operation, kind, values: { flow: id, token }, body: { method: 'link' } },
    reading(asked),
    call,
  );
}

/** Reads what an error page shows. */
export function readError(agent: Agent, id: string, call: CallOptions = {}): Promise<Outcome> {
  const asked: Asked = { type: 'login', kind: 'browser', base: agent.base, doing: 'read' };
  return agent.ask(
    { operation: getFlowError, kind: 'browser', values: { id } },
    (heard) => ('failure' in heard ? outcomeOfFailure(heard.failure, asked) : outcomeOfErrorPage(heard.text)),
    call,
  );
}

/**
 * Ends the session: an app hands in its token, a browser asks for a logout token first.
 * @param options of a browser: `return_to`
 */
export async function logOut(
  agent: Agent,
  kind: FlowKind,
  options: Readonly<Record<string, unknown>> = {},
  call: CallOptions = {},
): Promise<Outcome> {
  const asked: Asked = { type: 'login', kind, base: agent.base, doing: 'submit' };
  const ended = (heard: Heard): Outcome =>
    'failure' in heard && !isOut(heard.failure)
      ? outcomeOfFailure(heard.failure, asked)
      : {
          ...statusOf(heard),
          kind: 'done',
          headline: l10n.t('Signed out: the session has ended.'),
          ...(options.return_to
            ? { meaning: l10n.t('A page would be sent on to {0} now.', asText(options.return_to)) }
            : {}),
          follows: [],
        };
  if (kind === 'api') {
    const { token } = agent;
    const body = { session_token: token ?? '' };
    const outcome = await agent.ask({ operation: performNativeLogout, kind, body }, ended, call);
    if (outcome.kind === 'done') agent.token = undefined;
    return outcome;
  }
  let logoutToken: string | undefined;
  const begun = await agent.ask(
    { operation: createBrowserLogoutFlow, kind, values: options },
    (heard) => {
      if ('failure' in heard) return outcomeOfFailure(heard.failure, asked);
      logoutToken = textIn(objectIn(parseLoose(heard.text)).logout_token);
      return { kind: 'done', status: heard.status, headline: l10n.t('Got a logout token.'), follows: [] };
    },
    call,
  );
  if (logoutToken === undefined) return begun;
  const values = { ...options, token: logoutToken };
  return agent.ask({ operation: updateLogoutFlow, kind, values }, ended, call);
}

function statusOf(heard: Heard): { readonly status?: number } {
  const status = 'failure' in heard ? heard.failure.status : heard.status;
  return status === undefined ? {} : { status };
}

/** A page's logout is answered with a redirect to where the browser goes afterwards. */
const isOut = (failure: unknown): boolean => hasStatus(failure, 302, 303);

const reading =
  (asked: Asked) =>
  (heard: Heard): Outcome =>
    'failure' in heard ? outcomeOfFailure(heard.failure, asked) : outcomeOf(heard.status, heard.text, asked);
