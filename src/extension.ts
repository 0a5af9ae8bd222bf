import type { ExtensionContext } from 'vscode';

/**
 * The entry that the host loads. It is CommonJS and this small because the host waits for it at its start; the rest
 * are ES modules, which the host loads while it goes on, and of which it waits for this one's promise only where
 * something of ours is asked for.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const main = await import('./main.js');
  main.activate(context);
}
