import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { connect, type View } from '../shared/connect.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { busy } from '../shared/pieces/busy.ts';
import { heading } from '../shared/pieces/heading.ts';
import { section } from '../shared/pieces/section.ts';
import type { FormMessage, FormModel } from './contract.ts';
import { fieldOf } from './field.ts';
import './style.css';

type FormView = View<FormMessage>;

const view = connect<FormModel, FormMessage>((model, self) => {
  const { fields, revision } = model;
  const events = {
    change: (name: string, text: string) => self.send({ type: 'change', name, text }),
    take: (name: string, key: string) => self.send({ type: 'take', name, key }),
    leave: (name: string) => self.send({ type: 'leave', name }),
  };
  const required = fields.filter((field) => field.required);
  const optional = fields.filter((field) => !field.required);
  return html`
    ${head(model)} ${model.reason ? banner({ severity: 'warning', text: model.reason }) : nothing}
    <div class="columns">
      <form class="fields" @keydown=${sendOnEnter} @submit=${(event: Event) => event.preventDefault()}>
        ${keyed(
          revision,
          html`
            ${required.map((field) => fieldOf(field, events))}
            ${
              optional.length === 0
                ? nothing
                : section(
                    { id: 'optional', title: required.length > 0 ? 'Optional' : 'Parameters' },
                    optional.map((field) => fieldOf(field, events)),
                    self,
                  )
            }
          `,
        )}
      </form>
      <div class="beside">
        ${section({ id: 'request', title: 'What will be sent' }, preview(model), self)}
        ${actions(model, self)}
      </div>
    </div>
  `;
});

const head = ({
  operation,
  summary,
  method,
  effect,
  service,
  connection,
  remark,
}: FormModel): TemplateResult =>
  heading({
    title: operation,
    beside: html`
      ${badge(method, effect === 'destroy' ? 'error' : 'neutral')}
      ${remark ? badge(remark, 'warning') : nothing}
      <span class="note">${service} of ${connection}</span>
    `,
    about: summary,
  });

const preview = ({ preview: text }: FormModel): TemplateResult => html`
  <div class="code-block">
    <pre tabindex="0" role="region" aria-label="the request, secrets masked">${text || 'Not known yet.'}</pre>
  </div>
`;

function actions({ run, running, operation, outcome, reason }: FormModel, self: FormView): TemplateResult {
  return html`
    <div class="actions">
      <vscode-button
        id="run"
        icon="play"
        ?disabled=${running || reason !== ''}
        @click=${() => self.send({ type: 'run' })}
        >${run}</vscode-button
      >
      <vscode-button secondary icon="terminal" @click=${() => self.send({ type: 'curl' })}
        >Copy as cURL</vscode-button
      >
      <button type="button" class="link" @click=${() => self.send({ type: 'reset' })}>Last Inputs</button>
      <button type="button" class="link" @click=${() => self.send({ type: 'clear' })}>Clear</button>
    </div>
    ${
      running
        ? busy(`Running ${operation}…`)
        : outcome
          ? banner({ severity: outcome.good ? 'success' : 'error', text: outcome.text })
          : nothing
    }
  `;
}

/** Enter in a field of one line, and Ctrl+Enter or Cmd+Enter in any, is the button. */
function sendOnEnter(event: KeyboardEvent): void {
  const line = event.target instanceof HTMLInputElement;
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey || line) || event.isComposing) return;
  event.preventDefault();
  if (view.model?.running === false) view.send({ type: 'run' });
}
