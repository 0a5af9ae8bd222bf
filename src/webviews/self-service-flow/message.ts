import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/pieces/icon.ts';
import type { ShownMessage } from './contract.ts';

const icons = { info: 'info', success: 'pass', error: 'error' } as const;
const words = { info: 'Note', success: 'Done', error: 'Error' } as const;

/** Messages of the server, each with its number and what that means. */
export const messageList = (
  where: string,
  messages: readonly ShownMessage[],
): TemplateResult | typeof nothing =>
  messages.length === 0
    ? nothing
    : html`<ul class="messages" aria-label="Messages">
        ${messages.map((message, at) => one(`${where}-message-${at}`, message))}
      </ul>`;

const one = (id: string, message: ShownMessage): TemplateResult => html`
  <li class="message message-${message.type}">
    ${icon(icons[message.type])}
    <div>
      <span class="visually-hidden">${words[message.type]}: </span>${message.text} ${explanation(id, message)}
    </div>
  </li>
`;

/** What a message's number means, folded away until it is wanted. @param brief names the number only */
export const explanation = (
  id: string,
  { id: number, means, next }: ShownMessage,
  brief = false,
): TemplateResult => html`
  <details class="explain">
    <summary id=${id} aria-label="Explain ${number}" title="Explain ${number}">
      ${brief ? number : `Explain ${number}`}
    </summary>
    <p>${means}</p>
    ${next ? html`<p class="note">${next}</p>` : nothing}
  </details>
`;
