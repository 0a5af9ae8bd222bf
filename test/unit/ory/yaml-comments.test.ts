// A save writes a document's text over: every comment whose item still exists stays with it, and every line that the
// change does not concern stays as it is, byte for byte. Single changes of thousands of documents, from their seeds.
import assert from 'node:assert/strict';
import { equalJson, printJson } from '../../../src/ory/json/tree.ts';
import { reprintYaml } from '../../../src/ory/yaml/print.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';
import { random } from '../support/random.ts';
import {
  type Chance,
  collectionsOf,
  entriesIn,
  type Entry,
  type Layout,
  Maker,
  treeOf,
  type Value,
} from './yaml-comments/model.ts';
import { type Line, write } from './yaml-comments/write.ts';

type Collection = Value & { kind: 'map' | 'list' };

/** A change of one place. */
interface Change {
  readonly what: string;
  /** Entries that are gone, or whose value is another. */
  readonly concerned: readonly Entry[];
  /** Those of them that still exist: their own comments stay. */
  readonly exists: readonly Entry[];
  /** What stood in them. */
  readonly gone: readonly Entry[];
  /** Where an entry comes, goes or moves. */
  readonly within: Collection;
  /** Whether that is before all others, where a dash may stand before it on the same line. */
  readonly isFirst: boolean;
}

function change(root: Collection, make: Maker, { below, of }: Chance): Change {
  const within = of([...collectionsOf(root)]);
  const { entries } = within;
  const at = below(entries.length);
  const to = below(entries.length + 1);
  const entry = entries[at]!;
  const kind = within.kind === 'map' ? 'member' : 'item';
  const known = { within, isFirst: at === 0 || to === 0, gone: [...entriesIn(entry.value)] };
  switch (of(['change', 'change', 'type', 'add', 'add', 'remove', 'remove', 'move'])) {
    case 'change':
    case 'type': {
      const isSingle = entry.value.kind === 'single' || entry.value.kind === 'lines';
      entry.value = make.bare('member', below(3)).value;
      const what = isSingle ? 'change' : 'type';
      return { ...known, what, concerned: [entry], exists: [entry] };
    }
    case 'add':
      entries.splice(to, 0, make.bare(kind, below(3)));
      return { ...known, what: `add ${kind}`, concerned: [], exists: [] };
    case 'remove':
      entries.splice(at, 1);
      return { ...known, what: `remove ${kind}`, concerned: [entry], exists: [] };
    default:
      if (kind === 'item') {
        entries.splice(at, 1);
        entries.splice(Math.min(to, entries.length), 0, entry);
      }
      return { ...known, what: `move ${kind}`, concerned: kind === 'item' ? [entry] : [], exists: [entry] };
  }
}

/** Of two items that say the same nobody can tell which one went. */
function isAmbiguous({ within, concerned, what }: Change): boolean {
  const [entry] = concerned;
  if (!what.endsWith('item') || !entry) return false;
  const text = (one: Entry) => printJson(treeOf(one.value));
  return within.entries.some((one) => one !== entry && text(one) === text(entry));
}

const RULE = /^\s*##########$/;

/** What is wrong with a text after a change. */
function faults(
  before: readonly Line[],
  after: string,
  { concerned, exists, what }: Change,
  root: Collection,
): string[] {
  const wrong: string[] = [];
  const lines = after.split('\n');
  const still = new Set(entriesIn(root));
  const isGone = (line: Line) =>
    line.of.some((entry) => concerned.includes(entry) && !exists.includes(entry));
  for (const line of before) {
    const comment = /#\s*(c\d+) says/.exec(line.text)?.[1];
    if (comment === undefined || isGone(line)) continue;
    // Of an entry that is another now, what stood inside is gone with it.
    const inner = line.of.at(-1);
    // What refers to something that is another now says it itself.
    const hasToken =
      inner !== undefined && inner.token !== '' && !inner.token.startsWith('*') && !concerned.includes(inner);
    if (inner && !still.has(inner)) continue;
    const isInside = line.of.slice(0, -1).some((entry) => concerned.includes(entry)) && what === 'type';
    if (isInside) continue;
    if (
      what === 'type' &&
      inner &&
      concerned.includes(inner) &&
      ![...inner.above, inner.behind].some((own) => own?.includes(`${comment} `))
    )
      continue;
    const all = lines.filter((one) => new RegExp(`${comment} says`).test(one));
    const [found = ''] = all;
    if (all.length !== 1) wrong.push(`${comment} is there ${all.length} times`);
    else if (hasToken && !found.trimStart().startsWith('#')) {
      if (!found.includes(inner.token) && line.text.includes(inner.token))
        wrong.push(`${comment} is beside another`);
    } else if (hasToken && inner.above.some((own) => own.includes(`${comment} `))) {
      const place = lines.indexOf(found);
      const next = lines.slice(place + 1).filter((one) => !one.trimStart().startsWith('#'));
      // What takes lines of its own begins in the one below.
      const begins = inner.value.kind === 'lines' ? next.slice(0, 2).join() : next[0];
      if (!begins?.includes(inner.token)) wrong.push(`${comment} is above another`);
    }
  }
  return wrong;
}

