import type { Token, TokenKind } from './token.ts';

const KEYWORDS = ['class', 'implements', 'this', 'ctx'];
const SPACE_OR_COMMENT = /[\t\n\v\f\r ]+|\/\/[^\n]*|\/\*[^]*?\*\//y;
const MARK = /=>|\|\||&&|[:.()[\]{}<>=,;|!]/y;
const NAME = /[A-Za-z_][A-Za-z_0-9]*/y;
const STRING = /(["'])([^]*?)\1/y;

/** The tokens of an OPL source without its comments. The last one is the end, or an error where reading stopped. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at += found[0].length;
    return found;
  };
  for (;;) {
    while (take(SPACE_OR_COMMENT));
    const start = at;
    const add = (kind: TokenKind, text: string) => tokens.push({ kind, text, start, end: at });
    const mark = take(MARK);
    if (mark) {
      add(mark[0] as TokenKind, mark[0]);
      continue;
    }
    const name = take(NAME)?.[0];
    if (name !== undefined) {
      add(KEYWORDS.includes(name) ? 'keyword' : 'name', name);
      continue;
    }
    const text = take(STRING)?.[2];
    if (text !== undefined) {
      tokens.push({ kind: 'string', text, start: start + 1, end: at - 1 });
      continue;
    }
    tokens.push(last(source, start));
    return tokens;
  }
}

/** What stands where no token begins. */
function last(source: string, start: number): Token {
  const end = source.length;
  if (start >= end) return { kind: 'end', text: '', start: end, end };
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0);
  if (source.startsWith('/*', start)) return { kind: 'error', text: 'this comment never ends', start, end };
  if (/["']/.test(character)) return { kind: 'error', text: 'this text never ends', start: start + 1, end };
  return { kind: 'error', text: `${character} has no meaning here`, start, end: start };
}
