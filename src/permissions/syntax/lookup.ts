import { described, isName, nameOf, type Cursor } from './cursor.ts';
import { NO_TOKEN, type Token } from './token.ts';
import type { LookupNode, Name, SameObjectNode, TraversalNode } from './tree.ts';

/** A lookup whose place is not known yet. */
type Unplaced = Omit<SameObjectNode, 'start' | 'end'> | Omit<TraversalNode, 'start' | 'end'>;

/** Reads one lookup of a permission: `this.related.x.…` or `this.permits.x(ctx)`. */
export class LookupReader {
  private readonly cursor: Cursor;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  /** Null when it is none, which the cursor then tells. */
  read(): LookupNode | null {
    const { start } = this.cursor.peek();
    const what = this.what();
    return what && { ...what, start, end: this.cursor.end };
  }

  private what(): Unplaced | null {
    if (!this.cursor.expect('this', '.')) return null;
    const what = this.cursor.next();
    const relation = this.property();
    if (!relation) return null;
    if (what.text === 'permits') {
      return this.cursor.expect('(', 'ctx', ')') ? { kind: 'same-object', via: what.text, relation } : null;
    }
    if (what.text !== 'related') return this.wrong(what, '"related" or "permits"');
    if (!this.cursor.expect('.')) return null;
    const verb = this.cursor.next();
    if (verb.text === 'traverse') return this.traverse(relation);
    if (verb.text !== 'includes') return this.wrong(verb, '"traverse" or "includes"');
    return this.cursor.expect('(', 'ctx', '.', 'subject', ')')
      ? { kind: 'same-object', via: what.text, relation }
      : null;
  }

  /** `((x) => x.permits.y(ctx))` or `(x => x.related.y.includes(ctx.subject))` */
  private traverse(through: Name): Unplaced | null {
    if (!this.cursor.expect('(')) return null;
    const inParentheses = this.cursor.skip('(');
    const argument = this.cursor.next();
    if (inParentheses && !this.cursor.expect(')')) return null;
    // The servers tell a missing arrow twice, the second time at no place.
    const what = this.cursor.expect('=>', argument.text, '.') ? this.cursor.next() : NO_TOKEN;
    if (what.text !== 'permits' && what.text !== 'related') return this.wrong(what, '"related" or "permits"');
    const relation = this.property(isName);
    if (!relation) return null;
    if (what.text === 'permits') this.cursor.expect('(', 'ctx', ')', ')');
    else {
      this.cursor.expect('.', 'includes', '(', 'ctx', '.', 'subject');
      this.cursor.optional(',');
      this.cursor.expect(')');
      this.cursor.optional(',');
      this.cursor.expect(')');
    }
    return { kind: 'traverse', through, via: what.text, relation };
  }

  /** `.name` or `["name"]`; what stands for the name must be fit for one. */
  private property(isFit: (token: Token) => boolean = () => true): Name | null {
    const inBrackets = this.cursor.peek().kind === '[';
    if (!this.cursor.expect(inBrackets ? '[' : '.')) return null;
    const token = this.cursor.next();
    if (!isFit(token)) return this.wrong(token, 'a name');
    return inBrackets && !this.cursor.expect(']') ? null : nameOf(token);
  }

  private wrong(token: Token, wanted: string): null {
    return this.cursor.fail(token, `${wanted} is expected here, not ${described(token)}`);
  }
}
