import type { SandboxRequest } from '../../http/service.ts';
import { invalidRequest, malformed } from './errors.ts';
import { readFirstJson } from '../../json/read.ts';
import { isObject, kindOf } from '../../json/values.ts';

/**
 * The JSON object in a request's body; its content type does not matter.
 * @throws HydraError 400 when there is none.
 */
export function readObject(request: SandboxRequest): Record<string, unknown> {
  let value: unknown;
  try {
    value = readFirstJson(request.body.toString('utf8'));
  } catch (error) {
    throw malformed(`The request body could not be decoded: ${(error as Error).message}.`);
  }
  if (value === null) return {};
  if (!isObject(value))
    throw malformed(`The request body must be an object, not a value of type ${kindOf(value)}.`);
  return value;
}

/**
 * The form of a request to an OAuth 2.0 endpoint. Parameters in the query do not count.
 * @throws HydraError 400 when the body is no form, or empty.
 */
export function readForm(request: SandboxRequest): URLSearchParams {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const form = new URLSearchParams(
    type === 'application/x-www-form-urlencoded' ? request.body.toString('utf8') : '',
  );
  if ([...form].length === 0) throw invalidRequest('The body must be a form with at least one parameter.');
  return form;
}

/** A member by its name, in whatever letter case it was sent. */
export function member(object: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === name);
  return key === undefined ? undefined : object[key];
}
