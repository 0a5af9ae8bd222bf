import type { Explorer } from '../explorer.ts';

/** Makes a connection the one that the views show. */
export async function run({ container }: Explorer, id: string): Promise<void> {
  if (container.connections.active?.id !== id) await container.connections.activate(id);
}
