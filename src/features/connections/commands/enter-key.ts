import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import { addressOf, type Connection } from '../../../connections/model.ts';
import type { Slot } from '../../../connections/secrets.ts';
import type { Container } from '../../../container.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { pickOne } from '../../../editor/wizard-pick.ts';
import { type CommandTarget, connectionFor } from '../choose.ts';
import { keepKey } from '../keep.ts';
import { transportOf } from '../transport-settings.ts';
import { askAccessToken, askProjectKey, askWorkspaceKey } from '../steps/key.ts';

/** Asks for a connection's key, tries it, and keeps it. */
export async function run(container: Container, target?: CommandTarget): Promise<boolean> {
  const connection = await connectionFor(container, target, 'Enter API Key');
  if (!connection) return false;
  if (connection.type === 'self-hosted' && connection.sandbox) {
    void vscode.window.showInformationMessage(`${connection.name} needs no key.`);
    return false;
  }
  return enterKey(container, connection);
}

/** The same for a connection that is known. */
export async function enterKey(container: Container, connection: Connection): Promise<boolean> {
  const place: StepPlace = { title: `Key for ${connection.name}`, step: 1, totalSteps: 1, canGoBack: false };
  const slot = await slotFor(place, connection);
  if (slot === BACK || slot === CANCELLED) return false;
  const key = await ask(place, connection, slot);
  if (key === BACK || key === CANCELLED || key === '') return false;
  // A key of somebody's own is no longer the one that was made here.
  if (slot === 'project-key') {
    const origin = originOf(addressOf(connection, 'kratos-admin') ?? '');
    await container.secrets.delete(connection, origin, 'project-key-id');
  }
  await keepKey(container, connection, slot, key);
  container.connections.announce();
  vscode.window.setStatusBarMessage(`Key stored for ${connection.name}`, 5000);
  return true;
}

async function slotFor(place: StepPlace, connection: Connection): Promise<Answered<Slot>> {
  if (connection.type === 'self-hosted') return 'authorization';
  if (connection.type === 'workspace') return 'workspace-key';
  if (connection.workspace) return 'project-key';
  return pickOne<Slot>(place, {
    placeholder: 'Which key?',
    items: [
      { label: 'Project API key', description: 'identities, clients and keys', value: 'project-key' },
      {
        label: 'Workspace API key',
        description: 'the project’s members and configuration',
        value: 'workspace-key',
      },
    ],
  });
}

function ask(place: StepPlace, connection: Connection, slot: Slot): Promise<Answered<string>> {
  const settings = transportOf(connection);
  if (connection.type === 'self-hosted') {
    const { addresses } = connection;
    const address =
      addresses['kratos-admin'] ?? addresses['hydra-admin'] ?? Object.values(addresses)[0] ?? '';
    return askAccessToken(place, { where: connection.name, baseUrl: address, settings });
  }
  if (slot === 'workspace-key') {
    return askWorkspaceKey(place, { where: connection.name, baseUrl: connection.consoleUrl, settings });
  }
  const baseUrl = addressOf(connection, 'kratos-admin') ?? '';
  return askProjectKey(place, { where: connection.name, baseUrl, settings });
}
