import { badRequest, badRequestBecause } from '../http/errors.ts';
import type { RelationTuple, TupleQuery } from './model.ts';

const SET = ['subject_set.namespace', 'subject_set.object', 'subject_set.relation'] as const;

/** Parameters that say which tuples are meant; `subject` is known only to be refused. */
export const TUPLE_PARAMETERS: readonly string[] = [
  'namespace',
  'object',
  'relation',
  'subject_id',
  ...SET,
  'subject',
];

export const noSubject = () => badRequest('subject is not allowed to be nil');

/** The tuples that a query means. Throws a 400 for half a subject or two. */
export function readQuery(query: URLSearchParams): TupleQuery {
  if (query.has('subject')) throw badRequestBecause();
  const given = SET.filter((name) => query.has(name));
  const id = query.get('subject_id');
  if (id !== null && given.length > 0) {
    throw badRequest('exactly one of subject_set or subject_id has to be provided');
  }
  if (given.length > 0 && given.length < SET.length) {
    throw badRequest('incomplete subject, provide "subject_id" or a complete "subject_set.*"');
  }
  const value = (name: string) => query.get(name) ?? '';
  return {
    ...Object.fromEntries(
      ['namespace', 'object', 'relation']
        .filter((name) => query.has(name))
        .map((name) => [name, value(name)]),
    ),
    ...(id === null ? {} : { subject_id: id }),
    ...(given.length === 0
      ? {}
      : { subject_set: { namespace: value(SET[0]), object: value(SET[1]), relation: value(SET[2]) } }),
  };
}

/** The one tuple that a query spells out. Throws a 400 when something is missing. */
export function readTuple(query: URLSearchParams): RelationTuple {
  const { namespace, object, relation, ...subject } = readQuery(query);
  if (!('subject_id' in subject) && !('subject_set' in subject)) throw noSubject();
  if (namespace === undefined || object === undefined || relation === undefined) {
    throw badRequest('incomplete tuple, provide "namespace", "object", "relation", and a subject');
  }
  return { namespace, object, relation, ...subject };
}

/** The query that finds a tuple, its parameters in alphabetical order, as Go writes them. */
export function writeQuery({ namespace, object, relation, subject_id, subject_set }: RelationTuple): string {
  const subject =
    subject_id !== undefined
      ? { subject_id }
      : subject_set && {
          'subject_set.namespace': subject_set.namespace,
          'subject_set.object': subject_set.object,
          'subject_set.relation': subject_set.relation,
        };
  return Object.entries({ namespace, object, relation, ...subject })
    .map(([name, value]) => `${name}=${escape(value)}`)
    .join('&');
}

const escape = (text: string): string =>
  encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
