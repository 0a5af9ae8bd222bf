import type { InboxMail } from '../../http/mail.ts';
import type { CourierMessage } from './store.ts';

/** A message of the queue as whoever it is for would read it. */
export function toInbox(message: CourierMessage): InboxMail {
  const code = /(?:^|\D)(\d{6})(?:\D|$)/.exec(message.body)?.[1];
  const link = /https?:\/\/\S+/.exec(message.body)?.[0];
  return {
    at: message.created_at,
    to: message.recipient,
    via: message.channel,
    template: message.template_type,
    subject: message.subject,
    // A link may hold six digits by chance.
    ...(link === undefined ? (code === undefined ? {} : { code }) : { link }),
    body: message.body,
  };
}
