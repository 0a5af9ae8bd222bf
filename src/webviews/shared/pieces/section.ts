import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../connect.ts';

export interface Section {
  /** Unique in its view. */
  readonly id: string;
  readonly title: string;
  /** What stands after the title: a count, a badge. */
  readonly beside?: unknown;
  /** Whether it is open until it is touched. Default: true. */
  readonly open?: boolean;
}

/** A part of a view that can be folded away, by mouse and keyboard; it stays as it was left. */
export function section(
  { id, title, beside, open = true }: Section,
  content: unknown,
  { kept }: Pick<View<never>, 'kept'>,
): TemplateResult {
  const toggled = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLDetailsElement && currentTarget.open !== (kept.isOpen(id) ?? open))
      kept.setOpen(id, currentTarget.open);
  };
  return html`
    <details class="section" .open=${kept.isOpen(id) ?? open} @toggle=${toggled}>
      <summary id="section-${id}">
        <h2>${title}</h2>
        ${beside ?? nothing}
      </summary>
      <div class="section-body">${content}</div>
    </details>
  `;
}
