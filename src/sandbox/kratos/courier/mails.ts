import { randomInt } from 'node:crypto';
import type { KratosContext } from '../context.ts';
import { newId } from '../http/uuid.ts';

/** What a message is about; the server's templates are called the same. */
export type Subject = 'recovery' | 'verification' | 'login' | 'registration';

/** A message with a code or a link. */
export interface Mail {
  readonly subject: Subject;
  readonly to: string;
  readonly via: string;
  readonly form: 'code' | 'link';
  /** The code, or the link; undefined for somebody whom nobody knows. */
  readonly secret: string | undefined;
  readonly minutes: number;
}

const PURPOSES: Readonly<Record<Subject, string>> = {
  recovery: 'get back into your account',
  verification: 'verify your address',
  login: 'sign in',
  registration: 'sign up',
};

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Puts a message into the queue; nothing is ever sent from there. */
export function queueMail(kratos: KratosContext, mail: Mail): void {
  const now = kratos.now();
  const isEmail = mail.via !== 'sms';
  kratos.courier.add({
    id: newId(),
    status: 'queued',
    type: isEmail ? 'email' : 'phone',
    recipient: mail.to,
    body: bodyOf(mail),
    subject: isEmail ? subjectOf(mail) : '',
    template_type: templateOf(mail),
    channel: mail.via,
    send_count: 0,
    created_at: now,
    updated_at: now,
  });
}

/** Codes stand on a line of their own: whoever tests a flow finds them there. */
function bodyOf(mail: Mail): string {
  const purpose = PURPOSES[mail.subject];
  if (mail.secret !== undefined) {
    const how = mail.form === 'code' ? 'enter this code' : 'open this link';
    return `Hello,\n\nto ${purpose}, ${how} within ${mail.minutes} minutes:\n\n${mail.secret}\n`;
  }
  return `Hello,\n\nsomebody wanted to ${purpose} with this address, but no account has it.\n`;
}

const subjectOf = (mail: Mail): string =>
  isForUnknown(mail) ? 'No account has this address' : `Your way to ${PURPOSES[mail.subject]}`;

const templateOf = (mail: Mail): string =>
  `${mail.subject}${mail.form === 'code' ? '_code' : ''}_${isForUnknown(mail) ? 'invalid' : 'valid'}`;

const isForUnknown = (mail: Mail): boolean => mail.secret === undefined;
