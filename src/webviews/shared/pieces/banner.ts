import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';

export type Severity = 'info' | 'success' | 'warning' | 'error';

const icons: Record<Severity, string> = { info: 'info', success: 'pass', warning: 'warning', error: 'error' };
const words: Record<Severity, string> = { info: 'Note', success: 'Done', warning: 'Warning', error: 'Error' };

export interface Banner {
  readonly severity: Severity;
  readonly text: string;
  /** What stands under it: an explanation, a number that the server gave, buttons. */
  readonly detail?: unknown;
}

/** A message in a frame. Errors are said at once by a screen reader. */
export const banner = ({ severity, text, detail }: Banner): TemplateResult => html`
  <div class="banner banner-${severity}" role=${severity === 'error' ? 'alert' : 'note'}>
    ${icon(icons[severity])}
    <div>
      <span class="visually-hidden">${words[severity]}: </span>${text}
      ${detail === undefined ? nothing : html`<div class="detail">${detail}</div>`}
    </div>
  </div>
`;
