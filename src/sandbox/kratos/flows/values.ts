import { JsonSyntaxError, readFirstJson } from '../../json/read.ts';
import { RawNumber } from '../../json/raw-number.ts';
import { isObject, kindOf } from '../../json/values.ts';
import { writeJson } from '../../json/write.ts';
import { badRequest } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';

const TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded', 'application/json'];

/** What was submitted, as texts by name: a form, the members of a JSON object (each as its JSON text), or a query. */
export interface Submitted {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly isForm: boolean;
}

/** How a submission is read: by default in a body only; `withQuery`: what the address carries counts, too, and wins. */
export interface Reading {
  readonly methods?: readonly string[];
  readonly withQuery?: boolean;
}

/** A submission that may come as a link, too. */
export const ALSO_AS_LINK: Reading = { methods: ['POST', 'GET'] };

const BODIES = ['POST', 'PUT', 'PATCH'];

/** Reads a submission. Throws a KratosError (400). */
export function readSubmitted(
  ex: Exchange,
  { methods = BODIES, withQuery = false }: Reading = {},
): Submitted {
  const { request, query } = ex;
  if (!methods.includes(request.method)) {
    throw badRequest(
      `Unable to decode body because HTTP Request Method was "${request.method}" but only [${methods.join(' ')}] are supported.`,
    );
  }
  if (request.method === 'GET') return { values: listed(query), isForm: true };
  if (request.body.length === 0) {
    throw badRequest('Unable to decode HTTP Request Body because its HTTP Header "Content-Length" is zero.');
  }
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const also = withQuery ? listed(query) : new Map<string, readonly string[]>();
  switch (type) {
    case 'application/json':
      return { values: new Map([...members(request.body.toString('utf8')), ...also]), isForm: false };
    case 'application/x-www-form-urlencoded':
      return { values: new Map([...listed(formOf(ex)), ...also]), isForm: true };
    case 'multipart/form-data':
      // The server takes this type, and then finds nothing in it.
      return { values: also, isForm: true };
    default:
      throw badRequest(
        `HTTP ${request.method} Request used unknown HTTP Header "Content-Type: ${type}", only [${TYPES.join(' ')}] are supported.`,
      );
  }
}

/** The fields of a form that was posted, or those of the address; none for JSON. */
export function formOf(ex: Exchange): URLSearchParams {
  if (ex.request.method === 'GET') return ex.query;
  const type = ex.request.headers['content-type'] ?? '';
  return new URLSearchParams(
    type.startsWith('application/x-www-form-urlencoded') ? ex.request.body.toString('utf8') : '',
  );
}

function listed(params: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  return new Map([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

function members(text: string): readonly (readonly [string, readonly string[]])[] {
  let value: unknown;
  try {
    value = readFirstJson(text);
  } catch (cause) {
    if (cause instanceof JsonSyntaxError) throw badRequest('Unable to decode form as JSON.');
    throw cause;
  }
  if (!isObject(value)) {
    throw badRequest(`Expected JSON sent in request body to be an object but got: ${kindOf(value)}`);
  }
  return Object.entries(value).map(([name, member]) => [name, [textOf(member)]]);
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return value instanceof RawNumber ? value.text : writeJson(value);
}
