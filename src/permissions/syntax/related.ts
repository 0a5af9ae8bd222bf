import { described, isName, nameOf, type Cursor } from './cursor.ts';
import { outer, type TokenKind } from './token.ts';
import type { RelationNode, TypeNode } from './tree.ts';

/** Reads `: { name: Type[] … }` behind the word `related`. */
export function readRelated(cursor: Cursor): readonly RelationNode[] {
  const relations: RelationNode[] = [];
  cursor.expect(':', '{');
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.kind === ';') continue;
    if (token.kind === '}') break;
    if (!isName(token)) {
      cursor.fail(token, `a name or "}" is expected here, not ${described(token)}`);
      break;
    }
    cursor.expect(':');
    const isArray = cursor.peek().text === 'Array';
    const types = readTypes(cursor);
    const { start } = outer(token);
    relations.push({ kind: 'relation', name: nameOf(token), types, start, end: cursor.end });
    // A comma may follow brackets, but not Array<…>.
    if (!isArray) cursor.optional(',');
  }
  return relations;
}

/** `Array<A | B>`, `(A | B)[]`, `SubjectSet<A, "b">[]` or `A[]` */
function readTypes(cursor: Cursor): readonly TypeNode[] {
  if (cursor.failed) return [];
  if (cursor.peek().text === 'Array') {
    cursor.next();
    return cursor.expect('<') ? readUnion(cursor, '>') : [];
  }
  const types = cursor.skip('(') ? readUnion(cursor, ')') : [readType(cursor)];
  cursor.expect('[', ']');
  return types;
}

function readUnion(cursor: Cursor, closing: TokenKind): readonly TypeNode[] {
  const types: TypeNode[] = [];
  while (!cursor.failed) {
    types.push(readType(cursor));
    const separator = cursor.next();
    if (separator.kind === closing) break;
    // Told even when the subject set before it was wrong, as the servers do.
    if (separator.kind !== '|') cursor.fail(separator, `"|" is expected here, not ${described(separator)}`);
  }
  return types;
}

/** `A` or `SubjectSet<A, "b">` */
function readType(cursor: Cursor): TypeNode {
  const token = cursor.next();
  const { start } = outer(token);
  if (token.text !== 'SubjectSet') return { kind: 'type', namespace: nameOf(token), start, end: cursor.end };
  const namespace = cursor.expect('<') ? nameOf(cursor.next()) : cursor.nameless();
  if (!cursor.expect(',')) return { kind: 'type', namespace, start, end: cursor.end };
  const relation = nameOf(cursor.next());
  cursor.expect('>');
  return { kind: 'type', namespace, relation, start, end: cursor.end };
}
