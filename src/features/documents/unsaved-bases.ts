import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { UnsavedBases } from '../../saving/unsaved/unsaved-bases.ts';

const KEY = 'ory.unsaved';

/** What texts with changes derive from, in the extension's own storage; for all windows. */
export function unsavedBases({ context, redactor, work }: Container): UnsavedBases {
  const hiding = { text: (text: string) => redactor.text(text), learned: () => redactor.learned(), work };
  let key: Promise<string> | undefined;
  return new UnsavedBases(join(context.globalStorageUri.fsPath, 'unsaved'), hiding, () => {
    key ??= keyOf(context.secrets).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  });
}

/** Made with the first text that has changes. Of windows that make one at once, the last counts. */
async function keyOf(secrets: vscode.SecretStorage): Promise<string> {
  const kept = await secrets.get(KEY);
  if (kept !== undefined) return kept;
  const made = randomBytes(32).toString('base64');
  await secrets.store(KEY, made);
  return (await secrets.get(KEY)) ?? made;
}
