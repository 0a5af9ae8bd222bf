import type { Relation, SubjectType } from '../namespaces/model.ts';
import { described, isName, type Cursor } from './cursor.ts';
import { hasRelation, isDeclared, type TypeCheck } from './type-check.ts';
import type { TokenKind } from './token.ts';

/** Reads `: { name: Type[] … }` behind the word `related`. */
export function readRelated(cursor: Cursor, checks: TypeCheck[]): readonly Relation[] {
  const relations: Relation[] = [];
  cursor.expect(':', '{');
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.kind === ';') continue;
    if (token.kind === '}') break;
    if (!isName(token)) {
      cursor.fail(token, `a name or "}" is expected here, not ${described(token)}`);
      break;
    }
    if (cursor.expect(':')) relations.push({ name: token.text, types: readTypes(cursor, checks) });
  }
  return relations;
}

/** `Array<A | B>`, `(A | B)[]`, `SubjectSet<A, "b">[]` or `A[]` */
function readTypes(cursor: Cursor, checks: TypeCheck[]): readonly SubjectType[] {
  const token = cursor.next();
  // A comma may follow brackets, but not Array<…>.
  if (token.text === 'Array') return cursor.expect('<') ? readUnion(cursor, checks, '>') : [];
  let types: readonly SubjectType[];
  if (token.text === 'SubjectSet') types = [readSubjectSet(cursor, checks)];
  else if (token.kind === '(') types = readUnion(cursor, checks, ')');
  else {
    checks.push(isDeclared(token));
    types = [{ namespace: token.text }];
  }
  cursor.expect('[', ']');
  cursor.optional(',');
  return types;
}

function readUnion(cursor: Cursor, checks: TypeCheck[], closing: TokenKind): readonly SubjectType[] {
  const types: SubjectType[] = [];
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.text === 'SubjectSet') types.push(readSubjectSet(cursor, checks));
    else {
      checks.push(isDeclared(token));
      types.push({ namespace: token.text });
    }
    const separator = cursor.next();
    if (separator.kind === closing) break;
    // Told even when the subject set before it was wrong, as the servers do.
    if (separator.kind !== '|') cursor.fail(separator, `"|" is expected here, not ${described(separator)}`);
  }
  return types;
}

function readSubjectSet(cursor: Cursor, checks: TypeCheck[]): SubjectType {
  cursor.expect('<');
  if (cursor.failed) return { namespace: '' };
  const namespace = cursor.next();
  if (!cursor.expect(',')) return { namespace: '' };
  const relation = cursor.next();
  cursor.expect('>');
  checks.push(hasRelation(namespace, relation));
  return { namespace: namespace.text, relation: relation.text };
}
