import * as vscode from 'vscode';
import type { Panel } from './panel.ts';

/** Asks for a session token and asks whose it is. */
export async function enterToken(panel: Panel): Promise<void> {
  const token = await askToken();
  if (token) await useToken(panel, token);
}

export async function useToken(panel: Panel, token: string): Promise<void> {
  panel.run.agent.token = token;
  panel.run.kind = 'api';
  await panel.run.whoAmI();
}

/** Asks for the cookies of a browser and takes them over. */
export async function enterCookies(panel: Panel): Promise<void> {
  const header = await askCookies();
  if (!header) return;
  await useCookies(panel, header);
  const { run } = panel;
  // What was refused for want of them is tried again.
  if (run.flow) await run.readAgain();
  else await run.whoAmI();
}

export async function useCookies({ run }: Panel, header: string): Promise<void> {
  await run.agent.jar.take(run.agent.base, header);
  run.kind = 'browser';
}

export async function clearCookies(panel: Panel): Promise<void> {
  await panel.run.agent.jar.clear();
  panel.run.session = undefined;
  await panel.refresh();
}

export const askToken = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: 'Session Token',
    prompt: 'Token of an app’s session (X-Session-Token). It stays in the memory of this window.',
    placeHolder: 'ory_st_…',
    password: true,
    ignoreFocusOut: true,
  });

export const askCookies = (): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: 'Cookies of a Browser',
    prompt:
      'The Cookie header of a request to Kratos, as the browser’s developer tools show it. It stays in the memory of this window.',
    placeHolder: 'csrf_token_…=…; ory_kratos_session=…',
    password: true,
    ignoreFocusOut: true,
  });

export async function copyToken({ run }: Panel): Promise<void> {
  const { token } = run.agent;
  if (!token) return;
  await vscode.env.clipboard.writeText(token);
  vscode.window.setStatusBarMessage('$(check) Copied the session token', 4000);
}

/** Keeps the token in the secret storage, for the next window. */
export async function keepToken(panel: Panel): Promise<void> {
  const { token } = panel.run.agent;
  if (!token) return;
  await panel.host.container.secrets.store(panel.connection, panel.origin, 'session-token', token);
  panel.tokenIsKept = true;
  vscode.window.setStatusBarMessage('$(check) The session token is kept in the secret storage', 6000);
  await panel.refresh();
}

export async function forgetToken(panel: Panel): Promise<void> {
  await panel.host.container.secrets.delete(panel.connection, panel.origin, 'session-token');
  panel.tokenIsKept = false;
  await panel.refresh();
}
