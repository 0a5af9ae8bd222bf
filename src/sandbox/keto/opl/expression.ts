import type { Combination, Rule } from '../namespaces/model.ts';
import type { Cursor } from './cursor.ts';
import { LookupReader } from './lookup.ts';
import type { TypeCheck } from './type-check.ts';

/** How deep `(` and `!` may lie within each other. */
const MAX_NESTING = 10;

/**
 * Reads what permissions are made of: lookups, `&&`, `||`, `!` and parentheses. Operators are taken as they come, from
 * left to right: as on the real servers, `&&` does not bind tighter than `||`.
 */
export class ExpressionReader {
  private readonly cursor: Cursor;
  private readonly lookups: LookupReader;

  constructor(cursor: Cursor, owner: string, checks: TypeCheck[]) {
    this.cursor = cursor;
    this.lookups = new LookupReader(cursor, owner, checks);
  }

  /** An expression up to its closing mark, which is read, or up to a `}`, which is not. Null for none. */
  read(closing: ',' | ')', nesting = MAX_NESTING): Combination | null {
    if (nesting <= 0) return this.tooDeep();
    let root: Combination | null = null;
    let afterGroup = false;
    while (!this.cursor.failed) {
      const token = this.cursor.peek();
      if (token.kind === closing) {
        this.cursor.next();
        return root;
      }
      if (token.kind === '}') return root;
      if (token.kind === '&&' || token.kind === '||') {
        this.cursor.next();
        if (!root) return null;
        root = { kind: token.kind === '&&' ? 'all' : 'any', rules: [root] };
        afterGroup = false;
      } else if (this.cursor.skip('(')) {
        const group = this.read(')', nesting - 1);
        if (!group) return null;
        root = join(root, group);
        afterGroup = true;
      } else if (this.cursor.skip('!')) {
        const rule = this.inverted(nesting - 1);
        if (!rule) return null;
        root = join(root, { kind: 'not', rule });
        afterGroup = true;
      } else {
        if (afterGroup) return this.cursor.fail(token, 'an operator is expected between two expressions');
        const rule = this.lookups.read();
        if (!rule) return null;
        root = join(root, rule);
      }
    }
    return null;
  }

  /** What stands behind `!`: a lookup or a group. */
  private inverted(nesting: number): Rule | null {
    if (nesting <= 0) return this.tooDeep();
    if (!this.cursor.skip('(')) return this.lookups.read();
    return this.read(')', nesting - 1) ?? { kind: 'any', rules: [] };
  }

  private tooDeep(): null {
    return this.cursor.fail(
      this.cursor.peek(),
      `expressions may lie at most ${MAX_NESTING} deep within each other`,
    );
  }
}

function join(root: Combination | null, rule: Rule): Combination {
  if (root) return { kind: root.kind, rules: [...root.rules, rule] };
  return rule.kind === 'all' || rule.kind === 'any' ? rule : { kind: 'any', rules: [rule] };
}
