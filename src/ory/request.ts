import * as l10n from '@vscode/l10n';
import { OryError } from './errors.ts';
import type { Operation, Parameter } from './operations/operation.ts';
import { RawBody } from './operations/operation.ts';

/** An operation with its values filled in, before it is known which server it goes to. */
export interface PreparedRequest {
  readonly method: string;
  /** Path with query, to be appended to the server's base URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Fills an operation's template. Every path parameter becomes exactly one encoded segment.
 * @throws {OryError} `refused`, when a required parameter is missing or an id cannot be addressed in a path
 */
export function prepareRequest(
  operation: Operation,
  parameters: Readonly<Record<string, unknown>>,
  body: unknown,
): PreparedRequest {
  const query = new URLSearchParams();
  const headers: Record<string, string> = { accept: accepted(operation) };
  let path = operation.path;
  for (const name in operation.parameters) {
    const parameter = operation.parameters[name];
    const value = parameters[name];
    if (!parameter) continue;
    if (value === undefined || value === '') {
      if (parameter.required)
        throw new OryError('refused', l10n.t('{0} needs {1}.', operation.id, name), {
          operation: operation.id,
        });
    } else if (parameter.in === 'path')
      path = path.replace(`{${name}}`, encodeSegment(name, value, operation));
    else if (parameter.in === 'header') headers[name.toLowerCase()] = inHeader(parameter, asText(value));
    else
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
        query.append(name, asText(one));
  }
  const search = query.toString();
  const content = encodeBody(operation, body);
  if (content !== undefined && operation.body) headers['content-type'] = operation.body.contentType;
  return {
    method: operation.method,
    path: search ? `${path}?${search}` : path,
    headers,
    ...(content === undefined ? {} : { body: content }),
  };
}

function accepted(operation: Operation): string {
  // Hydra answers unknown routes as HTML unless JSON is named.
  return operation.answer.contentType === 'none' ? 'application/json' : operation.answer.contentType;
}

function encodeSegment(name: string, value: unknown, operation: Operation): string {
  const text = asText(value);
  // URLs drop segments of dots, encoded or not: the request would reach another path.
  if (text === '.' || text === '..') {
    throw new OryError(
      'refused',
      l10n.t('{0} "{1}" can\'t be addressed: HTTP paths swallow it.', name, text),
      {
        operation: operation.id,
      },
    );
  }
  return encodeURIComponent(text);
}

/** What a header holds: an `Authorization` has a word before the credential, and `Basic` encodes it (RFC 7617). */
function inHeader({ scheme }: Parameter, value: string): string {
  if (scheme === 'Basic') return `Basic ${Buffer.from(value, 'utf8').toString('base64')}`;
  return scheme ? `${scheme} ${value}` : value;
}

function encodeBody(operation: Operation, body: unknown): string | undefined {
  if (body === undefined) return undefined;
  if (body instanceof RawBody) return body.text;
  switch (operation.body?.contentType) {
    case 'application/x-www-form-urlencoded':
      return new URLSearchParams(
        Object.entries(body as Record<string, unknown>)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]): [string, string] => [name, asText(value)]),
      ).toString();
    case 'text/plain':
      return asText(body);
    default:
      return JSON.stringify(body);
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
