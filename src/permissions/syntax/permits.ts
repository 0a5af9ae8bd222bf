import { described, isName, nameOf, type Cursor } from './cursor.ts';
import { ExpressionReader } from './expression.ts';
import { outer } from './token.ts';
import type { PermissionNode } from './tree.ts';

/** Reads `= { name: (ctx: Context): boolean => expression, … }` behind the word `permits` of a class. */
export function readPermits(cursor: Cursor): readonly PermissionNode[] {
  const permissions: PermissionNode[] = [];
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
    const expressions = new ExpressionReader(cursor);
    const expression = expressions.read(',');
    permissions.push({
      kind: 'permission',
      name: nameOf(token),
      ...(expression ? { expression } : {}),
      lookups: expressions.lookups,
      start: outer(token).start,
      end: expression?.end ?? cursor.end,
    });
    // Without an expression the servers take the permits for finished.
    if (!expression) break;
  }
  return permissions;
}
