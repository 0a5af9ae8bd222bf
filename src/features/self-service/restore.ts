import type * as vscode from 'vscode';
import { isFlowType } from '../../flows/self-service/flow-operations.ts';
import { objectIn, textIn } from '../../flows/self-service/loose.ts';
import { FlowPanel } from './flow-panel.ts';
import type { Flows } from './flows.ts';

/**
 * Makes a panel again after a reload of the window, and reads its flow. Cookies and tokens are gone: an app's flow opens
 * as it was, a browser's says what it lacks.
 */
export async function restoreFlow(
  flows: Flows,
  webview: vscode.WebviewPanel,
  restore: unknown,
): Promise<void> {
  const { connection: id, type, id: flow, kind } = objectIn(restore);
  const connection = flows.container.connections.byId(textIn(id) ?? '');
  if (!connection) {
    webview.dispose();
    return;
  }
  const panel = await FlowPanel.open(flows, connection, webview);
  const known = textIn(flow);
  if (!isFlowType(type) || !known) return;
  await panel.guard(() =>
    panel.run.open({ at: 'flow', type, id: known }, kind === 'browser' ? 'browser' : 'api'),
  );
}
