import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';

/** Shows where keys and addresses are found. */
export async function run({ context }: Container): Promise<void> {
  await vscode.commands.executeCommand(
    'markdown.showPreview',
    vscode.Uri.joinPath(context.extensionUri, 'media', 'keys.md'),
  );
}
