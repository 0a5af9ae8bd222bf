// What a source of the Ory Permission Language says, as it is written. Every node knows where it stands; what the model
// means, without the ways of writing it, is in ../model.ts.

/** Where something stands in a source: UTF-16 units from its beginning, as editors count; `end` is behind it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A name as it is written. Its range leaves quotes out, so that it can be replaced. */
export interface Name extends Range {
  readonly text: string;
}

/** A whole source: its classes. Text outside of them (imports, comments) has no meaning. */
export interface SourceNode extends Range {
  readonly kind: 'source';
  readonly classes: readonly ClassNode[];
}

/** `class Name implements Namespace { … }` */
export interface ClassNode extends Range {
  readonly kind: 'class';
  readonly name: Name;
  /** In the order in which they are written; each kind may be there several times. */
  readonly blocks: readonly (RelatedNode | PermitsNode)[];
}

/** `related: { … }` */
export interface RelatedNode extends Range {
  readonly kind: 'related';
  readonly relations: readonly RelationNode[];
}

/** `viewers: (User | SubjectSet<Group, "members">)[]` */
export interface RelationNode extends Range {
  readonly kind: 'relation';
  readonly name: Name;
  readonly types: readonly TypeNode[];
}

/** `User`, or `SubjectSet<Group, "members">` with a relation. */
export interface TypeNode extends Range {
  readonly kind: 'type';
  readonly namespace: Name;
  readonly relation?: Name;
}

/** `permits = { … }` */
export interface PermitsNode extends Range {
  readonly kind: 'permits';
  readonly permissions: readonly PermissionNode[];
}

/** `view: (ctx: Context): boolean => …` */
export interface PermissionNode extends Range {
  readonly kind: 'permission';
  readonly name: Name;
  /** Absent where there is none that could be read to its end. */
  readonly expression?: CombinationNode;
  /** All lookups in the order in which they are written, also those of an expression that has no end. */
  readonly lookups: readonly LookupNode[];
}

export type ExpressionNode = CombinationNode | NotNode | LookupNode;
export type LookupNode = SameObjectNode | TraversalNode;

/**
 * Parts with `&&` (`all`) or `||` (`any`) between them, in parentheses or not. A single part is an `any` of one; there
 * is none between the parentheses of `!()`.
 */
export interface CombinationNode extends Range {
  readonly kind: 'all' | 'any';
  readonly parts: readonly ExpressionNode[];
}

/** `!part` */
export interface NotNode extends Range {
  readonly kind: 'not';
  readonly part: ExpressionNode;
}

/** `this.related.x.includes(ctx.subject)` or `this.permits.x(ctx)` */
export interface SameObjectNode extends Range {
  readonly kind: 'same-object';
  readonly via: 'related' | 'permits';
  readonly relation: Name;
}

/** `this.related.x.traverse((y) => y.permits.z(ctx))`, or `y.related.z.includes(ctx.subject)`: x is `through`. */
export interface TraversalNode extends Range {
  readonly kind: 'traverse';
  readonly through: Name;
  /** How the relation is asked for behind the arrow. */
  readonly via: 'related' | 'permits';
  readonly relation: Name;
}
