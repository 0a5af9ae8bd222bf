import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import { addressOf, type Connection, type SelfHostedConnection } from '../../../connections/model.ts';
import type { Slot } from '../../../connections/secrets.ts';
import type { Container } from '../../../container.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { pickOne } from '../../../editor/wizard-pick.ts';
import { connectionFor } from '../choose.ts';
import { keepKey, originsOf } from '../keep.ts';
import { type TokenPlaces, tokenPlaces } from '../token-places.ts';
import { transportOf } from '../transport-settings.ts';
import { askAccessToken, askProjectKey, askWorkspaceKey } from '../steps/key.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';

/** Asks for a connection's key, tries it, and keeps it. */
export async function run(container: Container, given?: unknown): Promise<boolean> {
  const connection = await connectionFor(container, given, 'Enter API Key');
  if (!connection) return false;
  if (connection.type === 'self-hosted' && connection.sandbox) {
    void vscode.window.showInformationMessage(withoutLinks(`${connection.name} needs no key.`));
    return false;
  }
  return enterKey(container, connection);
}

/**
 * The same for a connection that is known.
 * @param wanted origins of one's own servers that an access token is asked for; without it they are found out
 */
export async function enterKey(
  container: Container,
  connection: Connection,
  wanted: readonly string[] = [],
): Promise<boolean> {
  const place: StepPlace = { title: `Key for ${connection.name}`, step: 1, totalSteps: 1, canGoBack: false };
  const slot = await slotFor(place, connection);
  if (slot === BACK || slot === CANCELLED) return false;
  let origins: readonly string[] = originsOf(connection, slot);
  let key: Answered<string>;
  if (connection.type === 'self-hosted') {
    const places = await lookAround(container, connection, wanted);
    ({ origins } = places);
    key = await askToken(place, connection, places);
  } else key = await askApiKey(place, connection, slot);
  if (key === BACK || key === CANCELLED || key === '') return false;
  // A key of somebody's own is no longer the one that was made here.
  if (slot === 'project-key') {
    const origin = originOf(addressOf(connection, 'kratos-admin') ?? '');
    await container.secrets.delete(connection, origin, 'project-key-id');
  }
  await keepKey(container, connection, slot, key, origins);
  container.connections.announce();
  vscode.window.setStatusBarMessage(withoutIcons(`Key stored for ${connection.name}`), 5000);
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

/** Asks the servers which of them want a token; that may take a moment. */
const lookAround = ({ secrets }: Container, connection: SelfHostedConnection, wanted: readonly string[]) =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Asking which servers want an access token…' },
    () => tokenPlaces(secrets, connection, wanted),
  );

const askToken = (place: StepPlace, connection: Connection, { address, origins }: TokenPlaces) =>
  askAccessToken(place, {
    where: `${connection.name} (${origins.join(', ')})`,
    baseUrl: address,
    settings: transportOf(connection),
  });

function askApiKey(
  place: StepPlace,
  connection: Exclude<Connection, SelfHostedConnection>,
  slot: Slot,
): Promise<Answered<string>> {
  const settings = transportOf(connection);
  if (slot === 'workspace-key') {
    return askWorkspaceKey(place, { where: connection.name, baseUrl: connection.consoleUrl, settings });
  }
  const baseUrl = addressOf(connection, 'kratos-admin') ?? '';
  return askProjectKey(place, { where: connection.name, baseUrl, settings });
}
