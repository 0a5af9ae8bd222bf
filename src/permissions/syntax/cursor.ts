import { problemAt, quote, type Problem } from '../problem.ts';
import { NO_TOKEN, outer, type Token, type TokenKind } from './token.ts';
import type { Name } from './tree.ts';

/**
 * Walks through tokens. After the first problem it has failed: expectations then do nothing, so that one mistake is
 * told once.
 */
export class Cursor {
  readonly problems: Problem[] = [];
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get failed(): boolean {
    return this.problems.length > 0;
  }

  /** Where the token that was read last ends. */
  get end(): number {
    const last = this.tokens[Math.min(this.at, this.tokens.length) - 1];
    return last ? outer(last).end : 0;
  }

  peek(): Token {
    return this.tokens[this.at] ?? NO_TOKEN;
  }

  next(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  /** Steps over the next token when it is of this kind. */
  skip(kind: TokenKind): boolean {
    if (this.peek().kind !== kind) return false;
    this.at++;
    return true;
  }

  /** Tells a problem; null, for a reader that has nothing to give now. */
  fail(token: Token, message: string): null {
    this.problems.push(problemAt(token, message));
    return null;
  }

  /** Reads exactly these texts; false when they are not there. */
  expect(...texts: readonly string[]): boolean {
    for (const text of texts) {
      if (this.failed) return false;
      const token = this.next();
      if (token.text !== text) this.fail(token, `${quote(text)} is expected here, not ${described(token)}`);
    }
    return !this.failed;
  }

  /** Reads these texts if the first of them is there. */
  optional(first: string, ...others: readonly string[]): void {
    if (!this.failed && this.peek().text === first) this.expect(first, ...others);
  }

  /** A name, quoted or not; an empty one where there is none. */
  name(): Name {
    if (this.failed) return this.nameless();
    const token = this.next();
    if (isName(token)) return nameOf(token);
    this.fail(token, `a name is expected here, not ${described(token)}`);
    return this.nameless();
  }

  /** What stands for a name that is missing here. */
  nameless(): Name {
    return { text: '', start: this.end, end: this.end };
  }
}

export const isName = ({ kind }: Token): boolean => kind === 'name' || kind === 'string';

export const nameOf = ({ text, start, end }: Token): Name => ({ text, start, end });

/** A token in a message. */
export const described = ({ kind, text }: Token): string =>
  kind === 'end' ? 'the end' : kind === 'error' ? `something unreadable (${text})` : quote(text);
