import * as l10n from '@vscode/l10n';
/**
 * Levels of the deepest document that is read. What works on trees goes down level by level, and the engine has room for
 * a few thousand; nothing that people or Ory's servers write has a hundred.
 */
export const DEEPEST = 1000;

export const TOO_DEEP = l10n.t('nested too deeply: more than {0} levels', DEEPEST);

/** Whether a JSON text is deeper than that; it need not be valid. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      if (at < 0) return false;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where a text in quotation marks ends; -1 where it doesn't. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}
