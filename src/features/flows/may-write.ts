import * as vscode from 'vscode';
import { withoutLinks } from '../../editor/text.ts';
import type { Panel } from './panel.ts';

/** Panels whose person has said yes. */
const agreed = new WeakSet<Panel>();

/** Whether a flow may be started or submitted: never on a read-only connection, once asked for on a production one. */
export async function mayWrite(panel: Panel): Promise<boolean> {
  const { live } = panel;
  const { production, name } = live.now;
  const where = withoutLinks(name);
  if (live.closed) {
    void vscode.window.showWarningMessage(withoutLinks(live.closed));
    return false;
  }
  if (!production || agreed.has(panel)) return true;
  const drive = 'Drive Flows';
  const chosen = await vscode.window.showWarningMessage(
    `${where} is a production connection. Drive self-service flows there?`,
    {
      modal: true,
      detail: 'What they do is real: they register people, sign them in, send mails and change accounts.',
    },
    drive,
  );
  if (chosen !== drive) return false;
  agreed.add(panel);
  return live.closed === '';
}
