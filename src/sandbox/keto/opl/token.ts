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

/** A piece of the source; `start` and `end` count UTF-16 units from its beginning. */
export interface Token {
  readonly kind: TokenKind;
  /** The text as it stands, of a string what is between its quotes, of an error what is wrong. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What comes after the last token, and what stands for a token that could not be read. */
export const NO_TOKEN: Token = { kind: 'error', text: 'nothing more can be read', start: 0, end: 0 };
