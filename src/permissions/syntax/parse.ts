import type { Problem } from '../problem.ts';
import { Cursor, described } from './cursor.ts';
import { readPermits } from './permits.ts';
import { readRelated } from './related.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';
import type { ClassNode, PermitsNode, RelatedNode, SourceNode } from './tree.ts';

/** A source as far as it could be read, and where reading stopped. */
export interface Parsed {
  readonly source: SourceNode;
  readonly problems: readonly Problem[];
}

/**
 * Reads the classes of a source in the Ory Permission Language. Everything outside of classes (imports, other text) is
 * passed over. As on the servers, reading ends at the first mistake; what stands before it is in the tree.
 */
export function parse(text: string): Parsed {
  const cursor = new Cursor(tokenize(text));
  const classes: ClassNode[] = [];
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.kind === 'end') break;
    if (token.kind === 'error') cursor.fail(token, token.text);
    if (token.text === 'class' && token.kind === 'keyword') classes.push(readClass(cursor, token));
  }
  return { source: { kind: 'source', classes, start: 0, end: text.length }, problems: cursor.problems };
}

/** Reads `Name implements Namespace { … }` behind the word `class`. */
function readClass(cursor: Cursor, { start }: Token): ClassNode {
  const name = cursor.name();
  const blocks: (RelatedNode | PermitsNode)[] = [];
  cursor.expect('implements', 'Namespace', '{');
  while (!cursor.failed) {
    const token = cursor.next();
    if (token.kind === '}') break;
    if (token.kind === ';') continue;
    const place = () => ({ start: token.start, end: cursor.end });
    if (token.text === 'related')
      blocks.push({ kind: 'related', relations: readRelated(cursor), ...place() });
    else if (token.text === 'permits')
      blocks.push({ kind: 'permits', permissions: readPermits(cursor), ...place() });
    else cursor.fail(token, `"related" or "permits" is expected here, not ${described(token)}`);
  }
  return { kind: 'class', name, blocks, start, end: cursor.end };
}
