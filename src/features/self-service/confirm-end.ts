import * as vscode from 'vscode';
import { enter } from '../../editor/door/gate.ts';
import { oneLine, withoutLinks } from '../../editor/text.ts';
import type { Panel } from './panel.ts';

const whoOf = ({ run }: Panel): string => oneLine(run.session?.who ?? 'this person');

export function confirmEnd(panel: Panel, id: string): Promise<boolean> {
  return confirm(
    panel,
    `End the session ${id} of ${whoOf(panel)}`,
    'Whoever uses it is signed out.',
    'End',
    id,
  );
}

export function confirmEndOthers(panel: Panel): Promise<boolean> {
  const who = whoOf(panel);
  return confirm(
    panel,
    `End all other sessions of ${who}`,
    'Every other device is signed out.',
    'End All',
    who,
  );
}

export function confirmLogOut(panel: Panel): Promise<boolean> {
  const who = whoOf(panel);
  return confirm(panel, `Sign out ${who}`, 'The session of this panel ends.', 'Sign Out', who);
}

async function confirm(
  { live, host }: Panel,
  action: string,
  consequence: string,
  verb: string,
  name: string,
): Promise<boolean> {
  const connection = live.now;
  const where = withoutLinks(connection.name);
  if (live.readOnlyReason) {
    void vscode.window.showWarningMessage(withoutLinks(live.readOnlyReason));
    return false;
  }
  const sure = await enter(host.container, {
    effect: 'destroys',
    question: `${action} on ${where}?`,
    consequence,
    verb,
    name,
    connection,
  });
  return sure && live.readOnlyReason === '';
}
