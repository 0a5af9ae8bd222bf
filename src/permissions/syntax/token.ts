import type { Range } from './tree.ts';

/** What a token is: a punctuation mark is its own kind. */
export type TokenKind =
  | 'end'
  | 'error'
  | 'name'
  | 'string'
  | 'keyword'
  | '=>'
  | '||'
  | '&&'
  | ':'
  | '.'
  | '('
  | ')'
  | '['
  | ']'
  | '{'
  | '}'
  | '<'
  | '>'
  | '='
  | ','
  | ';'
  | '|'
  | '!';

/** A piece of the source; of a string, what is between its quotes. */
export interface Token extends Range {
  readonly kind: TokenKind;
  /** The text as it stands, of an error what is wrong. */
  readonly text: string;
}

/** Where a token stands with its quotes. */
export const outer = ({ kind, start, end }: Token): Range =>
  kind === 'string' ? { start: start - 1, end: end + 1 } : { start, end };

/** What comes after the last token, and what stands for a token that could not be read. */
export const NO_TOKEN: Token = { kind: 'error', text: 'nothing more can be read', start: 0, end: 0 };
