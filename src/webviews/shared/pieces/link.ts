import { html, type TemplateResult } from 'lit';
import type { View } from '../connect.ts';

/** An address that can be opened outside; one that is not http(s) is a text and nothing more. */
export const link = (url: string, view: Pick<View<never>, 'open'>, text = url): TemplateResult =>
  /^https?:\/\//i.test(url)
    ? html`<button type="button" class="link" title=${url} @click=${() => view.open(url)}>${text}</button>`
    : html`<span>${text}</span>`;
