import { originOf } from '../../../connections/address.ts';
import { addressOf, type Connection } from '../../../connections/model.ts';
import { withoutIcons } from '../../../editor/text.ts';
import { pickOne } from '../../../editor/wizard-pick.ts';
import { type Answered, BACK, CANCELLED, runWizard, type Step } from '../../../editor/wizard.ts';
import { type FlowKind, isFlowType } from '../../../flows/self-service/flow-operations.ts';
import { optionSteps } from '../ask-options.ts';
import { askSession, type ChosenSession } from '../ask-session.ts';
import { confirmLogOut } from '../confirm-end.ts';
import { connectionFor } from '../choose-connection.ts';
import type { Flows } from '../flows.ts';
import { mayWrite } from '../may-write.ts';
import type { Panel } from '../panel.ts';
import type { StartState } from '../start-state.ts';
import { panelWith } from '../use-session.ts';

/**
 * Starts a flow: type, kind, options, and whose session it is driven with, where that matters.
 * @param within a panel that it is started in, with its own cookies or token
 */
export async function run(flows: Flows, given?: unknown, within?: Panel): Promise<void> {
  const connection = await connectionFor(flows.container, given, true);
  if (!connection) return;
  const start: StartState = { type: 'login', kind: within?.run.kind ?? 'api', wanted: [], options: {} };
  const title = `Start Self-Service Flow · ${withoutIcons(connection.name)}`;
  const answer = await runWizard(title, steps, start);
  if (answer === BACK || answer === CANCELLED) return;
  if (answer.type === 'error') return openError(flows, connection);
  const session: ChosenSession | undefined = within
    ? { from: 'panel', panel: within }
    : await sessionFor(flows, connection, answer);
  if (!session) return;
  const panel = await panelWith(flows, connection, session);
  await panel.guard(() => begin(panel, answer));
}

async function begin(panel: Panel, { type, kind, options }: StartState): Promise<void> {
  if (!(await mayWrite(panel))) return;
  panel.run.kind = kind;
  if (isFlowType(type)) return panel.run.start(type, kind, options);
  if (await confirmLogOut(panel)) await panel.run.logOut(options);
}

async function openError(flows: Flows, connection: Connection): Promise<void> {
  const { run: open } = await import('./open-flow.ts');
  await open(flows, { connection: connection.id });
}

/** A session is what settings, a logout, a second factor and a refresh begin with. */
function sessionFor(
  flows: Flows,
  connection: Connection,
  { type, kind, options }: StartState,
): Promise<ChosenSession | undefined> | ChosenSession {
  const needs =
    type === 'settings' || type === 'logout' || options.refresh === true || options.aal === 'aal2';
  if (!needs) return { from: 'nobody' };
  return askSession(flows, connection, originOf(addressOf(connection, 'kratos-public') ?? ''), kind, false);
}

const TYPES: readonly {
  readonly value: StartState['type'];
  readonly label: string;
  readonly description: string;
}[] = [
  { value: 'login', label: 'Login', description: 'sign in, or ask again, or add the second factor' },
  { value: 'registration', label: 'Registration', description: 'sign up' },
  { value: 'recovery', label: 'Recovery', description: 'get back into an account' },
  { value: 'verification', label: 'Verification', description: 'prove an address' },
  { value: 'settings', label: 'Settings', description: 'change one’s own account; needs a session' },
  { value: 'logout', label: 'Logout', description: 'end a session' },
  { value: 'error', label: 'Error', description: 'read what an error page shows' },
];

const KINDS: readonly { readonly value: FlowKind; readonly label: string; readonly description: string }[] = [
  { value: 'api', label: 'API', description: 'as an app does: a session token, no cookies' },
  { value: 'browser', label: 'Browser', description: 'as a browser does: cookies and CSRF tokens' },
];

const answered = <V extends string>(
  value: Answered<V>,
  next: (value: V) => StartState,
): Answered<StartState> => (typeof value === 'string' ? next(value) : value);

const steps: readonly Step<StartState>[] = [
  {
    ask: async (state, place) =>
      answered(
        await pickOne(place, { placeholder: 'Which flow?', items: TYPES, active: state.type }),
        (type) => ({
          ...state,
          type,
          options: {},
          wanted: [],
        }),
      ),
  },
  {
    applies: ({ type }) => type !== 'error',
    ask: async (state, place) =>
      answered(
        await pickOne(place, { placeholder: 'Who drives it?', items: KINDS, active: state.kind }),
        (kind) => ({ ...state, kind }),
      ),
  },
  ...optionSteps,
];
