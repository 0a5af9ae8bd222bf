/** A place as the servers count: lines from 1; a column is the number of characters before it. */
interface ServerPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The place of an index into the source, with the servers' two oddities: bytes are counted off against characters, so
 * that a place behind a letter like é is later than it should be; and the first character of a line counts as the last
 * of the line before (that of the first line as column 1).
 */
export function serverPositionOf(source: string, index: number): ServerPosition {
  let left = Buffer.byteLength(source.slice(0, index));
  let line = 1;
  let column = 0;
  for (const character of source) {
    column++;
    left--;
    if (left <= 0) break;
    if (character === '\n') {
      line++;
      column = 0;
    }
  }
  return { line, column };
}
