import * as l10n from '@vscode/l10n';
import type { CallOptions } from '../../ory/client.ts';
import {
  disableMyOtherSessions,
  disableMySession,
  listMySessions,
  toSession,
} from '../../ory/operations/my-sessions.ts';
import type { Agent, Heard } from './agent.ts';
import type { FlowKind } from './flow-operations.ts';
import { listIn, numberIn, objectIn, parseLoose } from './loose.ts';
import { type Asked, type Outcome, outcomeOfFailure } from './outcome.ts';
import { readSession, type SessionFacts } from './session.ts';

/** What came of a question about sessions. */
export interface SessionsOutcome {
  readonly outcome: Outcome;
  readonly sessions: readonly SessionFacts[];
}

/** Whom the agent's token or cookies belong to (`toSession`). */
export async function whoAmI(agent: Agent, kind: FlowKind, call: CallOptions = {}): Promise<Outcome> {
  return agent.ask(
    { operation: toSession, kind },
    orFailure(agent, kind, ({ status, text }) => {
      const session = readSession(parseLoose(text));
      if (!session)
        return { kind: 'done', status, headline: l10n.t('Answered, but with no session.'), follows: [] };
      return {
        kind: 'signed-in',
        status,
        headline: session.who ? l10n.t('Signed in as {0}.', session.who) : l10n.t('Signed in.'),
        session,
        follows: [],
      };
    }),
    call,
  );
}

/** The other active sessions of the person, a thousand at most (`listMySessions`). */
export async function otherSessions(
  agent: Agent,
  kind: FlowKind,
  call: CallOptions = {},
): Promise<SessionsOutcome> {
  let sessions: readonly SessionFacts[] = [];
  const outcome = await agent.ask(
    { operation: listMySessions, kind, values: { page_size: 1000 } },
    orFailure(agent, kind, ({ status, text }) => {
      sessions = listIn(parseLoose(text)).flatMap((one) => readSession(one) ?? []);
      return { kind: 'done', status, headline: countWords(sessions.length), follows: [] };
    }),
    call,
  );
  return { outcome, sessions };
}

/** Ends another session of the person (`disableMySession`). A stranger's or unknown one answers the same. */
export function endSession(
  agent: Agent,
  kind: FlowKind,
  id: string,
  call: CallOptions = {},
): Promise<Outcome> {
  return agent.ask(
    { operation: disableMySession, kind, values: { id } },
    orFailure(agent, kind, ({ status }) => ({
      kind: 'done',
      status,
      headline: l10n.t('The session has ended.'),
      follows: [],
    })),
    call,
  );
}

/** Ends every session of the person but this one (`disableMyOtherSessions`). */
export function endOtherSessions(agent: Agent, kind: FlowKind, call: CallOptions = {}): Promise<Outcome> {
  return agent.ask(
    { operation: disableMyOtherSessions, kind },
    orFailure(agent, kind, ({ status, text }) => {
      const count = numberIn(objectIn(parseLoose(text)).count) ?? 0;
      const meaning = l10n.t('The server counts sessions that had been revoked before, too.');
      return {
        kind: 'done',
        status,
        headline: l10n.t('Ended all other sessions ({0}).', count),
        meaning,
        follows: [],
      };
    }),
    call,
  );
}

const countWords = (count: number): string =>
  count === 0
    ? l10n.t('No other sessions.')
    : count === 1
      ? l10n.t('One other session.')
      : l10n.t('{0} other sessions.', count);

type Answered = Exclude<Heard, { readonly failure: unknown }>;

const orFailure =
  (agent: Agent, kind: FlowKind, read: (answered: Answered) => Outcome) =>
  (heard: Heard): Outcome => {
    const asked: Asked = { type: 'login', kind, base: agent.base, doing: 'read' };
    return 'failure' in heard ? outcomeOfFailure(heard.failure, asked) : read(heard);
  };
