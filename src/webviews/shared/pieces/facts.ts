import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../connect.ts';
import { copyButton } from './copy-button.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Whether it is worth a button that copies it. */
  readonly copy?: boolean;
  /** A further sentence: what the value means. */
  readonly note?: string;
}

/** Names and their values, one under the other. */
export const facts = (all: readonly Fact[], view: Pick<View<never>, 'copy'>): TemplateResult => html`
  <dl class="facts">
    ${all.map(
      ({ name, value, copy, note }) => html`
        <dt>${name}</dt>
        <dd>
          <span class="value">${value}</span>
          ${copy ? copyButton(view, value, name) : nothing}
          ${note ? html`<span class="note">${note}</span>` : nothing}
        </dd>
      `,
    )}
  </dl>
`;
