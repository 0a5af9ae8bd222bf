import type { JsonNode } from '../ory/json/tree.ts';

/** The members of an object that have one of these names; an empty object of anything else. */
export function pickMembers(node: JsonNode | undefined, names: readonly string[]): JsonNode {
  const members = node?.kind === 'object' ? [...node.members] : [];
  return { kind: 'object', members: new Map(members.filter(([name]) => names.includes(name))) };
}

/** The same object without some of its members. */
export function dropMembers(node: JsonNode, names: readonly string[]): JsonNode {
  if (node.kind !== 'object') return node;
  return { kind: 'object', members: new Map([...node.members].filter(([name]) => !names.includes(name))) };
}
