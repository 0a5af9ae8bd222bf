import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { requireNamespace, type KetoContext } from '../context.ts';
import { pageSize } from '../http/numbers.ts';
import { clampSize, readToken, writeToken } from './page-token.ts';
import { readQuery } from './query.ts';

/** GET /relation-tuples */
export function listTuples(context: KetoContext, { query }: SandboxRequest): SandboxAnswer {
  const wanted = readQuery(query);
  const after = readToken(query, context.clock);
  const size = clampSize(pageSize(query));
  if (wanted.namespace !== undefined) requireNamespace(context, wanted.namespace);
  if (wanted.subject_set) requireNamespace(context, wanted.subject_set.namespace);
  const { tuples, next } = context.tuples.page(wanted, size, after);
  return json(200, {
    relation_tuples: tuples,
    next_page_token: next === undefined ? '' : writeToken(next, context.clock),
  });
}
