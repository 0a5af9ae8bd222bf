import { isScalar } from 'yaml';
import type { JsonNode } from '../../json/tree.ts';
import { printJson } from '../../json/tree.ts';
import { flowText } from '../nodes.ts';
import type { Entry } from './entries.ts';
import type { Style } from './style.ts';
import { columnOf, commentBehind, type Edit, indented, isFirstOnLine, lineEnd, lineStart } from './text.ts';
import { blockLines, deeperBy, singleText } from './write.ts';

/** What is known around a value that is written anew. */
export interface Around {
  readonly text: string;
  readonly style: Style;
  /** Whether it stands in a collection in flow style: then it stays on its line. */
  readonly isFlow: boolean;
}

/**
 * Writes another value behind a name or a dash. An anchor stays, and the comment on that line.
 * @param kept lines of comments that stay although what stood there goes, with a break at the end
 */
export function replaceValue(around: Around, entry: Entry, value: JsonNode, kept = ''): readonly Edit[] {
  const { text, isFlow } = around;
  const old = entry.value && text.slice(entry.value.from, entry.value.to);
  const written = isFlow
    ? flowValue(around, entry, value, old)
    : (singleLike(value, old) ?? singleText(value));
  const isLines = written === undefined || written.includes('\n');
  if (!isLines && isSingle(around, entry)) return onItsLine(text, entry, written);
  return overLines(around, entry, value, written, kept);
}

/** In the quotes that the old one has. */
function singleLike(value: JsonNode, old: string | undefined): string | undefined {
  if (value.kind !== 'string') return undefined;
  if (old?.startsWith('"')) return JSON.stringify(value.value);
  const isPlain = !/[\n\r\t]/.test(value.value);
  return old?.startsWith("'") && isPlain ? `'${value.value.replaceAll("'", "''")}'` : undefined;
}

function flowValue({ text }: Around, entry: Entry, value: JsonNode, old: string | undefined): string {
  // What looks like JSON stays JSON.
  if (text[entry.start] === '"') return printJson(value);
  return singleLike(value, old) ?? flowText(value);
}

/** Whether the old value stands on the line of its name or dash alone. */
function isSingle({ isFlow }: Around, { node, value }: Entry): boolean {
  if (isFlow || !value || !node) return true;
  if (isScalar(node)) return node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL';
  return !('items' in node) || (node as { flow?: boolean }).flow === true;
}

function onItsLine(text: string, entry: Entry, written: string): readonly Edit[] {
  const { value, props, behind, isMarked, end } = entry;
  const anchor = props?.anchor ? `${props.anchor} ` : '';
  if (!value) {
    const from = props?.from ?? behind;
    const lead = props ? '' : isMarked ? ' ' : ': ';
    return [{ from, to: end, text: lead + anchor + written }];
  }
  const isBeside = props && !text.slice(props.from, value.from).includes('\n');
  const from = isBeside ? props.from : value.from;
  const now = (from === value.from ? '' : anchor) + written;
  return [{ from, to: value.to, text: now }, ...aligned(text, from, value.to, now)];
}

/** A comment that stands in one column with that of a line beside it stays in it, as far as there is room. */
function aligned(text: string, from: number, to: number, now: string): readonly Edit[] {
  const comment = commentBehind(text, to);
  if (comment === undefined || comment - to < 2) return [];
  const column = columnOf(text, comment);
  const [above, below] = [lineStart(text, to) - 1, lineEnd(text, to) + 1];
  const isColumn = (line: number) =>
    line >= 0 && line < text.length && hasCommentAt(text, lineStart(text, line), column);
  if (!isColumn(above) && !isColumn(below)) return [];
  const gap = Math.max(1, comment - to - (now.length - (to - from)));
  return [{ from: to, to: comment, text: ' '.repeat(gap) }];
}

function hasCommentAt(text: string, line: number, column: number): boolean {
  const at = line + column;
  const before = text.slice(line, at);
  return text[at] === '#' && lineEnd(text, line) > at && before.endsWith(' ') && before.trim() !== '';
}

/** Where the old value or the new one takes lines of its own. */
function overLines(
  { text, style }: Around,
  entry: Entry,
  value: JsonNode,
  written: string | undefined,
  kept: string,
): readonly Edit[] {
  const { props, behind, start, end } = entry;
  const isDash = text[start] === '-' && behind === start + 1;
  const from = props?.to ?? behind;
  const to = lineEnd(text, end);
  const column = columnOf(text, start);
  const isInline = entry.value !== undefined && !isFirstOnLine(text, entry.value.from);
  const comment = commentOf(text, entry, isInline);
  const more = kept === '' ? '' : `\n${kept.replace(/\n$/, '')}`;
  const anchored = props && !props.anchor ? { from: props.from, text: '' } : { from, text: '' };
  if (written !== undefined) {
    const [head = '', ...lines] = written.split('\n');
    const below = lines.length > 0 ? `\n${indented(lines.join('\n'), column)}` : '';
    return [{ from: anchored.from, to, text: ` ${head}${comment}${below}${more}` }];
  }
  const deeper = isDash ? 2 : deeperBy(value, style);
  const lines = indented(blockLines(value, style), column + deeper);
  if (isDash && comment === '' && !props?.anchor) {
    return [{ from: anchored.from, to, text: ` ${lines.trimStart()}${more}` }];
  }
  return [{ from: anchored.from, to, text: `${comment}\n${lines}${more}` }];
}

/** The comment on the line of a name or dash, with the blanks before it. */
function commentOf(text: string, { behind, props, value, node }: Entry, isInline: boolean): string {
  const isHeader = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
  let from = props?.to ?? behind;
  if (value && isHeader)
    from = value.from + (/^[|>][-+\d]*/.exec(text.slice(value.from, value.from + 8))?.[0].length ?? 1);
  else if (value && isInline) {
    // Behind a dash, the first line belongs to the first member, which goes.
    if (node && 'items' in node && (node as { flow?: boolean }).flow !== true) return '';
    from = value.to;
  }
  const at = commentBehind(text, from);
  return at === undefined ? '' : text.slice(from, lineEnd(text, at)).trimEnd();
}
