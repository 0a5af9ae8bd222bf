import type { Combination, Rule } from '../namespaces/model.ts';
import type { Cursor } from './cursor.ts';
import { LookupReader } from './lookup.ts';
import type { TypeCheck } from './type-check.ts';

/** How deep `(` and `!` may lie within each other. */
const MAX_NESTING = 10;

/** How often `&&` and `||` may take turns without parentheses: each turn is one level more. */
const MAX_ALTERNATIONS = 100;

/** A combination that is still being read. */
interface Growing extends Combination {
  readonly rules: Rule[];
}

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
  read(closing: ',' | ')', nesting = MAX_NESTING): Growing | null {
    if (nesting <= 0) return this.tooDeep();
    let root: Growing | null = null;
    let afterGroup = false;
    let alternations = 0;
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
        const kind = token.kind === '&&' ? 'all' : 'any';
        // The same operator again adds no level, so that long lists of alternatives stay flat.
        if (root.kind !== kind) {
          if (++alternations > MAX_ALTERNATIONS)
            return this.cursor.fail(token, `&& and || may take turns at most ${MAX_ALTERNATIONS} times`);
          root = { kind, rules: [root] };
        }
        afterGroup = false;
      } else if (this.cursor.skip('(')) {
        const group = this.read(')', nesting - 1);
        if (!group) return null;
        root = root ? join(root, group) : group;
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

function join(root: Growing | null, rule: Rule): Growing {
  if (!root) return { kind: 'any', rules: [rule] };
  root.rules.push(rule);
  return root;
}
