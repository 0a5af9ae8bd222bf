import type { Kept } from './kept-state.ts';

/** Milliseconds without scrolling after which the place is kept. */
const REST = 200;

/** Moves the focus to an element, once the components in it are drawn. */
export async function focusOn(id: string): Promise<void> {
  const element = document.getElementById(id);
  if (!element) return;
  await (element as Partial<{ updateComplete: Promise<unknown> }>).updateComplete;
  element.focus();
}

/** Goes back to where the view was before it was hidden, and keeps the place from now on. */
export function rememberFocus(kept: Kept): void {
  if (kept.focus) void focusOn(kept.focus);
  window.scrollTo({ top: kept.scroll });
  document.addEventListener('focusin', ({ target }) => {
    const id = target instanceof Element ? target.id : '';
    if (id && id !== kept.focus) kept.focus = id;
  });
  let timer = 0;
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => (kept.scroll = window.scrollY), REST);
  });
}
