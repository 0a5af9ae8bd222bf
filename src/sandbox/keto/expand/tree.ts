import { sameSet, type RelationTuple, type SubjectSet } from '../tuples/model.ts';
import type { TupleStore } from '../tuples/store.ts';

/** A node as the API writes it; the tuple holds the subject only. */
export interface TreeNode {
  readonly type: 'union' | 'leaf';
  readonly children?: readonly TreeNode[];
  readonly tuple: RelationTuple;
}

/** How many tuples are read before the number of nodes is looked at. */
const PAGE = 100;

/** Builds the tree of subjects behind a relation. Permissions are not followed, only what is stored. */
export class Expander {
  private nodes = 0;
  private readonly tuples: TupleStore;
  private readonly maxNodes: number;

  constructor(tuples: TupleStore, maxNodes: number) {
    this.tuples = tuples;
    this.maxNodes = maxNodes;
  }

  /** `above` are the sets on the way here: one that contains itself is not followed again. */
  expand(set: SubjectSet, depth: number, above: readonly SubjectSet[] = []): TreeNode {
    const ends = set.relation === '' || depth <= 1 || this.nodes >= this.maxNodes;
    if (ends || above.some((other) => sameSet(other, set))) return leaf({ subject_set: set });
    const children: TreeNode[] = [];
    let after: number | undefined = 0;
    while (after !== undefined) {
      const { tuples, next } = this.tuples.page(set, PAGE, after);
      this.nodes += tuples.length;
      const full = this.nodes >= this.maxNodes;
      children.push(...tuples.map((found) => this.child(found, depth - 1, [...above, set])));
      after = full ? undefined : next;
    }
    if (children.length === 0) return leaf({ subject_set: set });
    return { type: 'union', children, tuple: { ...NOTHING, subject_set: set } };
  }

  private child(
    { subject_id, subject_set }: RelationTuple,
    depth: number,
    above: readonly SubjectSet[],
  ): TreeNode {
    if (subject_set) return this.expand(subject_set, depth, above);
    return leaf({ subject_id: subject_id ?? '' });
  }
}

/** A subject that nothing is known behind. */
export const leaf = (subject: Pick<RelationTuple, 'subject_id' | 'subject_set'>): TreeNode => ({
  type: 'leaf',
  tuple: { ...NOTHING, ...subject },
});

const NOTHING = { namespace: '', object: '', relation: '' } as const;
