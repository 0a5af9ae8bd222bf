import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { View } from '../shared/connect.ts';
import { badge } from '../shared/pieces/badge.ts';
import type { FlowMessage, ShownNode } from './contract.ts';
import { explanation } from './message.ts';
import { secretOf, setSecret } from './secrets.ts';

type FlowView = View<FlowMessage>;

/**
 * A field with its label, name, type and whether it must be filled in.
 * @param enter what the Enter key does in it
 */
export const field = (
  node: ShownNode,
  round: number,
  view: FlowView,
  enter: () => void,
): TemplateResult => html`
  <div class="field-head">
    <span class="field-label" aria-hidden="true">${node.label}</span>
    <code>${node.name}</code> ${badge(node.type)} ${node.required ? badge('required', 'warning') : nothing}
    ${node.disabled ? badge('disabled') : nothing}
    ${
      node.labelMessage && node.labelMessage.id > 0
        ? explanation(`node-${node.at}-label`, node.labelMessage, true)
        : nothing
    }
  </div>
  ${input(node, round, view, enter)}
`;

/** What a screen reader says: what the page's own label says, and what is wrong. */
const nameOf = ({ label, required, messages }: ShownNode): string =>
  [label, ...(required ? ['required'] : []), ...messages.map(({ text }) => text)].join(', ');

function input(node: ShownNode, round: number, view: FlowView, enter: () => void): TemplateResult {
  const { at, name, value, disabled, shape, options, messages } = node;
  const fill = (given: string | boolean) => view.send({ do: 'fill', name, value: given });
  if (shape === 'checkbox') {
    return html`<vscode-checkbox
      id="node-${at}"
      .label=${node.label}
      ?checked=${value === 'true'}
      ?disabled=${disabled}
      @change=${({ currentTarget }: Event) => fill((currentTarget as HTMLInputElement).checked)}
    ></vscode-checkbox>`;
  }
  if (shape === 'choice') {
    return html`<vscode-single-select
      id="node-${at}"
      .label=${nameOf(node)}
      ?disabled=${disabled}
      @change=${({ currentTarget }: Event) => fill((currentTarget as HTMLSelectElement).value)}
    >
      ${options.map(
        (option) =>
          html`<vscode-option value=${option.value} ?selected=${option.value === value}>
            ${option.label}
          </vscode-option>`,
      )}
    </vscode-single-select>`;
  }
  const shown = node.secret ? secretOf(round, name) : value;
  return html`<vscode-textfield
    id="node-${at}"
    .label=${nameOf(node)}
    type=${node.secret && node.type !== 'text' ? 'password' : typeOf(node.type)}
    .value=${live(shown)}
    ?disabled=${disabled}
    ?invalid=${messages.some(({ type }) => type === 'error')}
    @keydown=${({ key, isComposing }: KeyboardEvent) => {
      if (key === 'Enter' && !isComposing) enter();
    }}
    @input=${({ currentTarget }: Event) => {
      const text = (currentTarget as HTMLInputElement).value;
      if (node.secret) setSecret(name, text);
      else fill(text);
    }}
  ></vscode-textfield>`;
}

/** A date or a colour is a text to the server: pickers of the browser would write it their own way. */
const typeOf = (type: string): string => (['email', 'number', 'tel', 'url'].includes(type) ? type : 'text');
