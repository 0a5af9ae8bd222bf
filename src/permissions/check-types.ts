import type { Namespace, Relation } from './model.ts';
import { problemAt, quote, type Problem } from './problem.ts';
import type { LookupNode, Name, SourceNode, TypeNode } from './syntax/tree.ts';

/** How many `SubjectSet` types within each other are followed. */
const MAX_DEPTH = 10;

/** How many problems of one traversal are told: subject sets of each other multiply with each step. */
const MAX_PROBLEMS = 100;

/**
 * What a source that could be read says of classes and relations that are not there, in the order of the servers: a
 * class's types and lookups as they are written.
 * @param namespaces what the source means; of two with the same name the first counts
 */
export function checkTypes({ classes }: SourceNode, namespaces: readonly Namespace[]): readonly Problem[] {
  const declared = new Declarations(namespaces);
  return classes.flatMap(({ name, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'related'
        ? block.relations.flatMap(({ types }) => types.flatMap((type) => checkType(declared, type)))
        : block.permissions.flatMap(({ lookups }) =>
            lookups.flatMap((lookup) => checkLookup(declared, name.text, lookup)),
          ),
    ),
  );
}

/** Classes and their relations by name. */
class Declarations {
  private readonly relations = new Map<string, ReadonlyMap<string, Relation>>();

  constructor(namespaces: readonly Namespace[]) {
    // The first of a name counts: it is put in last.
    for (const { name, relations } of namespaces.toReversed())
      this.relations.set(name, new Map(relations.toReversed().map((relation) => [relation.name, relation])));
  }

  has(namespace: string): boolean {
    return this.relations.has(namespace);
  }

  find(namespace: string, relation: string): Relation | undefined {
    return this.relations.get(namespace)?.get(relation);
  }
}

/** The type must be a class; of `SubjectSet<namespace, relation>` the class must have the relation. */
function checkType(declared: Declarations, { namespace, relation }: TypeNode): readonly Problem[] {
  if (!declared.has(namespace.text))
    return [problemAt(namespace, `there is no class ${quote(namespace.text)}`)];
  return relation ? requireRelation(declared, namespace.text, relation) : [];
}

/** A class must have the relations that its permissions use, and whatever they can hold what is asked of it. */
function checkLookup(declared: Declarations, owner: string, lookup: LookupNode): readonly Problem[] {
  if (lookup.kind === 'same-object') return requireRelation(declared, owner, lookup.relation);
  const search = {
    declared,
    at: lookup.through,
    relation: lookup.relation.text,
    problems: [],
    fine: new Set<string>(),
  };
  follow(search, owner, lookup.through.text, MAX_DEPTH);
  return [...search.problems, ...requireRelation(declared, owner, lookup.through)];
}

function requireRelation(declared: Declarations, namespace: string, relation: Name): readonly Problem[] {
  return declared.find(namespace, relation.text)
    ? []
    : [problemAt(relation, lacks(namespace, relation.text))];
}

/** Looks for a relation in everything that another one can hold. */
interface Search {
  readonly declared: Declarations;
  /** Where problems are told. */
  readonly at: Name;
  readonly relation: string;
  readonly problems: Problem[];
  /** What was followed to its end without a problem, by its depth. */
  readonly fine: Set<string>;
}

function follow(search: Search, namespace: string, through: string, depth: number): void {
  const { declared, at, relation, problems, fine } = search;
  if (problems.length >= MAX_PROBLEMS) return;
  const tell = (message: string) => void problems.push(problemAt(at, message));
  if (depth < 0) {
    tell('these subject sets lie too deep within each other to be checked');
    return;
  }
  const found = declared.find(namespace, through);
  if (!found) {
    tell(lacks(namespace, through));
    return;
  }
  const key = JSON.stringify([namespace, through, depth]);
  if (fine.has(key)) return;
  const before = problems.length;
  for (const type of found.types) {
    if (type.relation) follow(search, type.namespace, type.relation, depth - 1);
    else if (!declared.find(type.namespace, relation)) tell(lacks(type.namespace, relation));
  }
  if (problems.length === before) fine.add(key);
}

const lacks = (namespace: string, relation: string): string =>
  `${quote(namespace)} has no relation ${quote(relation)}`;
