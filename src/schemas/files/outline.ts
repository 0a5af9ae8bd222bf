/** A member of a mapping in a YAML file, as its lines show it. */
export interface Member {
  /** Names from the top of its document; `-` stands for an item of a list. */
  readonly path: readonly string[];
  /** Which of the documents of the file, from 0. */
  readonly document: number;
  /** Its own line, from 0, and how far it is indented. */
  readonly line: number;
  readonly indent: number;
  /** What it holds: other members or items, a literal text of several lines (`|`), or what stands beside it. */
  readonly holds: 'parts' | 'text' | 'value';
  readonly value: string;
  /** The last line of what it holds; blank lines behind it are its own. */
  last: number;
}

/** More members are not looked at, nor those that lie deeper. */
const MEMBERS_AT_MOST = 20_000;
const DEEPEST = 200;

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * The members of a YAML file, told by their lines alone: cheap, in one pass, and whatever else is wrong with the file.
 * Members in braces are not seen.
 */
export function outlineOf(lines: readonly string[]): readonly Member[] {
  const members: Member[] = [];
  const open: Member[] = [];
  let document = 0;
  let text: Member | undefined;
  const closeFrom = (indent: number, line: number) => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      top.last = line - 1;
      open.pop();
    }
  };
  for (const [at, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    let indent = indentOf(line);
    if (text) {
      if (indent > text.indent) continue;
      text = undefined;
    }
    if (trimmed.startsWith('#') || trimmed.startsWith('{{')) continue;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      closeFrom(-1, at);
      document++;
      continue;
    }
    let rest = line.slice(indent).trimEnd();
    while (open.length < DEEPEST && (rest === '-' || rest.startsWith('- '))) {
      closeFrom(indent + 0.5, at);
      open.push(itemAt(open, document, at, indent + 0.5));
      const content = rest.slice(1).trimStart();
      indent += rest.length - content.length;
      rest = content;
    }
    const found = memberIn(rest);
    if (!found) continue;
    closeFrom(indent, at);
    if (open.length >= DEEPEST) continue;
    const path = [...(open.at(-1)?.path ?? []), found.name];
    const member: Member = { path, document, line: at, indent, ...found, last: lines.length - 1 };
    members.push(member);
    if (members.length >= MEMBERS_AT_MOST) break;
    open.push(member);
    if (member.holds === 'text') text = member;
  }
  return members;
}

const itemAt = (open: readonly Member[], document: number, line: number, indent: number): Member => ({
  path: [...(open.at(-1)?.path ?? []), '-'],
  document,
  line,
  indent,
  holds: 'parts',
  value: '',
  last: line,
});

/** The name of the member that a line begins with, and what stands beside it. */
function memberIn(
  line: string,
): { readonly name: string; readonly value: string; readonly holds: Member['holds'] } | undefined {
  const quote = line.startsWith('"') || line.startsWith("'") ? line.charAt(0) : '';
  const closing = quote === '' ? 0 : line.indexOf(quote, 1);
  if (closing < 0 || /^[{[&*!|>%@?]/.test(line)) return undefined;
  let colon = line.indexOf(':', closing);
  while (colon >= 0 && colon + 1 < line.length && !/\s/.test(line.charAt(colon + 1)))
    colon = line.indexOf(':', colon + 1);
  if (colon <= 0) return undefined;
  const name = quote === '' ? line.slice(0, colon).trimEnd() : line.slice(1, closing);
  if (quote === '' && name.includes(' #')) return undefined;
  const value = withoutProperties(line.slice(colon + 1).trim());
  if (/^\|[-+0-9]{0,2}(?:\s|$)/.test(value)) return { name, value, holds: 'text' };
  return { name, value, holds: value === '' || value.startsWith('#') ? 'parts' : 'value' };
}

/** Without the anchor and the tag that may stand before a value. */
function withoutProperties(value: string): string {
  let rest = value;
  while (rest.startsWith('&') || rest.startsWith('!')) {
    const end = rest.search(/\s/);
    rest = end < 0 ? '' : rest.slice(end).trimStart();
  }
  return rest;
}
