import type { Combination, Namespace, Relation, Rule, SubjectType } from './model.ts';
import { simplify } from './simplify.ts';
import type {
  ClassNode,
  CombinationNode,
  ExpressionNode,
  PermissionNode,
  Range,
  RelationNode,
  SourceNode,
  TypeNode,
} from './syntax/tree.ts';

/** What a source means to a server: a permission whose expression could not be read is none. */
export function modelOf({ classes }: SourceNode): readonly Namespace[] {
  return classes.map(namespaceOf);
}

const namespaceOf = (node: ClassNode): Namespace => ({
  name: node.name.text,
  relations: node.blocks.flatMap((block) =>
    block.kind === 'related' ? block.relations.map(relationOf) : block.permissions.flatMap(permissionOf),
  ),
  at: rangeOf(node),
});

const relationOf = (node: RelationNode): Relation => ({
  name: node.name.text,
  types: node.types.map(typeOf),
  at: rangeOf(node),
});

const typeOf = (node: TypeNode): SubjectType => ({
  namespace: node.namespace.text,
  ...(node.relation ? { relation: node.relation.text } : {}),
  at: rangeOf(node),
});

function permissionOf(node: PermissionNode): readonly Relation[] {
  if (!node.expression) return [];
  const rule = simplify(combinationOf(node.expression));
  return [{ name: node.name.text, types: [], rule, at: rangeOf(node) }];
}

function ruleOf(node: ExpressionNode): Rule {
  const at = rangeOf(node);
  switch (node.kind) {
    case 'all':
    case 'any':
      return combinationOf(node);
    case 'not':
      return { kind: 'not', rule: ruleOf(node.part), at };
    case 'same-object':
      return { kind: 'same-object', relation: node.relation.text, at };
    case 'traverse':
      return { kind: 'traverse', through: node.through.text, relation: node.relation.text, at };
  }
}

const combinationOf = (node: CombinationNode): Combination => ({
  kind: node.kind,
  rules: node.parts.map(ruleOf),
  at: rangeOf(node),
});

const rangeOf = ({ start, end }: Range): Range => ({ start, end });
