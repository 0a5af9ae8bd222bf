import { findRelation, type Combination, type Namespace, type Rule } from '../../../permissions/index.ts';
import { badRequestBecause, endless } from '../http/errors.ts';
import type { Limits } from '../limits.ts';
import type { RelationTuple, SubjectSet } from '../tuples/model.ts';
import type { TupleStore } from '../tuples/store.ts';

/** What a step found; `unknown` when the depth or the width did not suffice to tell. */
type Finding = 'member' | 'stranger' | 'unknown';

/** How far a step may go, and where it came from. */
interface Way {
  /** Steps that are left. */
  readonly depth: number;
  /** How many steps lie above this one; not all of them cost depth. */
  readonly steps: number;
  /** Subject sets that were followed already; shared by all below the first that was. */
  readonly followed?: Set<string>;
  /** The stored tuple itself was looked up already. */
  readonly skipDirect?: boolean;
}

const MAX_STEPS = 1000;

/** Answers whether a subject has a relation or permission, directly or not. It takes the same steps as the servers. */
export class Checker {
  private readonly namespaces: readonly Namespace[];
  private readonly tuples: TupleStore;
  private readonly limits: Limits;

  constructor(namespaces: readonly Namespace[], tuples: TupleStore, limits: Limits) {
    this.namespaces = namespaces;
    this.tuples = tuples;
    this.limits = limits;
  }

  /** Throws a 400 for a relation that the namespace lacks, a 422 for permissions that never end. */
  check(tuple: RelationTuple, depth: number): boolean {
    return this.allowed(tuple, { depth, steps: 0 }) === 'member';
  }

  private allowed(tuple: RelationTuple, way: Way): Finding {
    const here = step(way);
    if (here.depth <= 0) return 'unknown';
    const rule = this.ruleOf(tuple);
    return any([
      () => (rule ? this.combined(tuple, rule, here) : 'stranger'),
      () => (!way.skipDirect && this.tuples.has(tuple) ? 'member' : 'stranger'),
      () => this.throughSets(tuple, step(here)),
    ]);
  }

  /** The rule of a permission; none for a stored relation, and where a namespace declares nothing at all. */
  private ruleOf({ namespace, relation }: SubjectSet): Combination | undefined {
    const declared = this.namespaces.find(({ name }) => name === namespace)?.relations ?? [];
    if (relation === '' || declared.length === 0) return undefined;
    const found = findRelation(this.namespaces, namespace, relation);
    if (!found) throw badRequestBecause(`relation ${JSON.stringify(relation)} does not exist`);
    return found.rule;
  }

  /** Follows the subject sets that have the relation: is the subject in one of them? */
  private throughSets(tuple: RelationTuple, way: Way): Finding {
    const sets = [...this.tuples.of(tuple)].flatMap(({ subject_set }) => (subject_set ? [subject_set] : []));
    const within = sets.map((set) => onObject(tuple, set));
    if (within.some((inner) => this.tuples.has(inner))) return 'member';
    if (sets.length === 0) return 'stranger';
    if (way.depth <= 1) return 'unknown';
    const followed = way.followed ?? new Set<string>();
    const deeper = { depth: way.depth - 1, steps: way.steps, followed, skipDirect: true };
    return any([
      ...within.slice(0, this.limits.width).map((inner) => () => {
        const key = JSON.stringify([inner.namespace, inner.object, inner.relation]);
        if (followed.has(key)) return 'stranger';
        followed.add(key);
        return this.allowed(inner, deeper);
      }),
      () => (sets.length > this.limits.width ? 'unknown' : 'stranger'),
    ]);
  }

  private combined(tuple: RelationTuple, { kind, rules }: Combination, way: Way): Finding {
    const here = step(way);
    if (here.depth <= 0) return 'unknown';
    if (kind === 'all') return all(rules.map((rule) => () => this.follow(tuple, rule, nested(rule, here))));
    // The servers look up all relations of the same object at once, without a step, and only then go deeper.
    const own = rules.flatMap((rule) =>
      rule.kind === 'same-object' ? [{ ...tuple, relation: rule.relation }] : [],
    );
    const others = rules.filter(({ kind: other }) => other !== 'same-object');
    return any([
      () => (own.some((inner) => this.tuples.has(inner)) ? 'member' : 'stranger'),
      ...own.map((inner) => () => this.allowed(inner, { ...here, depth: here.depth - 1, skipDirect: true })),
      ...others.map((rule) => () => this.follow(tuple, rule, nested(rule, here))),
    ]);
  }

  private follow(tuple: RelationTuple, rule: Rule, way: Way): Finding {
    const here = step(way);
    switch (rule.kind) {
      case 'all':
      case 'any':
        return this.combined(tuple, rule, way);
      case 'not':
        return inverted(this.follow(tuple, rule.rule, here));
      case 'same-object':
        return this.allowed({ ...tuple, relation: rule.relation }, { ...here, skipDirect: false });
      case 'traverse':
        return this.traverse(tuple, rule.through, rule.relation, here);
    }
  }

  private traverse(tuple: RelationTuple, through: string, relation: string, way: Way): Finding {
    if (way.depth <= 0) return 'unknown';
    const deeper = { ...way, depth: way.depth - 1, skipDirect: false };
    const found = [...this.tuples.of({ ...tuple, relation: through })];
    return any(
      found.flatMap(({ subject_set: set }) =>
        set ? [() => this.allowed(onObject(tuple, { ...set, relation }), deeper)] : [],
      ),
    );
  }
}

/** The same subject on another object. */
const onObject = ({ subject_id, subject_set }: RelationTuple, set: SubjectSet): RelationTuple => ({
  namespace: set.namespace,
  object: set.object,
  relation: set.relation,
  ...(subject_id === undefined ? (subject_set ? { subject_set } : {}) : { subject_id }),
});

/** A combination within another costs one step of depth. */
const nested = (rule: Rule, way: Way): Way =>
  rule.kind === 'all' || rule.kind === 'any' ? { ...way, depth: way.depth - 1 } : way;

function step(way: Way): Way {
  if (way.steps >= MAX_STEPS) throw endless();
  return { ...way, steps: way.steps + 1 };
}

const inverted = (finding: Finding): Finding =>
  finding === 'member' ? 'stranger' : finding === 'stranger' ? 'member' : 'unknown';

/** `member` as soon as one is. */
function any(findings: readonly (() => Finding)[]): Finding {
  let unknown = false;
  for (const find of findings) {
    const finding = find();
    if (finding === 'member') return finding;
    unknown ||= finding === 'unknown';
  }
  return unknown ? 'unknown' : 'stranger';
}

/** `stranger` as soon as one is; without any there is no member. */
function all(findings: readonly (() => Finding)[]): Finding {
  let unknown = false;
  for (const find of findings) {
    const finding = find();
    if (finding === 'stranger') return finding;
    unknown ||= finding === 'unknown';
  }
  if (findings.length === 0) return 'stranger';
  return unknown ? 'unknown' : 'member';
}
