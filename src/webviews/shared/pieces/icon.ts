import { html, type TemplateResult } from 'lit';

/** A codicon, for the eye alone: what it means stands beside it, or in the name of its button. */
export const icon = (name: string): TemplateResult =>
  html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
