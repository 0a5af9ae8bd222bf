import * as l10n from '@vscode/l10n';
import type { Message } from '@ory/client';
import { operation } from './operation.ts';
import { inPath, inQuery, json, tokenPaging } from './parts.ts';

const kratosAdmin = { service: 'kratos-admin' } as const;

/** The text holds the code or the link that gets its reader into the account. */
const messageSecrets = ['/body'];

export const listCourierMessages = operation({
  ...kratosAdmin,
  id: 'listCourierMessages',
  summary: l10n.t('List the e-mails and text messages that were sent, or are about to be.'),
  method: 'GET',
  path: '/admin/courier/messages',
  effect: 'read',
  parameters: {
    ...tokenPaging(10, 500),
    status: inQuery('string', l10n.t('Only messages in this state.'), {
      values: ['queued', 'processing', 'sent', 'abandoned'],
    }),
    recipient: inQuery('string', l10n.t('Only messages to this address.')),
  },
  answer: json<Message[]>(messageSecrets.map((pointer) => `/*${pointer}`)),
  paging: { style: 'token', maximum: 500 },
  bucket: 'kratos-admin-low',
});

export const getCourierMessage = operation({
  ...kratosAdmin,
  id: 'getCourierMessage',
  summary: l10n.t('Read one message with its text and each attempt to deliver it.'),
  method: 'GET',
  path: '/admin/courier/messages/{id}',
  effect: 'read',
  parameters: { id: inPath(l10n.t('Id of the message.')) },
  answer: json<Message>(messageSecrets),
  bucket: 'kratos-admin-medium',
  since: '0.11.1',
});
