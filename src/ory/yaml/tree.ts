import * as l10n from '@vscode/l10n';
import {
  type Alias,
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParseOptions,
  Parser,
  type Scalar,
  visit,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
import { type JsonNode, JsonSyntaxError, TooDeepError } from '../json/tree.ts';
import { DEEPEST_YAML, isTooDeepToken, TOO_DEEP_YAML } from './depth.ts';
import { type PlainYaml, readPlain } from './plain.ts';

/** Aliases that refer to aliases grow without end: a document of more nodes than this is none of a person's. */
const MOST_NODES = 1_000_000;

/** A text that was read. */
export interface ParsedYaml {
  readonly tree: JsonNode;
  /** With its comments and places, as the library reads it; or, of a large text without peculiarities, as we do. */
  readonly source: Document.Parsed | PlainYaml;
}

/** Characters from which on the library takes so long that it is noticed. */
export const LARGE = 100_000;

/** How many texts are remembered: what stands in an editor, and what is put in its place. */
const REMEMBERED = 2;

/**
 * The texts that were read last. A save looks at the same text several times, and one of megabytes takes seconds; what
 * came of it is let go as soon as memory is short.
 */
const recent: { readonly text: string; readonly parsed: WeakRef<ParsedYaml> }[] = [];

/** Parses YAML 1.2, numbers digit for digit; aliases and merge keys are resolved in the tree. @throws {JsonSyntaxError} */
export function readYaml(text: string): ParsedYaml {
  const at = recent.findIndex((known) => known.text === text);
  const known = recent[at]?.parsed.deref();
  if (known) return known;
  const parsed = (text.length > LARGE ? readLarge(text) : undefined) ?? readDocument(text);
  if (at >= 0) recent.splice(at, 1);
  recent.unshift({ text, parsed: new WeakRef(parsed) });
  recent.length = Math.min(recent.length, REMEMBERED);
  return parsed;
}

function readLarge(text: string): ParsedYaml | undefined {
  const source = readPlain(text);
  return source && { source, tree: source.tree };
}

function readDocument(text: string): ParsedYaml {
  try {
    return readWith(documentOf(text));
  } catch (error) {
    if (error instanceof RangeError) throw new JsonSyntaxError(TOO_DEEP, 0, text.length, 'YAML');
    throw error;
  }
}

const TOO_DEEP = l10n.t('nested too deeply');

/** What a document of the library stands for. @throws {JsonSyntaxError} */
export const readWith = (document: Document.Parsed): ParsedYaml => ({
  source: document,
  tree: new Reader(targetsOf(document)).tree(document.contents),
});

/** The tree that a YAML text stands for. @throws {JsonSyntaxError} */
export const parseYaml = (text: string): JsonNode => readYaml(text).tree;

/** The library's document of a text. @param withTokens whether its tokens are kept, too @throws {JsonSyntaxError} */
export function documentOf(text: string, withTokens = false): Document.Parsed {
  // The library compares each name with all before it: with 30,000 of them that takes minutes. `Reader` looks by itself.
  const document = composed(text, {
    intAsBigInt: true,
    prettyErrors: false,
    // Silent, it would leave out that another document follows.
    logLevel: 'error',
    uniqueKeys: false,
    keepSourceTokens: withTokens,
  });
  // What it warns of are tags that it drops, and with them what was meant.
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const [from, to] = error.pos;
    if (error.code === 'RESOURCE_EXHAUSTION')
      throw new JsonSyntaxError(TOO_DEEP, from, Math.max(to - from, 1), 'YAML');
    const message = `${error.message.slice(0, 1).toLowerCase()}${error.message.slice(1)}`;
    throw new JsonSyntaxError(message.replace(/\.$/, ''), from, Math.max(to - from, 1), 'YAML');
  }
  if (!document.contents) throw new JsonSyntaxError(l10n.t('the document is empty'), 0, text.length, 'YAML');
  return document;
}

/** As the library's `parseDocument` does it, but for what is too deep for it. @throws {TooDeepError} */
function composed(text: string, options: ParseOptions & DocumentOptions): Document.Parsed {
  function* checked(): Generator<CST.Token> {
    for (const token of new Parser().parse(text)) {
      if (isTooDeepToken(token)) throw new TooDeepError(text.length, 'YAML', TOO_DEEP_YAML);
      yield token;
    }
  }
  const [first, second] = new Composer(options).compose(checked(), true, text.length);
  if (!first) throw new JsonSyntaxError(l10n.t('the document is empty'), 0, text.length, 'YAML');
  const [from, to] = second?.range ?? [0, 0];
  if (second) first.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', SEVERAL));
  return first;
}

