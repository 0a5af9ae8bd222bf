import type { Relation } from '../namespaces/model.ts';
import { described, isName, type Cursor } from './cursor.ts';
import { ExpressionReader } from './expression.ts';
import { simplify } from './simplify.ts';
import type { TypeCheck } from './type-check.ts';

/** Reads `= { name: (ctx: Context): boolean => expression, … }` behind the word `permits` of a class. */
export function readPermits(cursor: Cursor, owner: string, checks: TypeCheck[]): readonly Relation[] {
  const relations: Relation[] = [];
  const expressions = new ExpressionReader(cursor, owner, checks);
  cursor.expect('=', '{');
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.kind === '}') break;
    if (!isName(token)) {
      cursor.fail(token, `a name or "}" is expected here, not ${described(token)}`);
      break;
    }
    cursor.expect(':', '(', 'ctx');
    cursor.optional(':', 'Context');
    cursor.expect(')');
    cursor.optional(':', 'boolean');
    cursor.expect('=>');
    const rule = expressions.read(',');
    // Without an expression the servers take the permits for finished.
    if (!rule) break;
    relations.push({ name: token.text, types: [], rule: simplify(rule) });
  }
  return relations;
}
