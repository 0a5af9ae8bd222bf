import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { connect } from '../shared/connect.ts';
import { initially } from '../shared/initially.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { heading } from '../shared/pieces/heading.ts';
import type { RegistrationMessage, RegistrationModel } from './contract.ts';
import './style.css';

connect<RegistrationModel, RegistrationMessage>((model, view) => {
  const { connection, remark, id, name, text, revision, problem, outcome, busy } = model;
  const button = (type: 'send' | 'read' | 'delete', icon: string, label: string, first = false) => html`
    <vscode-button
      id=${type}
      ?secondary=${!first}
      icon=${icon}
      ?disabled=${busy}
      @click=${() => view.send({ type })}
      >${label}</vscode-button
    >
  `;
  return html`
    ${heading({
      title: id ? name : 'Register a client',
      beside: html`${remark ? badge(remark, 'warning') : nothing}<span class="note">${connection}</span>`,
      about: id
        ? `The client ${id} as it sees itself, read and written with its own registration token.`
        : 'As an app would do it, without an administrator. The registration token is kept in the secret storage.',
    })}
    ${problem ? banner({ severity: 'error', text: problem }) : nothing}
    ${outcome ? banner({ severity: 'success', text: outcome }) : nothing}
    <div class="field">
      <label class="name" for="metadata">Client metadata (JSON)</label>
      ${keyed(
        revision,
        html`<textarea
          id="metadata"
          class="input code"
          rows="22"
          spellcheck="false"
          aria-invalid=${String(problem !== '')}
          .value=${initially(text)}
          @input=${({ currentTarget }: Event) =>
            view.send({ type: 'fill', text: (currentTarget as HTMLTextAreaElement).value })}
        ></textarea>`,
      )}
    </div>
    <div class="actions">
      ${button('send', 'check', id ? 'Update' : 'Register', true)}
      ${id ? html`${button('read', 'refresh', 'Read Again')} ${button('delete', 'trash', 'Delete…')}` : nothing}
    </div>
  `;
});
