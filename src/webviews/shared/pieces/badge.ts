import { html, type TemplateResult } from 'lit';

export type Tone = 'neutral' | 'good' | 'warning' | 'error';

/** A word in a frame: a state, a method, a count. Its tone is never all that it says. */
export const badge = (text: string, tone: Tone = 'neutral'): TemplateResult =>
  html`<span class="badge badge-${tone}">${text}</span>`;
