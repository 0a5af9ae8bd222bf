import type { Span } from '../plain.ts';
import { type Entry, Opaque } from './entries.ts';
import { editsIn, isUnmoved, type Piece } from './pieces.ts';
import { applyEdits, columnOf, type Edit } from './text.ts';

/** One entry between commas. */
interface Part {
  /** What stands before it: a blank, or a line break, comments of its own and its margin. */
  readonly before: string;
  readonly from: number;
  readonly to: number;
  /** What stands behind its comma on the same line. */
  readonly behind: string;
}

/**
 * Puts a collection in flow style together from parts.
 * @param span from its opening bracket to behind its closing one
 * @throws {Opaque} where commas stand at the beginning of lines
 */
export function flowEdits(
  text: string,
  { from, to }: Span,
  entries: readonly Entry[],
  pieces: readonly Piece[],
): readonly Edit[] {
  if (isUnmoved(pieces, entries.length)) return editsIn(pieces);
  const [first] = entries;
  if (!first) throw new Opaque();
  const opening = split(text.slice(from + 1, first.start), false);
  const parts: Part[] = [];
  let before = opening.below;
  let hasLastComma = false;
  for (const [at, { start, end }] of entries.entries()) {
    const next = entries[at + 1];
    const gap = split(text.slice(end, next ? next.start : to - 1), next !== undefined);
    parts.push({ before, from: start, to: end, behind: gap.beside });
    before = gap.below;
    hasLastComma = gap.hasComma;
  }
  const closing = before;
  const isOnLines = isBroken(parts);
  // Looked for where lines are broken only: a whole document may stand on one line.
  let found: string | undefined;
  const margin = () => (found ??= marginOf(text, parts));
  const behindOf = ({ old }: Piece) => (old === undefined ? '' : (parts[old]?.behind ?? ''));
  const leadOf = (piece: Piece, at: number): string => {
    const own = piece.old === undefined ? undefined : parts[piece.old]?.before;
    const previous = pieces[at - 1];
    if (at === 0 && piece.old !== 0)
      return own?.includes('\n') ? own : opening.below.startsWith('\n') ? margin() : opening.below;
    if (own !== undefined && (at === 0 || own.includes('\n'))) return own;
    const needsLine = previous !== undefined && behindOf(previous).includes('#');
    return needsLine || (own === undefined && isOnLines) ? margin() : ' ';
  };
  const written = pieces.map((piece, at) => {
    const part = piece.old === undefined ? undefined : parts[piece.old];
    const comma = at < pieces.length - 1 || (hasLastComma && isOnLines) ? ',' : '';
    const inside =
      piece.old === undefined ? piece.fresh : part ? applyEdits(text, piece.edits, part.from, part.to) : '';
    return leadOf(piece, at) + inside + comma + behindOf(piece);
  });
  const last = pieces.at(-1);
  const needsLine = last !== undefined && behindOf(last).includes('#') && !closing.startsWith('\n');
  const end = needsLine ? margin() : closing;
  return [{ from: from + 1, to: to - 1, text: opening.beside + written.join('') + end }];
}

const isBroken = (parts: readonly Part[]): boolean => parts.some(({ before }) => before.includes('\n'));

/** A line break and the blanks that entries on lines of their own have before them. */
function marginOf(text: string, parts: readonly Part[]): string {
  const own = parts
    .findLast(({ before }) => before.includes('\n'))
    ?.before.split('\n')
    .at(-1);
  return `\n${own ?? ' '.repeat(columnOf(text, parts[0]?.from ?? 0))}`;
}

/** What stands between two entries: on the line of the first, and before the second. */
function split(gap: string, needsComma: boolean) {
  const comma = /^[ \t]*,/.exec(gap)?.[0];
  if (needsComma && comma === undefined) throw new Opaque();
  const rest = gap.slice(comma?.length ?? 0);
  const line = rest.indexOf('\n');
  // A comma further down is none that can be moved.
  if (comma === undefined && rest.split('\n').some((one) => one.split('#')[0]?.includes(',')))
    throw new Opaque();
  return {
    hasComma: comma !== undefined,
    beside: line < 0 ? '' : rest.slice(0, line),
    below: line < 0 ? rest : rest.slice(line),
  };
}