/** The lines that a change does not concern, in their order. */
function untouched(before: readonly Line[], { concerned, within, gone, what }: Change): readonly string[] {
  const isOneLine = within.style === 'flow' || within.entries.length === 0;
  const isWithin = (entry: Entry) => entry.value === within && isOneLine;
  const anchors = [...concerned, ...gone].flatMap(({ anchor }) => anchor ?? []);
  return before
    .filter(({ of, holds = [], isBlank, text, apartIn }) => {
      // What stands by itself goes along with one of the two that changed places.
      if (apartIn === within && what === 'move item') return false;
      const entries = [...of, ...holds];
      const refers = anchors.some((anchor) => text.includes(`*${anchor}`));
      return (
        !isBlank &&
        !RULE.test(text) &&
        !refers &&
        !entries.some((one) => concerned.includes(one) || isWithin(one))
      );
    })
    .map(({ text }) => text);
}

/** A line as far as it has to stay: the last of several lines in brackets gets a comma, the first item a dash. */
const steady =
  ({ within, isFirst }: Change) =>
  (line: string): string => {
    const bare = within.style === 'broken' ? line.replace(/,(?=$| *#)/, '') : line;
    return isFirst ? bare.replace(/^ *(- +)+/, (dashes) => ' '.repeat(dashes.length)) : bare;
  };

function isSubsequence(part: readonly string[], whole: readonly string[]): string | undefined {
  let at = 0;
  for (const line of part) {
    const found = whole.indexOf(line, at);
    if (found < 0) return line;
    at = found + 1;
  }
  return undefined;
}

/** More by hand: ORY_YAML_CHANGES=10000. */
const COUNT = Number(process.env.ORY_YAML_CHANGES ?? 3000);

const layoutOf = ({ below, of }: Chance): Layout => ({
  step: of([2, 2, 4]),
  deepLists: below(2) === 0,
  column: of([0, 0, 24]),
});

describe('comments of YAML', () => {
  it(`stay with what they are about, and other lines as they are, in ${COUNT} single changes`, () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= COUNT; seed++) {
      const chance = random(seed);
      const layout = layoutOf(chance);
      const make = new Maker(chance, layout);
      const root = make.map(3);
      const before = write(root, layout);
      const text = `${before.map((line) => line.text).join('\n')}\n`;
      assert.ok(equalJson(parseYaml(text), treeOf(root)), `seed ${seed}: the text is written right\n${text}`);
      const done = change(root, make, chance);
      if (isAmbiguous(done)) continue;
      const wanted = treeOf(root);
      const after = reprintYaml(text, wanted);
      const said = `seed ${seed}, ${done.what}:\n${text}\n->\n${after}`;
      assert.ok(equalJson(parseYaml(after), wanted), said);
      const wrong = faults(before, after, done, root);
      const as = steady(done);
      const missing = isSubsequence(untouched(before, done).map(as), after.split('\n').map(as));
      if (missing !== undefined) wrong.push(`lost: ${missing}`);
      assert.deepEqual(wrong, [], said);
      seen.set(done.what, (seen.get(done.what) ?? 0) + 1);
    }
    assert.ok(
      [...seen.values()].every((count) => count > COUNT / 40),
      JSON.stringify([...seen]),
    );
  });
});
