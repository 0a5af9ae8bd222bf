import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { View } from '../connect.ts';
import { badge } from '../pieces/badge.ts';
import { banner } from '../pieces/banner.ts';
import { facts } from '../pieces/facts.ts';
import { section } from '../pieces/section.ts';
import type { Row, TokenMessage, TokenModel } from './contract.ts';

/** A token taken apart: whether it is good, what it says, and what can be done with it. */
export function tokenOf(token: TokenModel, view: View<TokenMessage>, busy: boolean): TemplateResult {
  const { id, title, kind, state, notes, header, claims, introspection, actions } = token;
  return section(
    { id: `token-${id}`, title, ...(kind === title ? {} : { beside: badge(kind) }) },
    html`
      ${banner({
        severity: state.severity,
        text: state.text,
        ...(notes.length > 0 ? { detail: notes.map((note) => html`<p>${note}</p>`) } : {}),
      })}
      <div class="actions">
        ${actions.map(
          (action) => html`
            <vscode-button
              id="${id}-${action.id}"
              secondary
              icon=${action.icon ?? nothing}
              ?disabled=${busy}
              @click=${() => view.send({ type: 'token', id, action: action.id })}
              >${action.label}</vscode-button
            >
          `,
        )}
      </div>
      ${rows('Claims', `claims-${id}`, claims, view)}
      ${rows('What the server says (introspection)', `introspection-${id}`, introspection, view)}
      ${rows('Header', `header-${id}`, header, view, false)}
    `,
    view,
  );
}

const rows = (title: string, id: string, all: readonly Row[], view: View<TokenMessage>, open = true) =>
  all.length > 0 ? section({ id, title, open }, facts(all, view), view) : nothing;
