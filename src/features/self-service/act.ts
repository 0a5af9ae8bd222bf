import { openLink } from '../../editor/webview/open-link.ts';
import { OPERATIONS } from '../../flows/self-service/flow-operations.ts';
import type { FlowMessage } from '../../webviews/self-service-flow/contract.ts';
import { clearCookies, copyToken, enterCookies, enterToken, forgetToken, keepToken } from './credentials.ts';
import { compareStep, exportSteps, showAnswer, showFlow } from './documents.ts';
import type { Panel } from './panel.ts';
import { mayWrite } from './may-write.ts';
import { confirmEnd, confirmEndOthers, confirmLogOut } from './confirm-end.ts';

/** Does what the view asks for. */
export async function act(panel: Panel, message: FlowMessage): Promise<void> {
  const { run } = panel;
  switch (message.do) {
    case 'fill':
      run.values = { ...run.values, [message.name]: message.value };
      return;
    case 'payload':
      run.payload = message.text;
      return panel.refresh();
    case 'asForm':
      run.asForm = message.value;
      return panel.refresh();
    case 'submit':
      if (run.payloadProblem) return panel.refresh();
      if (await mayWrite(panel)) await run.press(message.at, message.secrets);
      return;
    case 'follow':
      return follow(panel, message.at);
    case 'read':
      return run.readAgain();
    case 'startAgain':
      if (await mayWrite(panel)) await run.startAgain();
      return;
    case 'startSettings':
      if (await mayWrite(panel)) await run.start('settings', run.kind, {});
      return;
    case 'startOther':
      return panel.host.startOther(panel);
    case 'openInBrowser':
      return openInBrowser(panel);
    case 'reveal':
      run.revealed = !run.revealed;
      return panel.refresh();
    case 'whoAmI':
      return run.whoAmI();
    case 'otherSessions':
      return run.otherSessions();
    case 'endSession':
      if (await confirmEnd(panel, message.id)) await run.endSession(message.id);
      return;
    case 'endOthers':
      if (await confirmEndOthers(panel)) await run.endOthers();
      return;
    case 'logOut':
      if (await confirmLogOut(panel)) await run.logOut();
      return;
    case 'copyToken':
      return copyToken(panel);
    case 'keepToken':
      return keepToken(panel);
    case 'forgetToken':
      return forgetToken(panel);
    case 'enterToken':
      return enterToken(panel);
    case 'enterCookies':
      return enterCookies(panel);
    case 'clearCookies':
      return clearCookies(panel);
    case 'showFlow':
      return showFlow(panel);
    case 'showAnswer':
      return showAnswer(panel, message.step);
    case 'compare':
      return compareStep(panel, message.step);
    case 'exportCurl':
    case 'exportCode':
      return exportSteps(panel, message.do);
    case 'cancel':
      run.cancel();
  }
}

async function follow(panel: Panel, at: number): Promise<void> {
  const { run } = panel;
  const follow = run.outcome?.follows[at];
  if (!follow) {
    if (await mayWrite(panel)) await run.useLink();
    return;
  }
  const { target } = follow;
  if (target.at === 'page') return openLink(target.url);
  const writes = target.address.at === 'start';
  if (!writes || (await mayWrite(panel))) await run.open(target.address, target.kind);
}

/** A browser starts a flow of its own: it has other cookies, so that this one's would not open there. */
async function openInBrowser({ run }: Panel): Promise<void> {
  const type = run.flow?.type ?? 'login';
  await openLink(run.agent.base + OPERATIONS[type].create.browser.path);
}
