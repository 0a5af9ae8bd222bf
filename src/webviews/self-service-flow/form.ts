import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../shared/connect.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { section } from '../shared/pieces/section.ts';
import { button } from './button.ts';
import type { FlowMessage, FlowModel, ShownFlow, ShownGroup, ShownNode } from './contract.ts';
import { field } from './field.ts';
import { explanation, messageList } from './message.ts';
import { secretsOf } from './secrets.ts';

type FlowView = View<FlowMessage>;

/** The form that the flow describes, by the methods that its parts belong to. */
export const formSection = (
  { round, busy, payloadProblem }: FlowModel,
  flow: ShownFlow,
  view: FlowView,
): TemplateResult =>
  section(
    { id: 'form', title: 'Form', beside: badge(`${flow.groups.length} groups`) },
    html`
      ${
        flow.secrets === 'none'
          ? nothing
          : html`<div class="actions">
              ${button(view, 'reveal', flow.secrets === 'masked' ? 'Reveal Secrets' : 'Hide Secrets', {
                secondary: true,
              })}
              <span class="note">Keys, backup codes and the QR code are shown on demand only.</span>
            </div>`
      }
      ${flow.asForm === undefined ? nothing : howItIsSent(flow.asForm, view)}
      ${flow.groups.map((group) =>
        groupOf(
          group,
          { round, locked: busy !== '' || payloadProblem !== '', enter: submitFor(group, flow) },
          view,
        ),
      )}
    `,
    view,
  );

const AS_FORM = 'Submit as a form, as a page without scripts does';

const howItIsSent = (asForm: boolean, view: FlowView): TemplateResult => html`
  <vscode-checkbox
    id="as-form"
    .label=${AS_FORM}
    ?checked=${asForm}
    @change=${({ currentTarget }: Event) =>
      view.send({ do: 'asForm', value: (currentTarget as HTMLInputElement).checked })}
  ></vscode-checkbox>
  <p class="note">
    ${
      asForm
        ? 'The server answers with a redirect, which is shown and followed on request. A transient payload is not sent.'
        : 'Sent as JSON now, as a script of the page does.'
    }
  </p>
`;

interface Sending {
  readonly round: number;
  readonly locked: boolean;
  /** The button that Enter presses in a field; undefined where there is none. */
  readonly enter: number | undefined;
}

/** The first button of the group; for what all methods share, the first of the form, as in the form of a page. */
const submitFor = ({ group, nodes }: ShownGroup, { groups }: ShownFlow): number | undefined =>
  (group === 'default' ? groups.flatMap((one) => one.nodes) : nodes).find(
    ({ shape, disabled }) => shape === 'submit' && !disabled,
  )?.at;

const press = (at: number, { round }: Sending, view: FlowView): void =>
  view.send({ do: 'submit', at, secrets: secretsOf(round) });

const groupOf = (group: ShownGroup, sending: Sending, view: FlowView): TemplateResult => html`
  <fieldset class="group">
    <legend><span>${group.title}</span> <code>${group.group}</code></legend>
    ${
      group.obstacle
        ? banner({
            severity: 'info',
            text: `Can’t be driven here. ${group.obstacle}`,
            detail: group.openInBrowser
              ? button(view, 'openInBrowser', 'Start in the Browser', {
                  secondary: true,
                  id: `browser-${group.group}`,
                })
              : undefined,
          })
        : nothing
    }
    ${group.nodes.map((node) => nodeOf(node, sending, view))}
  </fieldset>
`;

function nodeOf(node: ShownNode, sending: Sending, view: FlowView): TemplateResult {
  const { at, messages } = node;
  return html`<div class="node node-${node.shape}">
    ${bodyOf(node, sending, view)} ${node.note ? html`<p class="note">${node.note}</p>` : nothing}
    ${messageList(`node-${at}`, messages)}
  </div>`;
}

function bodyOf(node: ShownNode, sending: Sending, view: FlowView): TemplateResult {
  const { round, locked, enter } = sending;
  const { at, shape, label, name, type, value } = node;
  switch (shape) {
    case 'field':
    case 'checkbox':
    case 'choice':
      return field(node, round, view, () => {
        if (!locked && enter !== undefined) press(enter, sending, view);
      });
    case 'submit':
      return html`
        <div class="actions">
          <vscode-button
            id="node-${at}"
            ?disabled=${node.disabled || locked}
            @click=${() => press(at, sending, view)}
          >
            ${label}
          </vscode-button>
          <code>${name}=${value}</code> ${explained(node)}
        </div>
      `;
    case 'hidden':
      return html`<p class="plain">
        <span class="note">hidden</span> <code>${name}</code> ${
          node.secret
            ? html`<span class="note">sent along, not shown</span>`
            : html`<code>${value || 'empty'}</code>`
        }
      </p>`;
    case 'text':
      return html`<p class="plain">
        ${node.labelMessage ? html`<span>${label}</span>` : nothing}${
          value ? html`<code class="shown-text">${value}</code>` : nothing
        }
        ${explained(node)}
      </p>`;
    case 'image':
      return html`<p class="plain">${label} ${explained(node)}</p>
        ${value ? html`<img class="picture" src=${value} alt=${label} />` : nothing}`;
    case 'link':
      return html`<p class="plain">
        ${
          /^https?:/i.test(value)
            ? html`<button type="button" class="link" title=${value} @click=${() => view.open(value)}>
                ${label}
              </button>`
            : html`${label} <code>${value}</code>`
        }
      </p>`;
    case 'inert':
      return html`<p class="plain">
        <span class="note">${type}</span> ${label}
        ${name && name !== label ? html`<code>${name}</code>` : nothing}
      </p>`;
  }
}

const explained = ({ at, labelMessage }: ShownNode): TemplateResult | typeof nothing =>
  labelMessage && labelMessage.id > 0 ? explanation(`node-${at}-label`, labelMessage, true) : nothing;
