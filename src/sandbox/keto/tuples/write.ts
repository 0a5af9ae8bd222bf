import { empty, json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { requireNamespace, requireSubject, requireTuple, type KetoContext } from '../context.ts';
import { decodeBody, decodeDeltas, decodeTuple } from '../http/decode.ts';
import { badRequest, badRequestBecause } from '../http/errors.ts';
import { kept } from './model.ts';
import { readQuery, TUPLE_PARAMETERS, writeQuery } from './query.ts';

/** PUT /admin/relation-tuples */
export function createTuple(context: KetoContext, request: SandboxRequest): SandboxAnswer {
  const tuple = decodeBody(request.body, (value) => decodeTuple(value));
  requireSubject(tuple);
  requireTuple(context, tuple);
  context.tuples.add(tuple);
  return json(201, tuple, { location: `/relation-tuples?${writeQuery(tuple)}` });
}

/** DELETE /admin/relation-tuples */
export function deleteTuples(context: KetoContext, { query, body }: SandboxRequest): SandboxAnswer {
  const unknown = [...query.keys()].find((name) => !TUPLE_PARAMETERS.includes(name));
  const reasons = [
    ...(unknown === undefined ? [] : [`query parameter key ${JSON.stringify(unknown)} unknown`]),
    ...(query.has('namespace')
      ? []
      : ['query parameters must specify at least one of the following: namespace']),
    ...(body.length === 0 ? [] : ['body is not empty']),
  ];
  if (reasons.length > 0) throw badRequestBecause(reasons.join('; '));
  const wanted = readQuery(query);
  requireNamespace(context, wanted.namespace ?? '');
  if (wanted.subject_set) requireNamespace(context, wanted.subject_set.namespace);
  context.tuples.remove(wanted);
  return empty(204);
}

/** PATCH /admin/relation-tuples: all or nothing, insertions before deletions. */
export function patchTuples(context: KetoContext, request: SandboxRequest): SandboxAnswer {
  const deltas = decodeBody(request.body, decodeDeltas).map(({ action, tuple }) => {
    if (!tuple) throw badRequest('relation_tuple is missing');
    requireSubject(tuple);
    if (action !== 'insert' && action !== 'delete') throw badRequest(`unknown action ${action}`);
    return { action, tuple };
  });
  const tuplesTo = (wanted: string) =>
    deltas.filter(({ action }) => action === wanted).map(({ tuple }) => kept(tuple));
  const inserted = tuplesTo('insert');
  const deleted = tuplesTo('delete');
  for (const tuple of [...inserted, ...deleted]) requireTuple(context, tuple);
  for (const tuple of inserted) context.tuples.add(tuple);
  for (const tuple of deleted) {
    context.tuples.learn(tuple);
    context.tuples.remove(tuple);
  }
  return empty(204);
}
