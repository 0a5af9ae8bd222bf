import * as l10n from '@vscode/l10n';
import type { Message } from '@ory/client';
import type { CallOptions } from '../../ory/client.ts';
import { listCourierMessages } from '../../ory/operations/courier.ts';
import { own } from '../../ory/own.ts';
import { type Page, type PageSource, PageWalk } from '../../ory/paging.ts';
import { withoutCode } from '../../ory/secrets/message-code.ts';
import { listing } from '../listing.ts';
import { facts, whenFact } from '../row.ts';

const icons: Readonly<Record<string, string>> = {
  queued: 'clock',
  processing: 'sync',
  sent: 'pass',
  abandoned: 'error',
};

/** The e-mails and text messages that Kratos sent or is about to send (`GET /admin/courier/messages`). */
export const messageListing = listing<Message>({
  under: 'connection',
  service: 'kratos-admin',
  key: 'messages',
  label: l10n.t('Courier messages'),
  plural: l10n.t('messages'),
  icon: 'mail',
  context: ['messages'],
  empty: ({ narrowed }) => (narrowed ? l10n.t('No messages are {0}', narrowed) : l10n.t('No messages')),
  open: (client, { narrowed: status }, size) =>
    new WithoutTexts(new PageWalk(client, listCourierMessages, { status }, size(listCourierMessages))),
  keyOf: ({ id }) => id,
  narrowing: (listCourierMessages.parameters.status.values ?? []).map((status) => ({
    value: status,
    label: l10n.t('Only {0}', status),
    summary: l10n.t('only {0}', status),
  })),
  row(message) {
    const { id, recipient, subject, status, type, template_type: template } = message;
    return {
      id,
      label: recipient || id,
      description: [subject, status].filter(Boolean).join(' · '),
      icon: own(icons, status) ?? 'mail',
      dimmed: false,
      context: ['message', 'id'],
      copied: id,
      part: { is: 'message', id, name: recipient || id },
      facts: () =>
        facts(
          ['Id', id],
          ['Subject', subject],
          ['Status', status],
          ['Type', [type, template].filter(Boolean).join(' · ')],
          ['Attempts', message.send_count],
          ['Created', whenFact(message.created_at)],
          ['Updated', whenFact(message.updated_at)],
        ),
    };
  },
});

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
