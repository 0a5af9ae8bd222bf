import type { Namespace, Relation } from '../namespaces/model.ts';
import { Cursor, described } from './cursor.ts';
import { readPermits } from './permits.ts';
import type { Problem } from './problem.ts';
import { readRelated } from './related.ts';
import { tokenize } from './tokenize.ts';
import type { TypeCheck } from './type-check.ts';

/** What a source says, as far as it could be read, and what is wrong with it. */
export interface Parsed {
  readonly namespaces: readonly Namespace[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the Ory Permission Language: the classes of a TypeScript source. Everything outside of classes (imports, other
 * text) is passed over; types are checked only when the whole source could be read.
 */
export function parseOpl(source: string): Parsed {
  const cursor = new Cursor(tokenize(source));
  const checks: TypeCheck[] = [];
  const namespaces: Namespace[] = [];
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.kind === 'end') break;
    if (token.kind === 'error') cursor.fail(token, token.text);
    if (token.text !== 'class' || token.kind !== 'keyword') continue;
    const namespace = readClass(cursor, checks);
    if (namespace) namespaces.push(namespace);
  }
  const problems = cursor.failed ? cursor.problems : checks.flatMap((check) => check(namespaces));
  return { namespaces, problems };
}

/** Reads `Name implements Namespace { … }`. */
function readClass(cursor: Cursor, checks: TypeCheck[]): Namespace | undefined {
  const name = cursor.name() ?? '';
  const relations: Relation[] = [];
  cursor.expect('implements', 'Namespace', '{');
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.kind === '}') return { name, relations };
    if (token.kind === ';') continue;
    if (token.text === 'related')
      for (const relation of readRelated(cursor, checks)) relations.push(relation);
    else if (token.text === 'permits')
      for (const relation of readPermits(cursor, name, checks)) relations.push(relation);
    else cursor.fail(token, `"related" or "permits" is expected here, not ${described(token)}`);
  }
  return undefined;
}
