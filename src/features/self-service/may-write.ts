import * as vscode from 'vscode';
import { enterOnce } from '../../editor/door/gate.ts';
import { withoutLinks } from '../../editor/text.ts';
import type { Panel } from './panel.ts';

/** Whether a flow may be started or submitted: never on a read-only connection, once asked for on a production one. */
export async function mayWrite(panel: Panel): Promise<boolean> {
  const { live, host } = panel;
  if (live.readOnlyReason) {
    void vscode.window.showWarningMessage(withoutLinks(live.readOnlyReason));
    return false;
  }
  const connection = live.now;
  const sure = await enterOnce(host.container, panel, {
    connection,
    effect: 'locks out',
    question: `${withoutLinks(connection.name)} is a production connection. Drive self-service flows there?`,
    consequence: 'What they do is real: they register people, sign them in, send mails and change accounts.',
    verb: 'Drive Flows',
    name: connection.name,
  });
  return sure && live.readOnlyReason === '';
}
