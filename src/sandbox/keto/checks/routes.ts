import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { requireTuple, type KetoContext } from '../context.ts';
import { decodeBatch, decodeBody, decodeTuple, type SentTuple } from '../http/decode.ts';
import { badRequest, KetoError, UnknownNamespaceError } from '../http/errors.ts';
import { maxDepth } from '../http/numbers.ts';
import { effectiveDepth } from '../limits.ts';
import { readTuple } from '../tuples/query.ts';
import { Checker } from './engine.ts';

const DECODING = 'could not unmarshal json: ';

/** GET and POST /relation-tuples/check: the status says it, too. */
export function checkWithStatus(context: KetoContext, request: SandboxRequest): SandboxAnswer {
  const allowed = isAllowed(context, request);
  return json(allowed ? 200 : 403, { allowed });
}

/** GET and POST /relation-tuples/check/openapi: always 200. */
export function check(context: KetoContext, request: SandboxRequest): SandboxAnswer {
  return json(200, { allowed: isAllowed(context, request) });
}

/** POST /relation-tuples/batch/check: what is wrong with one tuple is told with that tuple. */
export function checkBatch(context: KetoContext, request: SandboxRequest): SandboxAnswer {
  const depth = maxDepth(request.query);
  const tuples = decodeBody(request.body, decodeBatch, DECODING);
  if (tuples.length > context.limits.batch) {
    throw badRequest(`batch exceeds max size of ${context.limits.batch}`);
  }
  const results = tuples.map((tuple) => {
    try {
      return { allowed: judge(context, tuple, depth) };
    } catch (cause) {
      if (cause instanceof KetoError) return { allowed: false, error: cause.message };
      throw cause;
    }
  });
  return json(200, { results });
}

function isAllowed(context: KetoContext, request: SandboxRequest): boolean {
  const depth = maxDepth(request.query);
  const tuple =
    request.method === 'POST'
      ? decodeBody(request.body, (value) => decodeTuple(value), DECODING)
      : readTuple(request.query);
  try {
    return judge(context, tuple, depth);
  } catch (cause) {
    // Who asks about a namespace that is not there is denied.
    if (cause instanceof UnknownNamespaceError) return false;
    throw cause;
  }
}

function judge(context: KetoContext, tuple: SentTuple, depth: number): boolean {
  requireTuple(context, tuple);
  const { namespaces, tuples, limits } = context;
  return new Checker(namespaces, tuples, limits).check(tuple, effectiveDepth(limits, depth));
}
