import { applyChanges, diffJson } from '../../ory/json/diff.ts';
import { childOf, matches, segmentsOf } from '../../ory/json/pointer.ts';
import type { ListIdentity } from '../../ory/json/merge.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { isMask } from '../../ory/secrets/mask.ts';
import { sameButMasks } from '../../ory/secrets/unmask.ts';
import { listsOf, under } from '../../kinds/changes.ts';
import type { Kind } from '../../kinds/kind.ts';

type Maybe = JsonNode | undefined;
type Path = readonly string[];

export interface PutBack {
  /** The document with what it was then; what only the server sets is as it is now. */
  readonly document: JsonNode;
  /** What can't be put back, because its secret was not kept. */
  readonly lost: readonly Path[];
  /** What is as it is now, because it looked like a secret when it was kept. */
  readonly unkept: readonly Path[];
}

/**
 * What a document has to become to be as it was then. A secret stays as the server has it; what holds a secret that the
 * server does not have any more can't come back.
 * @param now the server's copy, masked
 * @param then the version that was kept
 */
export function putBack(kind: Kind, now: JsonNode, then: JsonNode): PutBack {
  const lost: Path[] = [];
  const unkept: Path[] = [];
  const secrets = kind.secrets.map(segmentsOf);
  const isSecret = (path: Path) => secrets.some((pattern) => matches(pattern, path));
  const filled = new Filler(listsOf(kind), isSecret, lost, unkept).fill(then, now, []) ?? now;
  const serverSet = under([...kind.volatile, ...(kind.writing?.readOnlyFields ?? [])]);
  const changes = diffJson(now, filled).filter(({ path }) => !serverSet(path));
  const open = (paths: readonly Path[]) => paths.filter((path) => !serverSet(path));
  return { document: applyChanges(now, changes), lost: open(lost), unkept: open(unkept) };
}

class Filler {
  constructor(
    private readonly lists: readonly ListIdentity[],
    private readonly isSecret: (path: Path) => boolean,
    private readonly lost: Path[],
    private readonly unkept: Path[],
  ) {}

  /**
   * Fills masks with what stands there now.
   * @param inElement whether it belongs to an element of a list, which is nothing without its secret: no key, no provider
   * @returns undefined where a secret is missing
   */
  fill(then: JsonNode, now: Maybe, path: Path, inElement = false): Maybe {
    if (isMask(then)) {
      if (this.isSecret(path)) return now?.kind === 'object' || now?.kind === 'array' ? undefined : now;
      if (now) this.unkept.push(path);
      return now;
    }
    if (then.kind === 'array') return this.elements(then.items, now, path);
    if (then.kind !== 'object') return then;
    const members = new Map<string, JsonNode>();
    for (const [name, value] of then.members) {
      const filled = this.fill(value, childOf(now, name), [...path, name], inElement);
      if (filled) members.set(name, filled);
      else if (inElement) return undefined;
      else this.lost.push([...path, name]);
    }
    return { kind: 'object', members };
  }

  private elements(items: readonly JsonNode[], now: Maybe, path: Path): JsonNode {
    const by = this.lists.find(({ at }) => matches(at, path))?.by;
    const present = now?.kind === 'array' ? now.items : [];
    const named = new Map<string, JsonNode>();
    for (const other of present) {
      const name = nameOf(other, by);
      if (name !== undefined && !named.has(name)) named.set(name, other);
    }
    const inPlace =
      items.length === present.length && items.every((item, at) => sameButMasks(item, present[at]));
    const partnerOf = (item: JsonNode, at: number): Maybe => {
      const name = nameOf(item, by);
      if (name !== undefined) return named.get(name);
      if (inPlace) return present[at];
      const alike = present.filter((other) => sameButMasks(item, other));
      return alike.length === 1 ? alike[0] : undefined;
    };
    return {
      kind: 'array',
      items: items.flatMap((item, at) => {
        const filled = this.fill(item, partnerOf(item, at), [...path, String(at)], true);
        if (!filled) this.lost.push([...path, nameOf(item, by) ?? String(at)]);
        return filled ?? [];
      }),
    };
  }
}

function nameOf(item: JsonNode, by: string | undefined): string | undefined {
  const name = by === undefined ? undefined : childOf(item, by);
  return name?.kind === 'string' ? name.value : undefined;
}
