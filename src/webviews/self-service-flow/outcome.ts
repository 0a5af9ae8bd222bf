import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { View } from '../shared/connect.ts';
import { banner } from '../shared/pieces/banner.ts';
import { button } from './button.ts';
import type { FlowMessage, FlowModel, ShownOutcome } from './contract.ts';

/** What came of the latest request, and where it can go on. */
export function outcomeBanner(
  { outcome, busy }: FlowModel,
  view: View<FlowMessage>,
): TemplateResult | typeof nothing {
  if (!outcome || busy) return nothing;
  const { severity, headline } = outcome;
  return html`<div id="outcome" tabindex="-1">
    ${banner({ severity, text: headline, detail: hasDetail(outcome) ? detail(outcome, view) : undefined })}
  </div>`;
}

const hasDetail = ({ meaning, reason, follows, errorId, chain }: ShownOutcome): boolean =>
  Boolean(meaning || reason || errorId) || follows.length > 0 || chain.length > 0;

const detail = (outcome: ShownOutcome, view: View<FlowMessage>): TemplateResult => {
  const { meaning, reason, errorId, follows, wantsCookies, chain } = outcome;
  return html`
    ${meaning ? html`<p>${meaning}</p>` : nothing}
    ${reason ? html`<p class="said"><span class="note">The server said:</span> ${reason}</p>` : nothing}
    ${errorId ? html`<p class="note"><code>${errorId}</code></p>` : nothing}
    ${
      chain.length > 0
        ? html`<p class="note">continue_with:</p>
            <ol class="chain">
              ${chain.map((one) => html`<li>${one}</li>`)}
            </ol>`
        : nothing
    }
    ${
      follows.length > 0 || wantsCookies
        ? html`<div class="actions">
            ${follows.map(
              (label, at) => html`
                <vscode-button id="follow-${at}" @click=${() => view.send({ do: 'follow', at })}>
                  ${label}
                </vscode-button>
              `,
            )}
            ${
              wantsCookies
                ? button(view, 'enterCookies', 'Enter the Browser’s Cookies…', {
                    secondary: true,
                    id: 'outcome-cookies',
                  })
                : nothing
            }
          </div>`
        : nothing
    }
  `;
};
