import * as vscode from 'vscode';
import { withoutSlash } from '../ory/trim.ts';
import { isLoopback } from '../ory/http/choose-transport.ts';

/**
 * Opens an address in the system's browser, byte for byte. A Uri would be decoded and encoded anew on its way ("%2B"
 * arrives as "+", which servers read as a space); text is left alone, though the editor's types don't say that it may be.
 * @returns whether it was opened: the person may not want to
 */
export async function openOutside(href: string): Promise<boolean> {
  const outside = await forwarded(href);
  return vscode.env.openExternal(outside as unknown as vscode.Uri);
}

/**
 * Where a browser elsewhere gets to an address of this machine. The editor would find that itself, and decode what
 * follows; only where it forwards to another loopback address that is left to it, or it would be forwarded twice.
 */
async function forwarded(href: string): Promise<string> {
  const { origin, hostname } = new URL(href);
  if (!vscode.env.remoteName || !isLoopback(hostname)) return href;
  const external = await vscode.env.asExternalUri(vscode.Uri.parse(`${origin}/`));
  const base = external.toString(true);
  const elsewhere = !external.query && !isLoopback(new URL(base).hostname);
  return elsewhere ? withoutSlash(base) + href.slice(origin.length) : href;
}
