import { JsonSyntaxError, readFirstJson } from '../../json/read.ts';
import { isObject, kindOf, type JsonObject } from '../../json/values.ts';
import type { RelationTuple, SubjectSet } from '../tuples/model.ts';
import { badRequest } from './errors.ts';

/** A tuple as a client sends it: what is missing is empty, and a subject need not be there. */
export type SentTuple = RelationTuple;

/** One step of a patch as a client sends it. */
export interface SentDelta {
  readonly action: string;
  readonly tuple: SentTuple | undefined;
}

/** The first JSON value of a body. Throws a 400 in the decoder's words, behind the prefix. */
export function decodeBody<T>(body: Buffer, decode: (value: unknown) => T, prefix = ''): T {
  try {
    return decode(readFirstJson(body.toString('utf8')));
  } catch (cause) {
    if (cause instanceof JsonSyntaxError) throw badRequest(prefix + cause.message);
    throw cause;
  }
}

export function decodeTuple(value: unknown, go = 'RelationTuple', type = 'ketoapi.RelationTuple'): SentTuple {
  const object = objectAt(value, go, type);
  const id = field(object, 'subject_id');
  const set = field(object, 'subject_set');
  return {
    namespace: text(object, 'namespace', go),
    object: text(object, 'object', go),
    relation: text(object, 'relation', go),
    ...(id === undefined ? {} : { subject_id: text(object, 'subject_id', go) }),
    ...(set === undefined ? {} : { subject_set: decodeSet(set, `${go}.subject_set`) }),
  };
}

export function decodeDeltas(value: unknown): readonly SentDelta[] {
  return list(value, undefined, '[]*ketoapi.PatchDelta').map((item) => {
    const delta = objectAt(item, undefined, 'ketoapi.PatchDelta');
    const tuple = field(delta, 'relation_tuple');
    return {
      action: text(delta, 'action', 'PatchDelta', 'ketoapi.PatchAction'),
      tuple: tuple === undefined ? undefined : decodeTuple(tuple, 'PatchDelta.relation_tuple'),
    };
  });
}

/** The tuples of a batch of checks. */
export function decodeBatch(value: unknown): readonly SentTuple[] {
  const body = objectAt(value, undefined, 'check.batchCheckPermissionBody');
  const tuples = field(body, 'tuples');
  return list(tuples, 'batchCheckPermissionBody.tuples', '[]*ketoapi.RelationTuple').map((tuple) =>
    decodeTuple(tuple, 'batchCheckPermissionBody.tuples'),
  );
}

function decodeSet(value: unknown, go: string): SubjectSet {
  const set = objectAt(value, go, 'ketoapi.SubjectSet');
  return {
    namespace: text(set, 'namespace', go),
    object: text(set, 'object', go),
    relation: text(set, 'relation', go),
  };
}

/** The last field of that name in any letter case, as Go's decoder finds it; null is nothing. */
function field(object: JsonObject, name: string): unknown {
  const found = Object.entries(object).findLast(([key]) => key.toLowerCase() === name)?.[1];
  return found ?? undefined;
}

function text(object: JsonObject, name: string, go: string, type = 'string'): string {
  const value = field(object, name) ?? '';
  if (typeof value !== 'string') throw wrongType(value, `${go}.${name}`, type);
  return value;
}

function objectAt(value: unknown, go: string | undefined, type: string): JsonObject {
  if (value === null) return {};
  if (!isObject(value)) throw wrongType(value, go?.includes('.') ? go : undefined, type);
  return value;
}

function list(value: unknown, go: string | undefined, type: string): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw wrongType(value, go, type);
  return value;
}

function wrongType(value: unknown, path: string | undefined, type: string): JsonSyntaxError {
  const where = path === undefined ? 'Go value' : `Go struct field ${path}`;
  return new JsonSyntaxError(`json: cannot unmarshal ${kindOf(value)} into ${where} of type ${type}`);
}
