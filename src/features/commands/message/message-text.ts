import * as l10n from '@vscode/l10n';
import type { Message } from '@ory/client';
import { oneLine } from '../../../editor/text.ts';
import { asText } from '../../../ory/as-text.ts';
import { parseJson, printJson } from '../../../ory/json/tree.ts';
import { getCourierMessage } from '../../../ory/operations/courier.ts';
import { maskJson } from '../../../ory/secrets/mask.ts';
import { withoutCode } from '../../../ory/secrets/message-code.ts';
import { whenFact } from '../../../kinds/row.ts';

/**
 * A message of the courier as a text for people.
 * @param answer the server's own text
 * @param revealed whether its body is shown: it may hold a code or a link that opens the account
 */
export function messageText(
  answer: string,
  revealed: boolean,
  now = new Date(),
): { readonly recipient: string; readonly text: string } {
  const tree = parseJson(answer);
  const shown = revealed ? tree : maskJson(tree, getCourierMessage.answer.secrets);
  const message = JSON.parse(printJson(shown)) as Message;
  const tried = message.dispatches ?? [];
  const facts: readonly (readonly [string, string])[] = [
    ['To', message.recipient],
    ['Subject', revealed ? message.subject : withoutCode(message.subject)],
    ['Status', message.status],
    ['Type', [message.type, message.template_type].filter(Boolean).join(' · ')],
    ['Created', whenFact(message.created_at, now)],
    ['Updated', whenFact(message.updated_at, now)],
    ['Attempts', asText(message.send_count)],
  ];
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  const lines = [
    ...facts.map(([name, value]) => `${`${name}:`.padEnd(width)}${oneLine(value)}`),
    ...tried.flatMap(({ status, created_at: at, error }) => {
      const why = error ? `: ${oneLine(JSON.stringify(error))}` : '';
      return `${''.padEnd(width)}${asText(status)} ${whenFact(at, now)}${why}`;
    }),
    '',
    ...(revealed
      ? []
      : [l10n.t('Its text may open the account and is masked. “Ory: Reveal Message Text” shows it.'), '']),
    asText(message.body).trimEnd(),
    '',
  ];
  return { recipient: asText(message.recipient) || 'message', text: lines.join('\n') };
}
