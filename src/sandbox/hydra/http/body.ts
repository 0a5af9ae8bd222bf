import type { SandboxRequest } from '../../http/service.ts';
import { invalidRequest, malformed } from './errors.ts';
import { readQuery } from '../../http/query.ts';
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
 * The form of a request to an OAuth 2.0 endpoint, in either encoding. Parameters in the query do not count.
 * @throws HydraError 400 when the body is no form, or empty.
 */
export async function readForm(request: SandboxRequest): Promise<URLSearchParams> {
  const form = await formOf(request);
  if (form.size === 0) throw invalidRequest('The body must be a form with at least one parameter.');
  return form;
}

async function formOf({ headers, body }: SandboxRequest): Promise<URLSearchParams> {
  const type = headers['content-type'] ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readQuery(body.toString('utf8'));
  if (!/^multipart\/form-data\b/i.test(type)) return new URLSearchParams();
  try {
    const answer = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
    // Deprecated for bodies of strangers, which may be large: here they come from this machine, and are bounded.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
    const parts = await answer.formData();
    const texts = [...parts].filter((part): part is [string, string] => typeof part[1] === 'string');
    return new URLSearchParams(texts);
  } catch {
    return new URLSearchParams();
  }
}

/** What a browser sent: the query, and after it the form of a POST. */
export const parametersOf = ({ method, query, body }: SandboxRequest): URLSearchParams =>
  method === 'POST' ? new URLSearchParams([...query, ...new URLSearchParams(body.toString('utf8'))]) : query;

/** The bearer token of a request: from the header, else from form or query. */
export function bearerOf({ headers, body, query }: SandboxRequest): string {
  const header = /^bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (header !== undefined) return header;
  const isForm = /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
  const form = new URLSearchParams(isForm ? body.toString('utf8') : '');
  return form.get('access_token') ?? query.get('access_token') ?? '';
}

/** A member by its name, in whatever letter case it was sent; of several the last one counts that is not null. */
export function member(object: Record<string, unknown>, name: string): unknown {
  const sent = Object.entries(object).filter(([key]) => key.toLowerCase() === name);
  return (sent.findLast(([, value]) => value !== null) ?? sent.at(-1))?.[1];
}

/** What a member of a body has to be; `null` and absent are as good as each other. */
export type Shape = 'string' | 'bool' | 'integer' | 'texts' | 'object';

const FITS: Readonly<Record<Shape, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  texts: (value) => Array.isArray(value) && value.every((one) => one === null || typeof one === 'string'),
  object: isObject,
};

/** The first member of a body that is not what it has to be. */
export const misshapen = (
  body: Record<string, unknown>,
  shapes: Readonly<Record<string, Shape>>,
): string | undefined =>
  Object.keys(shapes).find((name) => {
    const value = member(body, name) ?? undefined;
    return value !== undefined && !FITS[shapes[name] ?? 'object'](value);
  });
