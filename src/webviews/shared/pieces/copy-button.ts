import { html, type TemplateResult } from 'lit';
import type { View } from '../connect.ts';
import { icon } from './icon.ts';

/** Copies a text. @param what what it is: "Copy client_id" */
export const copyButton = (
  view: Pick<View<never>, 'copy'>,
  text: string,
  what: string,
): TemplateResult => html`
  <button
    type="button"
    class="icon-button"
    title="Copy ${what}"
    aria-label="Copy ${what}"
    @click=${() => view.copy(text, what)}
  >
    ${icon('copy')}
  </button>
`;
