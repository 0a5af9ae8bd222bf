import { type ExtensionContext, l10n } from 'vscode';

/**
 * The entry that the host loads. It is CommonJS, this small, and returns before it loads anything, because the host
 * starts one extension after the other: the next ones need not wait for our modules. Whoever asks for something of
 * ours waits for the promise.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  await Promise.resolve();
  // Before all modules that hold texts. In English there is nothing to load.
  if (l10n.bundle) (await import('./localize.js')).localize(l10n.bundle);
  const main = await import('./main.js');
  main.activate(context);
}
