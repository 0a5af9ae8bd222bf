import { json } from './answers.ts';
import type { InboxMail } from './mail.ts';
import type { SandboxAnswer } from './service.ts';

/** `GET /.sandbox/mails`: the newest first; with `?to=` only those to one address. */
export function inbox(mails: readonly InboxMail[], query: URLSearchParams): SandboxAnswer {
  const to = query.get('to')?.toLowerCase();
  return json(200, { mails: mails.filter((mail) => to === undefined || mail.to.toLowerCase() === to) });
}
