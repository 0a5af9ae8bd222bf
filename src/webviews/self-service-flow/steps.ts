import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { View } from '../shared/connect.ts';
import { badge } from '../shared/pieces/badge.ts';
import { section } from '../shared/pieces/section.ts';
import { button } from './button.ts';
import type { FlowMessage, FlowModel, ShownStep } from './contract.ts';

type FlowView = View<FlowMessage>;

/** What was sent and answered so far, with what changed from one flow to the next. */
export function stepsSection({ steps }: FlowModel, view: FlowView): TemplateResult | typeof nothing {
  if (steps.length === 0) return nothing;
  return section(
    { id: 'steps', title: 'Steps', beside: badge(String(steps.length)) },
    html`
      <div class="actions">
        ${button(view, 'exportCurl', 'Export as cURL', { secondary: true })}
        ${button(view, 'exportCode', 'Export as Code', { secondary: true })}
        <span class="note">Secrets become variables.</span>
      </div>
      <ol class="steps">
        ${steps.map((step) => stepOf(step, view))}
      </ol>
    `,
    view,
  );
}

const stepOf = (step: ShownStep, view: FlowView): TemplateResult => html`
  <li>
    <div class="step-head">
      <code>${step.operation}</code>
      ${badge(step.status || 'no answer', step.failed ? 'error' : 'good')}
      <span class="note">as ${step.kind === 'app' ? 'an app' : 'a browser'}, ${step.ms} ms</span>
    </div>
    <p>${step.headline}</p>
    ${
      step.differences.length > 0
        ? html`<ul class="differences" aria-label="Differences from step ${step.before}">
            ${step.differences.map(
              ({ sign, text }) => html`<li class="difference"><code>${sign} ${text}</code></li>`,
            )}
          </ul>`
        : nothing
    }
    <div class="actions">
      <vscode-button
        secondary
        id="answer-${step.number}"
        @click=${() => view.send({ do: 'showAnswer', step: step.number })}
      >
        Show Answer ${step.number}
      </vscode-button>
      ${
        step.before
          ? html`<vscode-button
              secondary
              id="compare-${step.number}"
              @click=${() => view.send({ do: 'compare', step: step.number })}
            >
              Compare with Step ${step.before}
            </vscode-button>`
          : nothing
      }
    </div>
  </li>
`;
