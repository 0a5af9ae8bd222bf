import type { Entry } from './entries.ts';
import { editsIn, isUnmoved, type Piece } from './pieces.ts';
import { applyEdits, columnOf, type Edit, isFirstOnLine, lineEnd, lineStart } from './text.ts';

/** One entry with the lines that belong to it. */
interface Chunk {
  /** Where the comment lines right above it begin, else where its line begins; or itself behind a dash. */
  readonly lead: number;
  /** Behind its last line, deeper comment lines included. */
  readonly end: number;
  /** What stands between the one before and this one: blank lines, comments that stand by themselves. */
  readonly glue: string;
}

/**
 * Puts a collection in block style together from parts: each takes along the comment lines right above it and the lines
 * that belong to it; blank lines and comments between parts stay with what follows them.
 * @param floor where the first line can begin that may belong to it
 * @param pieces at least one; the new ones as lines in their column, with a break at the end
 */
export function blockEdits(
  text: string,
  entries: readonly Entry[],
  floor: number,
  pieces: readonly Piece[],
): readonly Edit[] {
  const [head] = entries;
  if (!head || isUnmoved(pieces, entries.length)) return editsIn(pieces);
  const chunks = chunksOf(text, entries, floor);
  const [first, last] = [chunks[0], chunks.at(-1)];
  if (!first || !last) return [];
  const isInline = !isFirstOnLine(text, head.start);
  const column = columnOf(text, head.start);
  const bodyOf = (piece: Piece): string => {
    if (piece.old === undefined) return piece.fresh;
    const chunk = chunks[piece.old];
    if (!chunk) return '';
    const margin = isInline && piece.old === 0 ? ' '.repeat(column) : '';
    return margin + withBreak(applyEdits(text, piece.edits, chunk.lead, chunk.end));
  };
  const glues = gluesOf(chunks, pieces);
  const usual = usualGlue(chunks);
  const lines = pieces
    .map((piece, at) => {
      const own = piece.old === undefined || piece.old === 0 ? usual : (glues.get(piece.old) ?? '');
      return (at > 0 ? own : standing(own)) + bodyOf(piece);
    })
    .join('');
  let written = lines + (glues.get(chunks.length) ?? '');
  if (!text.slice(0, last.end).endsWith('\n')) written = written.replace(/\n$/, '');
  if (!isInline) return [{ from: first.lead, to: last.end, text: written }];
  if (!written.trimStart().startsWith('#')) {
    return [{ from: first.lead, to: last.end, text: written.slice(column) }];
  }
  // A comment comes first: it and what it is about move to lines of their own.
  return [{ from: text.slice(0, first.lead).trimEnd().length, to: last.end, text: `\n${written}` }];
}

function chunksOf(text: string, entries: readonly Entry[], floor: number): readonly Chunk[] {
  let before = floor;
  return entries.map((entry, at) => {
    const lead = leadOf(text, entry.start, before);
    const next = entries[at + 1];
    const end = endOf(text, entry, next ? lineStart(text, next.start) : text.length);
    const glue = at === 0 ? '' : text.slice(before, lead);
    before = end;
    return { lead, end, glue };
  });
}

/** Where the comment lines begin that stand right above. */
export function leadOf(text: string, start: number, floor: number): number {
  if (!isFirstOnLine(text, start)) return start;
  let lead = lineStart(text, start);
  while (lead > floor) {
    const above = lineStart(text, lead - 1);
    if (above < floor || !text.slice(above, lead).trimStart().startsWith('#')) break;
    lead = above;
  }
  return lead;
}

/** Behind the last line of an entry and the comments below that are deeper than it. */
function endOf(text: string, { start, end }: Entry, ceiling: number): number {
  const column = columnOf(text, start);
  let found = Math.min(lineEnd(text, end) + 1, text.length);
  for (let at = found; at < ceiling;) {
    const stop = Math.min(lineEnd(text, at) + 1, text.length);
    const line = text.slice(at, stop);
    const bare = line.trimStart();
    if (bare !== '') {
      if (!bare.startsWith('#') || line.length - bare.length <= column) break;
      found = stop;
    }
    at = stop;
  }
  return found;
}

/** What stands before each part that is there; comments by themselves stay where the one behind them goes. */
function gluesOf(chunks: readonly Chunk[], pieces: readonly Piece[]): ReadonlyMap<number, string> {
  const kept = new Set(pieces.map(({ old }) => old));
  const glues = new Map<number, string>();
  let carried = '';
  for (const [at, { glue }] of chunks.entries()) {
    if (kept.has(at)) {
      glues.set(at, carried === '' ? glue : carried + (glue.trim() === '' ? '' : glue));
      carried = '';
    } else if (glue.includes('#')) carried += glue;
  }
  if (carried !== '') glues.set(chunks.length, carried.trimEnd() + '\n');
  return glues;
}

/** What stands between all of them, where that is the same and blank. */
function usualGlue(chunks: readonly Chunk[]): string {
  const [one, ...others] = chunks.slice(1).map(({ glue }) => glue);
  return one?.trim() === '' && others.every((glue) => glue === one) ? one : '';
}

/** Before the first part there are no blank lines. */
const standing = (glue: string): string => (glue.includes('#') ? glue.replace(/^\s*\n/, '') : '');

const withBreak = (lines: string): string => (lines.endsWith('\n') ? lines : `${lines}\n`);
