/** All subjects that have a relation to an object. */
export interface SubjectSet {
  readonly namespace: string;
  readonly object: string;
  readonly relation: string;
}

/** A relationship as the API writes it: one of `subject_id` and `subject_set`. */
export interface RelationTuple extends SubjectSet {
  readonly subject_id?: string;
  readonly subject_set?: SubjectSet;
}

/** What a list or a deletion asks for; what is absent does not matter. */
export type TupleQuery = Partial<RelationTuple>;

/** The tuple as it is kept: the id wins where both kinds of subject were sent. */
export function kept(tuple: RelationTuple): RelationTuple {
  const { namespace, object, relation, subject_id, subject_set } = tuple;
  if (subject_id !== undefined) return { namespace, object, relation, subject_id };
  if (subject_set === undefined) return { namespace, object, relation };
  return { namespace, object, relation, subject_set: { ...subject_set } };
}

export const sameSet = (one: SubjectSet, other: SubjectSet): boolean =>
  one.namespace === other.namespace && one.object === other.object && one.relation === other.relation;

/** Whether both have the same subject, or none. */
export function sameSubject(one: TupleQuery, other: TupleQuery): boolean {
  if (one.subject_id !== other.subject_id) return false;
  if (!one.subject_set || !other.subject_set) return one.subject_set === other.subject_set;
  return sameSet(one.subject_set, other.subject_set);
}

export function matches(tuple: RelationTuple, query: TupleQuery): boolean {
  const { namespace, object, relation, subject_id, subject_set } = query;
  if (namespace !== undefined && namespace !== tuple.namespace) return false;
  if (object !== undefined && object !== tuple.object) return false;
  if (relation !== undefined && relation !== tuple.relation) return false;
  return (subject_id === undefined && subject_set === undefined) || sameSubject(tuple, query);
}
