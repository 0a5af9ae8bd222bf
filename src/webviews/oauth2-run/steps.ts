import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../shared/connect.ts';
import { codeBlock } from '../shared/pieces/code-block.ts';
import { icon } from '../shared/pieces/icon.ts';
import { section } from '../shared/pieces/section.ts';
import type { RunMessage, StepModel } from './contract.ts';

const ICONS: Record<StepModel['state'], string> = {
  running: 'loading',
  waiting: 'watch',
  done: 'pass',
  failed: 'error',
};
const WORDS: Record<StepModel['state'], string> = {
  running: 'under way',
  waiting: 'waits for you',
  done: 'done',
  failed: 'failed',
};

/** What was done, one step after the other, each with what was sent and answered. */
export const stepsOf = (steps: readonly StepModel[], view: View<RunMessage>): TemplateResult => html`
  <ol class="steps">
    ${steps.map(
      ({ id, title, state, note, exchanges }) => html`
        <li class="step-${state}">
          <div class="step-head">
            ${icon(ICONS[state])}<span>${title}</span>
            <span class="visually-hidden">(${WORDS[state]})</span>
            ${note ? html`<span class="note">${note}</span>` : nothing}
          </div>
          ${exchanges.map((exchange, at) =>
            section(
              { id: `exchange-${id}-${at}`, title: exchange.title, open: false },
              html`
                ${codeBlock({ name: 'the request, secrets cut out', text: exchange.request }, view)}
                ${codeBlock({ name: 'the answer, secrets cut out', text: exchange.answer }, view)}
              `,
              view,
            ),
          )}
        </li>
      `,
    )}
  </ol>
`;
