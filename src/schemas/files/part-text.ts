import type { FileLines } from './parts.ts';

/** A place in a text, from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A part of a file as a text by itself: each of its lines has the number that it has in the file. */
export interface PartText {
  readonly text: string;
  /** Whether a range touches what something else fills in before a server reads the file. */
  readonly isFilledIn: (range: { readonly start: Place; readonly end: Place }) => boolean;
}

/** The part without what stands around it; templates are as long as they are, and stand for a text. */
export function partText(file: string, { first, last, indent, whole }: Omit<FileLines, 'partial'>): PartText {
  const { text, filled } = withoutTemplates(file);
  const lines = text.split(/\r?\n/);
  const kept = whole
    ? lines
    : lines.map((line, at) => (at < first || at > last ? '' : line.slice(Math.min(indent, blanksOf(line)))));
  const shift = whole ? 0 : indent;
  return {
    text: kept.join('\n'),
    isFilledIn: ({ start, end }) => {
      for (let line = start.line; line <= end.line; line++) {
        const from = line === start.line ? start.character + shift : 0;
        const to = line === end.line ? end.character + shift : Infinity;
        if (filled.get(line)?.some((at) => at.from <= to && at.to >= from)) return true;
      }
      return false;
    },
  };
}

const blanksOf = (line: string): number => line.length - line.trimStart().length;

interface Filled {
  readonly from: number;
  readonly to: number;
}

/** Replaces `{{ … }}`: a line that holds nothing else becomes blank. `${NAME}` stays, and is only noted. */
function withoutTemplates(file: string): {
  readonly text: string;
  readonly filled: ReadonlyMap<number, readonly Filled[]>;
} {
  const filled = new Map<number, Filled[]>();
  const note = (line: number, from: number, to: number) => {
    const there = filled.get(line);
    if (there) there.push({ from, to });
    else filled.set(line, [{ from, to }]);
  };
  let within = false;
  const lines = file.split('\n').map((line, at) => {
    if (!within && !line.includes('{{') && !line.includes('${')) return line;
    let made = '';
    let rest = 0;
    let bare = line.trim() !== '';
    while (rest < line.length) {
      const begin = within ? rest : line.indexOf('{{', rest);
      const before = line.slice(rest, begin < 0 ? line.length : begin);
      made += before;
      if (before.trim() !== '') bare = false;
      if (begin < 0) break;
      const end = line.indexOf('}}', begin);
      const to = end < 0 ? line.length : end + 2;
      // A comment of a template may go on below; braces in a value that stay open are part of it.
      within = end < 0 && (within || line.slice(0, begin).trim() === '');
      made += 'x'.repeat(to - begin);
      note(at, begin, to);
      rest = to;
    }
    let next = line.indexOf('${');
    while (next >= 0) {
      const end = line.indexOf('}', next);
      if (end < 0) break;
      note(at, next, end + 1);
      next = line.indexOf('${', end);
    }
    return bare ? ' '.repeat(made.length) : made;
  });
  return { text: lines.join('\n'), filled };
}
