import * as vscode from 'vscode';

/**
 * Makes a panel again that was open when the window was reloaded.
 * @param restore what its content named as such; it comes from disk: check it
 */
export type RestoreWebview = (panel: vscode.WebviewPanel, restore: unknown) => unknown;

/**
 * Registers what makes the panels of one kind again; without it they are gone after a reload. The package's
 * `activationEvents` need `onWebviewPanel:ory.<name>`, for nothing else may have started us by then.
 * @param load brings the code, when there is such a panel
 * @param onError hears why one can't be made; its panel is closed
 */
export const restoreWebviews = (
  name: string,
  load: () => Promise<RestoreWebview>,
  onError: (error: unknown) => unknown,
): vscode.Disposable =>
  vscode.window.registerWebviewPanelSerializer(`ory.${name}`, {
    async deserializeWebviewPanel(panel, state: unknown) {
      try {
        const restore =
          typeof state === 'object' && state !== null && 'restore' in state ? state.restore : null;
        await (
          await load()
        )(panel, restore);
      } catch (error) {
        panel.dispose();
        await onError(error);
      }
    },
  });
