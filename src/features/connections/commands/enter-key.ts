import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import { addressOf, type Connection, type SelfHostedConnection } from '../../../connections/model.ts';
import type { Slot } from '../../../connections/secrets.ts';
import type { Container } from '../../../container.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { type Choice, pickOne } from '../../../editor/wizard-pick.ts';
import { askForApiKey, askForAuthorization, askForProxyPassword } from '../ask-for-key.ts';
import { connectionFor } from '../choose.ts';
import { keepKey, originsOf } from '../keep.ts';
import { tokenPlaces } from '../token-places.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';

/** Asks for a connection's key, tries it, and keeps it. */
export async function run(container: Container, target?: unknown): Promise<boolean> {
  const connection = await connectionFor(container, target, vscode.l10n.t('Enter API Key'));
  if (!connection) return false;
  if (connection.type === 'self-hosted' && connection.sandbox) {
    void vscode.window.showInformationMessage(
      withoutLinks(vscode.l10n.t('{0} needs no key.', connection.name)),
    );
    return false;
  }
  return enterKey(container, connection, [], isOfProxy(target) ? 'proxy-authorization' : undefined);
}

const isOfProxy = (target: unknown): boolean =>
  typeof target === 'object' && target !== null && 'of' in target && target.of === 'proxy';

/**
 * The same for a connection that is known.
 * @param wanted origins of one's own servers that an access token is asked for; without it they are found out
 * @param known what is asked for; without it one is asked where there are several
 */
export async function enterKey(
  container: Container,
  connection: Connection,
  wanted: readonly string[] = [],
  known?: Slot,
): Promise<boolean> {
  const place: StepPlace = {
    title: vscode.l10n.t('Key for {0}', connection.name),
    step: 1,
    totalSteps: 1,
    canGoBack: false,
  };
  const slot = known ?? (wanted.length > 0 ? 'authorization' : await slotFor(place, connection));
  if (slot === BACK || slot === CANCELLED) return false;
  let origins: readonly string[] = originsOf(connection, slot);
  let key: Answered<string>;
  if (slot === 'proxy-authorization') {
    const proxy = connection.proxy ?? '';
    origins = [originOf(proxy)];
    key = await askForProxyPassword(container, place, connection, proxy);
  } else if (connection.type === 'self-hosted') {
    const places = await lookAround(container, connection, wanted);
    ({ origins } = places);
    key = await askForAuthorization(container, place, connection, places);
  } else key = await askForApiKey(container, place, connection, slot);
  if (key === BACK || key === CANCELLED || key === '') return false;
  // A key of somebody's own is no longer the one that was made here.
  if (slot === 'project-key') {
    const origin = originOf(addressOf(connection, 'kratos-admin') ?? '');
    await container.secrets.delete(connection, origin, 'project-key-id');
  }
  await keepKey(container, connection, slot, key, origins);
  container.connections.announce();
  vscode.window.setStatusBarMessage(withoutIcons(vscode.l10n.t('Key stored for {0}', connection.name)), 5000);
  return true;
}

async function slotFor(place: StepPlace, connection: Connection): Promise<Answered<Slot>> {
  const items = slotsOf(connection);
  const [only] = items;
  return items.length === 1 && only?.value
    ? only.value
    : pickOne<Slot>(place, { placeholder: vscode.l10n.t('Which key?'), items });
}

function slotsOf(connection: Connection): Choice<Slot>[] {
  const { proxy, type } = connection;
  const own: Record<typeof type, Choice<Slot>[]> = {
    'self-hosted': [
      {
        label: vscode.l10n.t('Access token, or user name and password'),
        description: vscode.l10n.t('of the servers or the gateway in front of them'),
        value: 'authorization',
      },
    ],
    network: [
      {
        label: vscode.l10n.t('Project API key'),
        description: vscode.l10n.t('identities, clients and keys'),
        value: 'project-key',
      },
      ...(type === 'network' && connection.workspace
        ? []
        : [
            {
              label: vscode.l10n.t('Workspace API key'),
              description: vscode.l10n.t('the project’s members and configuration'),
              value: 'workspace-key' as const,
            },
          ]),
    ],
    workspace: [
      {
        label: vscode.l10n.t('Workspace API key'),
        description: vscode.l10n.t('lists projects'),
        value: 'workspace-key',
      },
    ],
  };
  if (!proxy) return own[type];
  return [
    ...own[type],
    {
      label: vscode.l10n.t('User name and password of the proxy'),
      description: withoutIcons(proxy),
      value: 'proxy-authorization',
    },
  ];
}

/** Asks the servers which of them want a token; that may take a moment. */
const lookAround = ({ secrets }: Container, connection: SelfHostedConnection, wanted: readonly string[]) =>
  vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Asking which servers want an access token…'),
    },
    () => tokenPlaces(secrets, connection, wanted),
  );
