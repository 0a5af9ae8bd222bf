import type { Cursor } from './cursor.ts';
import { LookupReader } from './lookup.ts';
import type { CombinationNode, ExpressionNode, LookupNode, Range } from './tree.ts';

/** How deep `(` and `!` may lie within each other. */
const MAX_NESTING = 10;

/** How often `&&` and `||` may take turns without parentheses: each turn is one level more. */
const MAX_ALTERNATIONS = 100;

/** A combination that is still being read. */
interface Growing extends CombinationNode {
  readonly parts: ExpressionNode[];
  start: number;
  end: number;
}

/**
 * Reads what permissions are made of: lookups, `&&`, `||`, `!` and parentheses. Operators are taken as they come, from
 * left to right: as on the real servers, `&&` does not bind tighter than `||`.
 */
export class ExpressionReader {
  /** All lookups that were read, in their order. */
  readonly lookups: LookupNode[] = [];
  private readonly cursor: Cursor;
  private readonly reader: LookupReader;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
    this.reader = new LookupReader(cursor);
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
          root = { kind, parts: [root], start: root.start, end: root.end };
        }
        afterGroup = false;
      } else if (this.cursor.skip('(')) {
        const group = this.group(token, nesting - 1);
        if (!group) return null;
        root = root ? join(root, group) : group;
        afterGroup = true;
      } else if (this.cursor.skip('!')) {
        const part = this.inverted(nesting - 1);
        if (!part) return null;
        root = join(root, { kind: 'not', part, start: token.start, end: part.end });
        afterGroup = true;
      } else {
        if (afterGroup) return this.cursor.fail(token, 'an operator is expected between two expressions');
        const lookup = this.lookup();
        if (!lookup) return null;
        root = join(root, lookup);
      }
    }
    return null;
  }

  /** What stands behind `!`: a lookup or a group. */
  private inverted(nesting: number): ExpressionNode | null {
    if (nesting <= 0) return this.tooDeep();
    const opening = this.cursor.peek();
    if (!this.cursor.skip('(')) return this.lookup();
    const group = this.group(opening, nesting - 1);
    return group ?? { kind: 'any', parts: [], start: opening.start, end: this.cursor.end };
  }

  /** What stands behind `(` up to its `)`: its place includes both. */
  private group({ start }: Range, nesting: number): Growing | null {
    const group = this.read(')', nesting);
    return group && Object.assign(group, { start, end: this.cursor.end });
  }

  private lookup(): LookupNode | null {
    const lookup = this.reader.read();
    if (lookup) this.lookups.push(lookup);
    return lookup;
  }

  private tooDeep(): null {
    return this.cursor.fail(
      this.cursor.peek(),
      `expressions may lie at most ${MAX_NESTING} deep within each other`,
    );
  }
}

function join(root: Growing | null, part: ExpressionNode): Growing {
  const { start, end } = part;
  if (!root) return { kind: 'any', parts: [part], start, end };
  root.parts.push(part);
  root.end = end;
  return root;
}
