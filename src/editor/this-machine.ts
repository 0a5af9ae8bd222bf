import * as vscode from 'vscode';
import { isLoopback } from '../ory/http/choose-transport.ts';
import { parseAddress } from '../connections/address.ts';

const remotes: Readonly<Record<string, string>> = {
  'ssh-remote': 'the SSH host',
  wsl: 'the WSL distribution',
  'dev-container': 'the dev container',
  'attached-container': 'the container',
  codespaces: 'the codespace',
  tunnel: 'the machine at the tunnel’s other end',
};

/** Whose loopback 127.0.0.1 is: the machine that the extension runs on, which need not be the one with the screen. */
export function thisMachine(): string {
  const { remoteName } = vscode.env;
  if (!remoteName) return 'this machine';
  // In a browser the name is the server's own address, which says nothing to anybody.
  return remotes[remoteName] ?? 'the machine that VS Code’s server runs on';
}

/** What kind of remote window this is, without any name of a machine; undefined where it is none. */
export function remoteKind(): string | undefined {
  const { remoteName } = vscode.env;
  if (!remoteName) return undefined;
  return remoteName in remotes ? remoteName : 'a server in the browser, or another kind';
}

/** What to add where a loopback address is not answered in a remote window; empty elsewhere. */
export function loopbackHint(address: string): string {
  if (!vscode.env.remoteName) return '';
  const { baseUrl, socketPath } = parseAddress(address);
  if (socketPath || !isLoopback(new URL(baseUrl).hostname)) return '';
  return `${new URL(baseUrl).hostname} means ${thisMachine()} here.`;
}
