import type { Connection } from '../../connections/model.ts';
import type { ChosenSession } from './ask-session.ts';
import { useCookies } from './credentials.ts';
import { FlowPanel } from './flow-panel.ts';
import type { Flows } from './flows.ts';
import type { Panel } from './panel.ts';

/** The panel that a session is in: its own, or a new one that is given it. */
export async function panelWith(
  flows: Flows,
  connection: Connection,
  session: ChosenSession,
): Promise<Panel> {
  if (session.from === 'panel') {
    session.panel.reveal();
    return session.panel;
  }
  const panel = await FlowPanel.open(flows, connection);
  if (session.from === 'token') {
    panel.run.agent.token = session.token;
    panel.run.kind = 'api';
    panel.tokenIsKept = session.kept;
  }
  if (session.from === 'cookies') await useCookies(panel, session.header);
  return panel;
}
