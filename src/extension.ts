import type { ExtensionContext } from 'vscode';

/**
 * The entry that the host loads. It is CommonJS, this small, and returns before it loads anything, because the host
 * starts one extension after the other: the next ones need not wait for our modules. Whoever asks for something of
 * ours waits for the promise.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  await Promise.resolve();
  const main = await import('./main.js');
  main.activate(context);
}
