import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import type { View } from '../shared/connect.ts';
import { banner } from '../shared/pieces/banner.ts';
import { section } from '../shared/pieces/section.ts';
import type { FlowMessage, FlowModel } from './contract.ts';

const LABEL = 'Transient payload, as JSON';

/** What is handed through to web hooks with each submit. */
export const payloadSection = (
  { payload, payloadProblem }: FlowModel,
  view: View<FlowMessage>,
): TemplateResult =>
  section(
    { id: 'payload', title: 'Transient payload', open: false },
    html`
      <p class="note">
        JSON that is sent as transient_payload with each submit. Web hooks get it; it is not stored.
      </p>
      <vscode-textarea
        id="payload"
        .label=${LABEL}
        rows="4"
        resize="vertical"
        monospace
        .value=${live(payload)}
        ?invalid=${payloadProblem !== ''}
        @input=${({ currentTarget }: Event) =>
          view.send({ do: 'payload', text: (currentTarget as HTMLTextAreaElement).value })}
      ></vscode-textarea>
      ${payloadProblem ? banner({ severity: 'error', text: payloadProblem }) : nothing}
    `,
    view,
  );
