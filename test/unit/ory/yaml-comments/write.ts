import { entriesIn, type Entry, type Layout, type Value } from './model.ts';

/** A line, and the entries that it is a part of, the innermost last. */
export interface Line {
  readonly text: string;
  readonly of: readonly Entry[];
  /** Whether it is a comment by itself between two entries of a collection. */
  readonly apartIn?: Value;
  /** Entries that stand on it as a whole. */
  readonly holds?: readonly Entry[];
  /** Whether it only sets others apart. */
  readonly isBlank: boolean;
}

/** A document as a person would write it. */
export function write(value: Value & { kind: 'map' | 'list' }, layout: Layout): Line[] {
  return block(value, 0, [], layout);
}

function block(
  collection: Value & { kind: 'map' | 'list' },
  column: number,
  of: readonly Entry[],
  layout: Layout,
): Line[] {
  const { kind, entries, atEnd } = collection;
  const margin = ' '.repeat(column);
  const lines: Line[] = [];
  const add = (text: string, within: readonly Entry[]) =>
    lines.push({ text, of: within, isBlank: text === '' });
  for (const [at, entry] of entries.entries()) {
    const own = [...of, entry];
    if (entry.apart !== undefined && at > 0) {
      add('', own);
      lines.push({ text: margin + entry.apart, of, isBlank: false, apartIn: collection });
      add('', own);
    } else if (entry.blankBefore && at > 0) add('', own);
    for (const comment of entry.above) add(margin + comment, own);
    lines.push(...one(entry, kind, column, own, layout));
  }
  if (atEnd !== undefined) add(margin + atEnd, of);
  return lines;
}

function one(
  entry: Entry,
  kind: 'map' | 'list',
  column: number,
  of: readonly Entry[],
  layout: Layout,
): Line[] {
  const { value } = entry;
  const margin = ' '.repeat(column);
  const head = kind === 'map' ? `${margin}${entry.token}:` : `${margin}-`;
  const line = (text: string, within = of): Line => ({ text, of: within, isBlank: false });
  const anchor = entry.anchor === undefined ? '' : ` &${entry.anchor}`;
  if (value.kind === 'single') return [line(commented(`${head}${anchor} ${value.text}`, entry, layout))];
  if (value.kind === 'lines') {
    const text = value.json.slice(0, -1).split('\n');
    return [
      line(entry.behind === undefined ? `${head} |` : `${head} | ${entry.behind}`),
      ...text.map((part) => line(`${margin}  ${part}`)),
    ];
  }
  if (value.style === 'flow') {
    return [{ ...line(commented(`${head} ${flow(value)}`, entry, layout)), holds: [...entriesIn(value)] }];
  }
  if (value.style === 'broken') {
    const [open, close] = value.kind === 'map' ? ['{', '}'] : ['[', ']'];
    return [
      line(`${head} ${open}`),
      ...value.entries.flatMap((inner, at) => {
        const within = [...of, inner];
        const text = value.kind === 'map' ? `${inner.token}: ${flow(inner.value)}` : flow(inner.value);
        const comma = at < value.entries.length - 1 ? ',' : '';
        const behind = inner.behind === undefined ? '' : ` ${inner.behind}`;
        return [
          ...inner.above.map((comment) => line(`${margin}    ${comment}`, within)),
          { ...line(`${margin}    ${text}${comma}${behind}`, within), holds: [...entriesIn(inner.value)] },
        ];
      }),
      line(commented(`${margin}  ${close}`, entry, layout)),
    ];
  }
  if (kind === 'map') {
    const deeper = value.kind === 'list' && !layout.deepLists ? 0 : layout.step;
    const first = entry.behind === undefined ? head : `${head} ${entry.behind}`;
    return [line(first), ...block(value, column + deeper, of, layout)];
  }
  const lines = block(value, column + 2, of, layout);
  const [first, ...rest] = lines;
  // What stands above the first member, or behind the dash, takes a line of its own.
  if (entry.behind !== undefined || !first || first.text.trimStart().startsWith('#')) {
    return [line(entry.behind === undefined ? head : `${head} ${entry.behind}`), ...lines];
  }
  return [{ ...first, text: `${head} ${first.text.slice(column + 2)}` }, ...rest];
}

function commented(text: string, { behind }: Entry, { column }: Layout): string {
  if (behind === undefined) return text;
  return `${text.padEnd(column)} ${behind}`;
}

function flow(value: Value): string {
  if (value.kind === 'single') return value.text;
  if (value.kind === 'lines') return JSON.stringify(value.json);
  if (value.kind === 'list') return `[${value.entries.map((entry) => flow(entry.value)).join(', ')}]`;
  return `{ ${value.entries.map((entry) => `${entry.token}: ${flow(entry.value)}`).join(', ')} }`;
}
