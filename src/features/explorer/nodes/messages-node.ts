import type { Message } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import type { CallOptions } from '../../../ory/client.ts';
import { listCourierMessages } from '../../../ory/operations/courier.ts';
import { type Page, type PageSource, PageWalk } from '../../../ory/paging.ts';
import { withoutCode } from '../../../ory/secrets/message-code.ts';
import { facts, whenFact } from '../../../resources/row.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { pageSize } from '../page-size.ts';
import { idPart } from '../row-id.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode, groupId } from './group-node.ts';
import { LeafNode } from './leaf-node.ts';
import { listNodes } from './list-nodes.ts';
import { own } from '../../../ory/own.ts';

/** Last part of the id of the row that gathers the courier's messages. */
export const MESSAGES = 'messages';

/** The e-mails and text messages that Kratos sent or is about to send; asked when the row is expanded. */
export function messagesNode(view: ExplorerView, parent: TreeNode, connection: Connection): TreeNode {
  const row = groupId(parent.id, MESSAGES);
  const status = view.narrowed.get(row);
  const id = `${row}/${status ?? 'all'}`;
  const list = view.lists.of<Message>({
    id,
    row,
    keyOf: (message) => message.id,
    open: async () => {
      const client = await view.container.client(connection);
      const operation = listCourierMessages;
      return new WithoutTexts(new PageWalk(client, operation, { status }, pageSize(operation)));
    },
  });
  return new GroupNode(view, parent, {
    key: MESSAGES,
    label: 'Courier messages',
    icon: 'mail',
    context: ['messages'],
    summary: () => {
      const count = list.loaded ? `${list.items.length}${list.more ? '+' : ''}` : '';
      return [status && `only ${status}`, count].filter(Boolean).join(' · ');
    },
    async children(group) {
      await list.ensure();
      return listNodes(view, list, {
        parent: group,
        id,
        plural: 'messages',
        empty: status ? `No messages are ${status}` : 'No messages',
        toNode: (message) => messageNode(group, connection, message),
      });
    },
  });
}

const icons: Readonly<Record<string, string>> = {
  queued: 'clock',
  processing: 'sync',
  sent: 'pass',
  abandoned: 'error',
};

function messageNode(group: TreeNode, connection: Connection, message: Message): TreeNode {
  const { id, recipient, subject, status, type, template_type: template } = message;
  const part = { is: 'message', connection: connection.id, id, name: recipient } as const;
  return new LeafNode(
    `${group.id}/${idPart(id)}`,
    group,
    {
      label: recipient,
      description: [subject, status].filter(Boolean).join(' · '),
      icon: own(icons, status) ?? 'mail',
      context: ['message', 'id'],
      command: { command: 'ory.openMessage', title: 'Open Message', arguments: [{ part }] },
    },
    {
      copied: id,
      part,
      facts: facts(
        ['Id', id],
        ['Subject', subject],
        ['Status', status],
        ['Type', [type, template].filter(Boolean).join(' · ')],
        ['Attempts', String(message.send_count)],
        ['Created', whenFact(message.created_at)],
        ['Updated', whenFact(message.updated_at)],
      ),
    },
  );
}

/** The list without the messages' texts, which may open accounts: rows need none. */
const withoutText = (message: Message): Message => ({
  ...message,
  body: '',
  subject: withoutCode(message.subject),
});

class WithoutTexts implements PageSource<Message> {
  constructor(private readonly pages: PageSource<Message>) {}

  async next(call?: CallOptions): Promise<Page<Message> | undefined> {
    const page = await this.pages.next(call);
    return page && { ...page, items: page.items.map((message) => withoutText(message)) };
  }
}
