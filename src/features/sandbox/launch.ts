import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ADDRESS_SETTINGS, type SelfHostedConnection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { SandboxProcess } from './process.ts';

/** What the sandbox emulates: the names are those of its options. */
const SERVICES = Object.values(ADDRESS_SETTINGS);

/**
 * Starts the sandbox where it was before, so that documents which are open keep their addresses; on free ports where
 * another program took one meanwhile.
 */
export async function launch(
  container: Container,
  before: SelfHostedConnection | undefined,
): Promise<SandboxProcess> {
  const { context, log } = container;
  const options = {
    script: context.asAbsolutePath('dist/sandbox/sandbox.js'),
    onLine: (line: string) => log.warn(line),
  };
  const common = await commonArguments(context.globalStorageUri.fsPath);
  try {
    return await SandboxProcess.launch({ ...options, args: [...portArguments(before), ...common] });
  } catch (error) {
    if (!before) throw error;
    log.info('The sandbox could not start on its former ports; it takes free ones.');
    return SandboxProcess.launch({ ...options, args: [...portArguments(undefined), ...common] });
  }
}

async function commonArguments(folder: string): Promise<string[]> {
  const settings = vscode.workspace.getConfiguration('ory.sandbox');
  const identities = settings.get('identities', 250);
  const clients = settings.get('clients', 40);
  await mkdir(folder, { recursive: true });
  // The data grows from these numbers: with others it is another sandbox, with a file of its own.
  const data = join(folder, `sandbox-${identities}-${clients}.json`);
  return ['--identities', String(identities), '--clients', String(clients), '--data', data];
}

function portArguments(before: SelfHostedConnection | undefined): string[] {
  return SERVICES.flatMap((service) => {
    const address = before?.addresses[service];
    const port = address === undefined || address.startsWith('unix:') ? '' : new URL(address).port;
    return [`--${service}`, port || '0'];
  });
}
