import type { Range } from './syntax/tree.ts';

// What the permission language says, without the ways of writing it: this is what servers compute with.

/** A piece of a model. `at` is where it stands in its source; namespaces that were only named have none. */
interface Placed {
  readonly at?: Range;
}

/** One alternative of a relation's declared type: a namespace, or the subjects of a relation of it. */
export interface SubjectType extends Placed {
  readonly namespace: string;
  /** Only for `SubjectSet<namespace, "relation">`. */
  readonly relation?: string;
}

/** How a permission is computed, as a tree of operators over lookups. */
export type Rule = Combination | Inversion | SameObject | Traversal;

export interface Combination extends Placed {
  readonly kind: 'all' | 'any';
  readonly rules: readonly Rule[];
}

/** `!rule` */
export interface Inversion extends Placed {
  readonly kind: 'not';
  readonly rule: Rule;
}

/** `this.related.x.includes(ctx.subject)` and `this.permits.x(ctx)` */
export interface SameObject extends Placed {
  readonly kind: 'same-object';
  readonly relation: string;
}

/** `this.related.x.traverse((y) => y.permits.z(ctx))`: x is `through`, z is `relation`. */
export interface Traversal extends Placed {
  readonly kind: 'traverse';
  readonly through: string;
  readonly relation: string;
}

/** A relation that is stored (`related`), or a permission that is computed (`permits`). */
export interface Relation extends Placed {
  readonly name: string;
  readonly types: readonly SubjectType[];
  readonly rule?: Combination;
}

export interface Namespace extends Placed {
  readonly name: string;
  /** Empty for a namespace that was only named: then every relation is allowed. */
  readonly relations: readonly Relation[];
}

/** The first relation or permission of that name; the real servers let the first win, too. */
export function findRelation(
  namespaces: readonly Namespace[],
  namespace: string,
  relation: string,
): Relation | undefined {
  return namespaces.find(({ name }) => name === namespace)?.relations.find(({ name }) => name === relation);
}
