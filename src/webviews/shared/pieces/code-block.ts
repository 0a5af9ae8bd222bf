import { html, type TemplateResult } from 'lit';
import type { View } from '../connect.ts';
import { copyButton } from './copy-button.ts';

export interface CodeBlock {
  /** What it is: "the request". Names the block, and what is copied. */
  readonly name: string;
  readonly text: string;
  /** What is copied, where that is not the text itself. */
  readonly copied?: string;
}

/** Code or JSON as it stands, that can be scrolled by the keyboard and copied. */
export const codeBlock = (
  { name, text, copied = text }: CodeBlock,
  view: Pick<View<never>, 'copy'>,
): TemplateResult => html`
  <div class="code-block">
    <pre tabindex="0" role="region" aria-label=${name}>${text}</pre>
    ${copyButton(view, copied, name)}
  </div>
`;

/** JSON, two blanks deep. */
export const jsonBlock = (name: string, value: unknown, view: Pick<View<never>, 'copy'>): TemplateResult =>
  codeBlock({ name, text: JSON.stringify(value, null, 2) }, view);
