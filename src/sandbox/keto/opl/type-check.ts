import { findRelation, type Namespace } from '../namespaces/model.ts';
import { quote } from './cursor.ts';
import { problemAt, type Problem } from './problem.ts';
import type { Token } from './token.ts';

/** How many `SubjectSet` types within each other are followed. */
const MAX_DEPTH = 10;

/** Asks something of all namespaces together; runs when the whole source is read. */
export type TypeCheck = (namespaces: readonly Namespace[]) => readonly Problem[];

/** The type that is named must be a class. */
export const isDeclared =
  (namespace: Token): TypeCheck =>
  (all) =>
    all.some(({ name }) => name === namespace.text) ? [] : [undeclared(namespace, namespace.text)];

/** `SubjectSet<namespace, relation>` must name a relation that is there. */
export const hasRelation =
  (namespace: Token, relation: Token): TypeCheck =>
  (all) =>
    isDeclared(namespace)(all).length > 0
      ? isDeclared(namespace)(all)
      : lacking(all, namespace.text, relation);

/** A class must have the relation or permission that its permission uses. */
export const ownsRelation =
  (owner: string, relation: Token): TypeCheck =>
  (all) =>
    lacking(all, owner, relation);

/** Whatever a relation of the owner can hold must have the relation or permission that is asked of it. */
export const allTypesHave =
  (owner: string, through: Token, relation: string): TypeCheck =>
  (all) =>
    follow({ all, at: through, relation }, owner, through.text, MAX_DEPTH);

interface Search {
  readonly all: readonly Namespace[];
  readonly at: Token;
  readonly relation: string;
}

function follow(search: Search, namespace: string, through: string, depth: number): readonly Problem[] {
  const { all, at, relation } = search;
  if (depth < 0) return [problemAt(at, 'these subject sets lie too deep within each other to be checked')];
  const found = findRelation(all, namespace, through);
  if (!found) return [problemAt(at, `${quote(namespace)} has no relation ${quote(through)}`)];
  return found.types.flatMap((type) => {
    if (type.relation) return follow(search, type.namespace, type.relation, depth - 1);
    return findRelation(all, type.namespace, relation)
      ? []
      : [problemAt(at, `${quote(type.namespace)} has no relation ${quote(relation)}`)];
  });
}

function lacking(all: readonly Namespace[], namespace: string, relation: Token): readonly Problem[] {
  if (!all.some(({ name }) => name === namespace)) return [undeclared(relation, namespace)];
  if (findRelation(all, namespace, relation.text)) return [];
  return [problemAt(relation, `${quote(namespace)} has no relation ${quote(relation.text)}`)];
}

const undeclared = (at: Token, namespace: string): Problem =>
  problemAt(at, `there is no class ${quote(namespace)}`);
