import * as vscode from 'vscode';

const COPY = 'Copy';

/** Shows a secret that no server gives out twice; it is kept nowhere. */
export async function showOnce(what: string, value: string): Promise<void> {
  const detail = `${value}\n\nIt is shown only now: Ory does not give it out again, and it is kept nowhere here.`;
  const chosen = await vscode.window.showInformationMessage(what, { modal: true, detail }, COPY);
  if (chosen === COPY) await vscode.env.clipboard.writeText(value);
}
