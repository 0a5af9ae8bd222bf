import type { JsonNode } from './node.ts';
import { readJson } from './read.ts';

/** Characters from which on a document is a text everywhere but in the thread that works on large ones. */
export const LARGE = 256 * 1024;

/** Characters of a member at the top that is known without the others. */
const SHORT = 4096;
/** What Ory's servers send has fewer members at the top. */
const MOST = 100;

type Members = ReadonlyMap<string, JsonNode>;

/** What is known of a document without reading it. */
export interface Outline {
  /** All names at the top, in their order. */
  readonly names: readonly string[];
  /** Those of its members that are short. */
  readonly short: Members;
}

/** @param print the text of a member, as `printJson` prints it; undefined where there is too much at the top */
export function outlineOf(members: Members, print: (node: JsonNode) => string): Outline | undefined {
  if (members.size > MOST) return undefined;
  const short = [...members].filter(([, value]) => print(value).length <= SHORT);
  return { names: [...members.keys()], short: new Map(short) };
}

/**
 * A large document of which only the text is here: a tree like any other for whoever looks into it, which costs nothing
 * before. Looking into it keeps the extension host from everything else for a moment: that is left to the thread.
 */
export class UnreadJson {
  readonly kind = 'object';
  readonly members: Members;
  private read: Members | undefined;

  /** @param text of an object, as `printJson` prints it without indent */
  constructor(
    readonly text: string,
    outline?: Outline,
  ) {
    this.members = new UnreadMembers(outline, () => (this.read ??= membersOf(text)));
  }

  /** Whether somebody here has looked into it. */
  get isRead(): boolean {
    return this.read !== undefined;
  }
}

function membersOf(text: string): Members {
  const node = readJson(text);
  if (node?.kind !== 'object') throw new Error('The text of a large document is no object.');
  return node.members;
}

/** Members of which some are known before all are read. */
class UnreadMembers implements Members {
  private readonly names: ReadonlySet<string> | undefined;

  constructor(
    private readonly outline: Outline | undefined,
    private readonly all: () => Members,
  ) {
    this.names = outline && new Set(outline.names);
  }

  get(name: string): JsonNode | undefined {
    if (this.names?.has(name) === false) return undefined;
    return this.outline?.short.get(name) ?? this.all().get(name);
  }

  has(name: string): boolean {
    return this.names?.has(name) ?? this.all().has(name);
  }

  get size(): number {
    return this.names?.size ?? this.all().size;
  }

  keys(): MapIterator<string> {
    return this.names?.values() ?? this.all().keys();
  }

  values(): MapIterator<JsonNode> {
    return this.all().values();
  }

  entries(): MapIterator<[string, JsonNode]> {
    return this.all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, JsonNode]> {
    return this.all().entries();
  }

  forEach(each: (value: JsonNode, name: string, all: Members) => void): void {
    this.all().forEach(each);
  }
}
