import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { requireNamespace, type KetoContext } from '../context.ts';
import { maxDepth } from '../http/numbers.ts';
import { effectiveDepth } from '../limits.ts';
import { Expander, leaf } from './tree.ts';

/** GET /relation-tuples/expand */
export function expand(context: KetoContext, { query }: SandboxRequest): SandboxAnswer {
  const depth = effectiveDepth(context.limits, maxDepth(query));
  const namespace = query.get('namespace') ?? '';
  const object = query.get('object') ?? '';
  const relation = query.get('relation') ?? '';
  requireNamespace(context, namespace);
  // The servers keep names apart from tuples: one that was never written comes back empty.
  if (!context.tuples.knows(object))
    return json(200, leaf({ subject_set: { namespace, object: '', relation } }));
  const tree = new Expander(context.tuples, context.limits.nodes);
  return json(200, tree.expand({ namespace, object, relation }, depth));
}
