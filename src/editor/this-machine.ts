import * as vscode from 'vscode';
import { isLoopback } from '../ory/http/choose-transport.ts';
import { parseAddress } from '../connections/address.ts';

const remotes: Readonly<Record<string, string>> = {
  'ssh-remote': vscode.l10n.t('the SSH host'),
  wsl: vscode.l10n.t('the WSL distribution'),
  'dev-container': vscode.l10n.t('the dev container'),
  'attached-container': vscode.l10n.t('the container'),
  codespaces: vscode.l10n.t('the codespace'),
  tunnel: vscode.l10n.t('the machine at the tunnel’s other end'),
};

/** Whose loopback 127.0.0.1 is: the machine that the extension runs on, which need not be the one with the screen. */
export function thisMachine(): string {
  const { remoteName } = vscode.env;
  if (!remoteName) return vscode.l10n.t('this machine');
  // In a browser the name is the server's own address, which says nothing to anybody.
  return remotes[remoteName] ?? vscode.l10n.t('the machine that VS Code’s server runs on');
}

/** What kind of remote window this is, without any name of a machine; undefined where it is none. */
export function remoteKind(): string | undefined {
  const { remoteName } = vscode.env;
  if (!remoteName) return undefined;
  return remoteName in remotes ? remoteName : vscode.l10n.t('a server in the browser, or another kind');
}

/** What to add where a loopback address is not answered in a remote window; empty elsewhere. */
export function loopbackHint(address: string): string {
  if (!vscode.env.remoteName) return '';
  const { baseUrl, socketPath } = parseAddress(address);
  if (socketPath || !isLoopback(new URL(baseUrl).hostname)) return '';
  return vscode.l10n.t('{0} means {1} here.', new URL(baseUrl).hostname, thisMachine());
}
