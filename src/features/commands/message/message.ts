import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { partsOf } from '../../../editor/row-part.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { getCourierMessage, listCourierMessages } from '../../../ory/operations/courier.ts';
import { withoutCode } from '../../../ory/secrets/message-code.ts';
import { ago } from '../../../kinds/row.ts';
import type { Actions } from '../command-host.ts';
import type { Named } from '../../../editor/named.ts';
import { messageText } from './message-text.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { viewRefOf, viewUri } from '../view-uri.ts';

export interface ChosenMessage extends Pick<Named, 'id'> {
  readonly connection: Connection;
  /** Whom it was sent to; of a text that is shown that isn't known. */
  readonly name: string | undefined;
}

/** The message that a command was called for: a row, the text in front; else it offers the latest ones. */
export async function chooseMessage(
  actions: Actions,
  args: readonly unknown[],
  title: string,
): Promise<ChosenMessage | undefined> {
  const { container } = actions;
  const [part] = partsOf(args, 'message');
  const shown = part ? undefined : viewRefOf(args[0], 'messages');
  const given = part ?? (shown && { ...shown, name: undefined });
  const need = { service: 'kratos-admin', writes: false } as const;
  const connection = await requireConnection(container, need, given?.connection);
  if (!connection) return undefined;
  const one = given ?? (await askMessage(actions, connection, title));
  return one && { connection, id: one.id, name: one.name };
}

async function askMessage(
  { container }: Actions,
  connection: Connection,
  title: string,
): Promise<Named | undefined> {
  const read = await perform(
    container,
    {
      connection,
      title: vscode.l10n.t('Reading the courier’s messages'),
      couldnt: vscode.l10n.t('read the courier’s messages'),
      lacks: vscode.l10n.t('listing messages'),
    },
    async (client, call) => (await client.call(listCourierMessages, { page_size: 100 }, call)).data,
  );
  if (!read) return undefined;
  if (read.value.length === 0) {
    const words = vscode.l10n.t('The courier of {0} has no messages.', connection.name);
    void vscode.window.showInformationMessage(withoutLinks(words));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(
    read.value.map(({ id, recipient, subject, status, created_at: at }) => ({
      label: withoutIcons(recipient || id),
      description: withoutIcons([withoutCode(subject), status, ago(new Date(at), new Date())].join(' · ')),
      one: { id, name: recipient || id },
    })),
    {
      title: `${title} · ${connection.name}`,
      placeHolder: vscode.l10n.t('Which message?'),
      matchOnDescription: true,
    },
  );
  return chosen?.one;
}

/** Reads a message and shows it in its tab. */
export async function showMessage(
  { container, views }: Actions,
  { connection, id, name }: ChosenMessage,
  revealed: boolean,
): Promise<void> {
  const read = await perform(
    container,
    {
      connection,
      title:
        name === undefined
          ? vscode.l10n.t('Reading the message')
          : vscode.l10n.t('Reading the message to {0}', name),
      couldnt:
        name === undefined
          ? vscode.l10n.t('read the message')
          : vscode.l10n.t('read the message to {0}', name),
      lacks: vscode.l10n.t('reading single messages'),
    },
    async (client, call) => {
      const { data, text } = await client.call(getCourierMessage, { id }, call);
      // What is no message is told here, where it is known who answered.
      return { id: data.id, text };
    },
  );
  if (!read) return;
  // One tab for a message, whether its text shows or not.
  const { recipient, text } = messageText(read.value.text, revealed);
  await views.show(viewUri({ connection: connection.id, what: 'messages', id }, `${recipient}.txt`), text);
}