// The library's own words.
// eslint-disable-next-line texts/extracted
const SEVERAL = 'Source contains multiple documents; please use YAML.parseAllDocuments()';

/** What each alias refers to: the last anchor of its name before it. */
function targetsOf(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

class Reader {
  private left = MOST_NODES;
  private depth = 0;
  private readonly under = new Set<Node>();

  constructor(private readonly targets: ReadonlyMap<Alias, Node>) {}

  tree(node: Node | null): JsonNode {
    if (!node) return { kind: 'literal', value: null };
    if (--this.left < 0) throw problem(l10n.t('it holds too much'), node);
    if (node.tag !== undefined && !isJsonTag(node))
      throw problem(l10n.t('JSON has nothing for {0}', node.tag), node);
    if (isAlias(node)) {
      const target = this.targets.get(node);
      if (!target || this.under.has(target)) throw problem(l10n.t('*{0} leads nowhere', node.source), node);
      return this.tree(target);
    }
    if (isScalar(node)) return scalarTree(node);
    // An alias stands for all that is below what it refers to.
    if (++this.depth > DEEPEST_YAML) throw problem(TOO_DEEP_YAML, node);
    this.under.add(node);
    const tree = this.collection(node);
    this.under.delete(node);
    this.depth -= 1;
    return tree;
  }

  private collection(node: Node): JsonNode {
    if (isSeq(node))
      return { kind: 'array', items: node.items.map((item) => this.tree(item as Node | null)) };
    if (isMap(node)) return { kind: 'object', members: this.members(node) };
    throw problem(l10n.t('this can’t stand in JSON'), node);
  }

  private members(map: YAMLMap): Map<string, JsonNode> {
    const merged = new Map<string, JsonNode>();
    const own = new Map<string, JsonNode>();
    const names = new Set<string>();
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const name = nameOfKey(pair.key);
      if (names.has(name)) throw problem(l10n.t('{0} stands here twice', JSON.stringify(name)), pair.key);
      names.add(name);
      const value = this.tree(pair.value);
      if (!isMergeKey(pair.key)) own.set(name, value);
      else
        for (const [key, inherited] of mergedMembers(value, pair.key))
          if (!merged.has(key)) merged.set(key, inherited);
    }
    return new Map([...merged, ...own]);
  }
}

/** In quotes, it is a name like any other. */
const isMergeKey = (key: Node): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

/** What a merge key brings in: of several maps the first that has a member. */
function mergedMembers(value: JsonNode, key: Node): [string, JsonNode][] {
  if (value.kind === 'object') return [...value.members];
  if (value.kind === 'array') return value.items.flatMap((item) => mergedMembers(item, key));
  throw problem(l10n.t('<< takes in an object or a list of objects'), key);
}

/** A key as JSON spells it. */
export function nameOfKey(key: Node): string {
  if (!isScalar(key)) throw problem(l10n.t('a name must be a text'), key);
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Whether JSON can hold what a tag makes of a value; one that doesn't fit its value makes a text of it. */
function isJsonTag(node: Node): boolean {
  const tag = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/.exec(node.tag ?? '')?.[1];
  if (tag === undefined) return false;
  return !isScalar(node) || (tag === 'str') === (typeof node.value === 'string');
}

/** A number as JSON writes one. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function scalarTree(node: Scalar): JsonNode {
  const { value, source = '' } = node;
  if (typeof value === 'bigint' || typeof value === 'number') {
    if (NUMBER.test(source)) return { kind: 'number', raw: source };
    if (typeof value === 'number' && !Number.isFinite(value))
      throw problem(l10n.t('JSON has no {0}', source), node);
    return { kind: 'number', raw: typeof value === 'bigint' ? String(value) : asJsonNumber(source) };
  }
  if (typeof value === 'boolean') return { kind: 'literal', value };
  if (value === null || value === undefined) return { kind: 'literal', value: null };
  return { kind: 'string', value: typeof value === 'string' ? value : source };
}

/** `+.50` is a number in YAML, and `0.50` the same in JSON, digit for digit. */
const asJsonNumber = (source: string): string =>
  source
    .replace('+', '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?!\d)/, '');

function problem(message: string, { range }: Node): JsonSyntaxError {
  const [from, to] = range ?? [0, 1];
  return new JsonSyntaxError(message, from, Math.max(to - from, 1), 'YAML');
}
