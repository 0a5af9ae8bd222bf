import { html, nothing, type TemplateResult } from 'lit';

export interface Heading {
  readonly title: string;
  /** What stands after the title: badges. */
  readonly beside?: unknown;
  /** A sentence under it. */
  readonly about?: string;
}

/** What a view begins with. */
export const heading = ({ title, beside, about }: Heading): TemplateResult => html`
  <header class="heading">
    <h1>${title}</h1>
    ${beside ?? nothing} ${about ? html`<p>${about}</p>` : nothing}
  </header>
`;
