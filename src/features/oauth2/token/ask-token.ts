import * as vscode from 'vscode';

const FROM_CLIPBOARD: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('clippy'),
  tooltip: vscode.l10n.t('Take It From the Clipboard'),
};

/** Asks for a token, which is not shown; it may be taken from the clipboard. It is kept nowhere. */
export function askToken(title: string): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.password = true;
  box.prompt = vscode.l10n.t('An access or refresh token. It is sent to the server and kept nowhere.');
  box.placeholder = 'ory_at_…';
  box.buttons = [FROM_CLIPBOARD];
  return new Promise((resolve) => {
    box.onDidTriggerButton(async () => {
      box.value = (await vscode.env.clipboard.readText()).trim();
    });
    box.onDidAccept(() => {
      if (!box.value.trim()) return;
      resolve(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
