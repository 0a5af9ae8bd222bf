import { type Document, isAlias, isMap, isSeq, type Node, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { Marks } from '../../json/marks.ts';
import { equalJson, type JsonNode, printJson } from '../../json/tree.ts';
import { flowText } from '../nodes.ts';
import type { Span } from '../plain.ts';
import { documentOf, readWith } from '../tree.ts';
import { blockEdits } from './block.ts';
import { entriesOf, type Entry, Opaque } from './entries.ts';
import { flowEdits } from './flow.ts';
import { matchItems } from './match.ts';
import type { Piece } from './pieces.ts';
import { replaceValue } from './replace.ts';
import { type Style, styleOf } from './style.ts';
import { applyEdits, columnOf, type Edit, indented, lineEnd } from './text.ts';
import { itemLines, memberLines } from './write.ts';

/** Aliases show only after a change what became of them: so often they are looked at again. */
const PASSES = 4;

/**
 * Changes a text until it stands for a tree: by lines of their own for members and items that come, go or move, so that
 * every other line stays as it is, and each comment with what it is about.
 * @throws {Opaque} where the text is written in a way that is not looked into
 */
export function editYaml(text: string, tree: JsonNode): string {
  let now = text.replaceAll('\r\n', '\n');
  let cut: ReadonlySet<string> = new Set();
  for (let pass = 0; pass < PASSES; pass++) {
    const document = documentOf(now, true);
    const { tree: before } = readWith(document);
    if (cut.size === 0 && equalJson(before, tree)) break;
    const next = new Editor(now, document, cut).edit(before, tree);
    if (!hasAlias(document)) return asLines(next, text);
    const lost = lostAnchors(next);
    // An anchor went with what it named: what refers to it is written out with the change.
    if ([...lost].some((anchor) => !cut.has(anchor))) cut = new Set([...cut, ...lost]);
    else {
      now = next;
      cut = new Set();
    }
  }
  return asLines(now, text);
}

/** With the line breaks that a text had. */
const asLines = (now: string, text: string): string =>
  text.includes('\r\n') ? now.replaceAll('\n', '\r\n') : now;

function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** The anchors that something refers to in a text that has them no more, or only behind that. */
function lostAnchors(next: string): ReadonlySet<string> {
  const lost = new Set<string>();
  const seen = new Set<string>();
  visit(documentOf(next), {
    Node(_, node) {
      if (isAlias(node)) {
        if (!seen.has(node.source)) lost.add(node.source);
      } else if (node.anchor) seen.add(node.anchor);
    },
  });
  return lost;
}

interface Place {
  readonly isFlow: boolean;
  /** Where the first line can begin that belongs to the value. */
  readonly floor: number;
}

class Editor {
  private readonly style: Style;
  private readonly marks = new Marks();

  /** @param cut anchors that nothing may refer to any more */
  constructor(
    private readonly text: string,
    private readonly document: Document.Parsed,
    private readonly cut: ReadonlySet<string>,
  ) {
    this.style = styleOf(text, document);
  }

  edit(before: JsonNode, after: JsonNode): string {
    const { contents } = this.document;
    if (!isMap(contents) && !isSeq(contents)) throw new Opaque();
    const place = { isFlow: contents.flow === true, floor: this.rootFloor(contents) };
    const edits = this.collection(contents, before, after, place);
    if (edits) return applyEdits(this.text, edits);
    const isEmptied = isEmpty(after) && after.kind === before.kind && !isEmpty(before) && !place.isFlow;
    if (!isEmptied) throw new Opaque();
    const entries = entriesOf(this.text, contents);
    const fresh = after.kind === 'array' ? '[]\n' : '{}\n';
    return applyEdits(this.text, blockEdits(this.text, entries, place.floor, [{ fresh }]));
  }

  /** Comments at the very top are about the document. */
  private rootFloor(contents: Node): number {
    return contents.range?.[0] ?? 0;
  }

  private value(entry: Entry, before: JsonNode, after: JsonNode, isFlow: boolean): readonly Edit[] {
    const { node, value, behind } = entry;
    const isSame = equalJson(before, after);
    if (isSame && this.cut.size === 0) return [];
    const around = { text: this.text, style: this.style, isFlow };
    if (isAlias(node)) return isSame && !this.cut.has(node.source) ? [] : replaceValue(around, entry, after);
    if ((isMap(node) || isSeq(node)) && value) {
      const isInFlow = isFlow || node.flow === true;
      // In flow style there are no lines of its own, and its line may be as long as the document.
      const inside = { isFlow: isInFlow, floor: isInFlow ? behind : lineEnd(this.text, behind) + 1 };
      const edits = this.tryCollection(node, before, after, inside);
      if (edits) return edits;
      return replaceValue(around, entry, after, isEmpty(after) ? this.standing(value, node) : '');
    }
    return isSame ? [] : replaceValue(around, entry, after);
  }

  /** Comments that stand by themselves in a block. */
  private standing({ from, to }: Span, node: Node): string {
    if ((node as { flow?: boolean }).flow === true) return '';
    const blocks = this.text.slice(from, to).split(/\n[ \t]*\n/);
    return blocks
      .filter((block) => block.split('\n').every((line) => line.trimStart().startsWith('#')))
      .map((block) => `${block}\n`)
      .join('');
  }

  private tryCollection(...args: Parameters<Editor['collection']>): readonly Edit[] | undefined {
    try {
      return this.collection(...args);
    } catch (error) {
      if (error instanceof Opaque) return undefined;
      throw error;
    }
  }

  /** Undefined where it becomes something else. */
  private collection(
    node: YAMLMap | YAMLSeq,
    before: JsonNode,
    after: JsonNode,
    place: Place,
  ): readonly Edit[] | undefined {
    const entries = entriesOf(this.text, node);
    const column = entries[0] && !place.isFlow ? columnOf(this.text, entries[0].start) : 0;
    let pieces: readonly Piece[];
    if (isMap(node) && before.kind === 'object' && after.kind === 'object') {
      pieces = this.members(entries, before.members, after.members, column, place.isFlow);
    } else if (isSeq(node) && before.kind === 'array' && after.kind === 'array') {
      pieces = this.items(entries, before.items, after.items, column, place.isFlow);
    } else return undefined;
    if (entries.length === 0) return pieces.length === 0 ? [] : undefined;
    if (pieces.length === 0) return undefined;
    if (!place.isFlow) return blockEdits(this.text, entries, place.floor, pieces);
    const [from = 0, to = 0] = node.range ?? [];
    return flowEdits(this.text, { from, to }, entries, pieces);
  }

  private members(
    entries: readonly Entry[],
    before: Members,
    after: Members,
    column: number,
    isFlow: boolean,
  ): readonly Piece[] {
    const own = new Set(entries.map(({ name }) => name));
    const inherited = (name: string) => before.has(name) && !own.has(name);
    const merges = entries.filter(({ isMerge }) => isMerge);
    const isCut = merges.some(({ node }) => node !== undefined && this.refersToCut(node));
    const expands =
      merges.length > 0 && (isCut || [...before.keys()].some((name) => inherited(name) && !after.has(name)));
    // What is new stands behind what it stands behind in the tree, as far as that has a line of its own.
    const behind = new Map<string | undefined, Piece[]>();
    let last: string | undefined;
    for (const [name, value] of after) {
      if (own.has(name)) last = name;
      else if (!inherited(name) || expands || !equalJson(before.get(name), value)) {
        const fresh = this.freshMember(name, value, column, isFlow, entries);
        const group = behind.get(last);
        if (group) group.push({ fresh });
        else behind.set(last, [{ fresh }]);
      }
    }
    const kept = entries.flatMap((entry, at): Piece[] => {
      const { name } = entry;
      if (name === undefined) return expands ? [] : [{ old: at, edits: [] }];
      const [was, is] = [before.get(name), after.get(name)];
      if (!was || !is) return [];
      return [{ old: at, edits: this.value(entry, was, is, isFlow) }, ...(behind.get(name) ?? [])];
    });
    return [...kept, ...(behind.get(undefined) ?? [])];
  }

  private refersToCut(node: Node): boolean {
    if (this.cut.size === 0) return false;
    let found = false;
    visit(node, { Alias: (_, { source }) => void (found ||= this.cut.has(source)) });
    return found;
  }

  private items(
    entries: readonly Entry[],
    before: readonly JsonNode[],
    after: readonly JsonNode[],
    column: number,
    isFlow: boolean,
  ): readonly Piece[] {
    const matched = matchItems(before, after, this.marks);
    return after.map((item, at) => {
      const old = matched[at];
      const [entry, was] = old === undefined ? [] : [entries[old], before[old]];
      if (old === undefined || !entry || !was) return { fresh: this.freshItem(item, column, isFlow) };
      return { old, edits: this.value(entry, was, item, isFlow) };
    });
  }

  private freshMember(
    name: string,
    value: JsonNode,
    column: number,
    isFlow: boolean,
    [first]: readonly Entry[],
  ): string {
    if (!isFlow) return `${indented(memberLines(name, value, this.style), column)}\n`;
    const isJson = first !== undefined && this.text[first.start] === '"';
    return isJson
      ? `${JSON.stringify(name)}: ${printJson(value)}`
      : `${flowText({ kind: 'string', value: name })}: ${flowText(value)}`;
  }

  private freshItem(item: JsonNode, column: number, isFlow: boolean): string {
    if (isFlow) return flowText(item);
    return `${indented(itemLines(item, this.style), column)}\n`;
  }
}

type Members = ReadonlyMap<string, JsonNode>;

const isEmpty = (tree: JsonNode): boolean =>
  (tree.kind === 'object' && tree.members.size === 0) || (tree.kind === 'array' && tree.items.length === 0);
