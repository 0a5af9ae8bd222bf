import { checkTypes } from './check-types.ts';
import { modelOf } from './model-of.ts';
import type { Namespace } from './model.ts';
import type { Problem } from './problem.ts';
import { parse } from './syntax/parse.ts';
import type { SourceNode } from './syntax/tree.ts';

/** A model in the Ory Permission Language. */
export interface Model {
  /** The source as it is written. */
  readonly source: SourceNode;
  /** What it means to a server. */
  readonly namespaces: readonly Namespace[];
  /** What is wrong with it. A server takes a model without problems only. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a model and checks its types. It never throws: source and namespaces of a model with problems hold what could
 * be read. As on the servers, types are checked only when the whole source could be read.
 * @param text the source, a TypeScript file
 */
export function readModel(text: string): Model {
  const { source, problems } = parse(text);
  const namespaces = modelOf(source);
  return { source, namespaces, problems: problems.length > 0 ? problems : checkTypes(source, namespaces) };
}
