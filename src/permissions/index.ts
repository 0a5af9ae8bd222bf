// The Ory Permission Language: its parser and type checker. Neutral ground: it knows no editor, no server and no Node,
// so that the client, the sandbox and whatever else understands models can use it. This file is all that they import.
export { checkTypes } from './check-types.ts';
export { modelOf } from './model-of.ts';
export {
  findRelation,
  type Combination,
  type Inversion,
  type Namespace,
  type Relation,
  type Rule,
  type SameObject,
  type SubjectType,
  type Traversal,
} from './model.ts';
export { positionOf, type Position } from './position.ts';
export type { Problem } from './problem.ts';
export { readModel, type Model } from './read-model.ts';
export { parse, type Parsed } from './syntax/parse.ts';
export type * from './syntax/tree.ts';
