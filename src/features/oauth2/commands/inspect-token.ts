import * as vscode from 'vscode';
import { requireConnection } from '../../../editor/require-connection.ts';
import { hasService } from '../../../connections/model.ts';
import { tokenIn } from '../../../flows/oauth2/tokens/decode.ts';
import type { OAuth2 } from '../oauth2.ts';
import { askToken } from '../token/ask-token.ts';
import { TokenPanel } from '../token/token-panel.ts';

/**
 * Shows what a token is and whether it is good: what is selected in the editor, else what is asked for.
 * @param given the token
 */
export async function run(oauth2: OAuth2, given?: unknown): Promise<void> {
  const { container } = oauth2;
  const { active } = container.connections;
  // Keys are enough to check a JWT: either service of Hydra will do.
  const service = active && !hasService(active, 'hydra-admin') ? 'hydra-public' : 'hydra-admin';
  const connection = await requireConnection(container, { service, writes: false });
  if (!connection) return;
  const text =
    typeof given === 'string'
      ? given
      : (selected() ?? (await askToken(vscode.l10n.t('Inspect Token · {0}', connection.name))));
  const token = tokenIn(text ?? '');
  if (token) await TokenPanel.open(oauth2, connection, token);
}

/** What is selected, when it looks like a token: a selection may be anything. */
function selected(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  const text = tokenIn(editor.document.getText(editor.selection));
  return /^(?:ory_\w[\w.~-]{8,}|[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*){0,3})$/.test(text) ? text : undefined;
}
