import type { Rule } from '../namespaces/model.ts';
import { described, isName, type Cursor } from './cursor.ts';
import { NO_TOKEN, type Token } from './token.ts';
import { allTypesHave, ownsRelation, type TypeCheck } from './type-check.ts';

/** Reads one lookup of a permission: `this.related.x.…` or `this.permits.x(ctx)`. */
export class LookupReader {
  private readonly cursor: Cursor;
  private readonly owner: string;
  private readonly checks: TypeCheck[];

  constructor(cursor: Cursor, owner: string, checks: TypeCheck[]) {
    this.cursor = cursor;
    this.owner = owner;
    this.checks = checks;
  }

  /** Null when it is none, which the cursor then tells. */
  read(): Rule | null {
    if (!this.cursor.expect('this', '.')) return null;
    const what = this.cursor.next();
    const relation = this.property();
    if (!relation) return null;
    if (what.text === 'permits') {
      return this.cursor.expect('(', 'ctx', ')') ? this.sameObject(relation) : null;
    }
    if (what.text !== 'related') return this.wrong(what, '"related" or "permits"');
    if (!this.cursor.expect('.')) return null;
    const verb = this.cursor.next();
    if (verb.text === 'traverse') return this.traverse(relation);
    if (verb.text !== 'includes') return this.wrong(verb, '"traverse" or "includes"');
    return this.cursor.expect('(', 'ctx', '.', 'subject', ')') ? this.sameObject(relation) : null;
  }

  private sameObject(relation: Token): Rule {
    this.checks.push(ownsRelation(this.owner, relation));
    return { kind: 'same-object', relation: relation.text };
  }

  /** `((x) => x.permits.y(ctx))` or `(x => x.related.y.includes(ctx.subject))` */
  private traverse(through: Token): Rule | null {
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
    this.checks.push(allTypesHave(this.owner, through, relation.text), ownsRelation(this.owner, through));
    return { kind: 'traverse', through: through.text, relation: relation.text };
  }

  /** `.name` or `["name"]`; what stands for the name must be fit for one. */
  private property(isFit: (token: Token) => boolean = () => true): Token | null {
    const inBrackets = this.cursor.peek().kind === '[';
    if (!this.cursor.expect(inBrackets ? '[' : '.')) return null;
    const token = this.cursor.next();
    if (!isFit(token)) return this.wrong(token, 'a name');
    return inBrackets && !this.cursor.expect(']') ? null : token;
  }

  private wrong(token: Token, wanted: string): null {
    return this.cursor.fail(token, `${wanted} is expected here, not ${described(token)}`);
  }
}
