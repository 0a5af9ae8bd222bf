import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { View } from '../shared/connect.ts';
import { badge } from '../shared/pieces/badge.ts';
import { facts } from '../shared/pieces/facts.ts';
import { section } from '../shared/pieces/section.ts';
import { button } from './button.ts';
import type { FlowMessage, FlowModel, ShownSession } from './contract.ts';

type FlowView = View<FlowMessage>;

/** The session that a flow has brought, and the person's other ones. */
export function sessionSection(model: FlowModel, view: FlowView): TemplateResult | typeof nothing {
  const { session, sessionIsOld, others, hasToken, hasCookie, tokenIsKept } = model;
  if (!session && !hasToken && !hasCookie) return nothing;
  return section(
    { id: 'session', title: 'Session', beside: session ? badge(session.who, 'good') : nothing },
    html`
      ${session ? facts(session.facts, view) : nothing}
      ${
        session && sessionIsOld
          ? html`<p class="note">
              Read before the settings were saved, which may have raised it. “Who Am I” reads it again.
            </p>`
          : nothing
      }
      <div class="actions">
        ${button(view, 'whoAmI', 'Who Am I', { secondary: true })}
        ${button(view, 'otherSessions', 'My Other Sessions', { secondary: true })}
        ${button(view, 'startSettings', 'Start a Settings Flow', { secondary: true })}
        ${button(view, 'logOut', 'Sign Out…', { secondary: true })}
      </div>
      ${
        hasToken
          ? html`<div class="actions">
              ${button(view, 'copyToken', 'Copy the Session Token', { secondary: true })}
              ${
                tokenIsKept
                  ? button(view, 'forgetToken', 'Forget the Kept Token', { secondary: true })
                  : button(view, 'keepToken', 'Keep the Token for Later', { secondary: true })
              }
              <span class="note">
                ${
                  tokenIsKept
                    ? 'Kept in the editor’s secret storage.'
                    : 'In the memory of this window only, unless it is kept in the editor’s secret storage.'
                }
              </span>
            </div>`
          : nothing
      }
      ${others ? otherSessions(others, view) : nothing}
    `,
    view,
  );
}

const otherSessions = (others: readonly ShownSession[], view: FlowView): TemplateResult => html`
  <h3>Other sessions</h3>
  ${
    others.length === 0
      ? html`<p class="note">No other session is active.</p>`
      : html`
          <ul class="others">
            ${others.map(
              (one) =>
                html`<li>
                  ${facts(one.facts, view)}
                  <vscode-button
                    secondary
                    id="end-${one.id}"
                    @click=${() => view.send({ do: 'endSession', id: one.id })}
                  >
                    End This Session…
                  </vscode-button>
                </li>`,
            )}
          </ul>
          <div class="actions">${button(view, 'endOthers', 'End All Others…', { secondary: true })}</div>
        `
  }
`;
