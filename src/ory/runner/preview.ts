import type { CurlTarget } from '../curl.ts';
import type { Operation } from '../operations/operation.ts';
import { prepareRequest } from '../request.ts';
import { MASK } from '../secrets/mask.ts';
import { isGiven, maskedBody, parametersOf, type RunInput } from './run-input.ts';

/** A request as it is shown before it is sent: nothing secret stands in it. */
export interface Preview {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Pretty-printed JSON, lines of a form, or a text. */
  readonly body?: string;
}

/** What would be sent. @throws {OryError} as `prepareRequest` does */
export function previewOf(operation: Operation, input: RunInput, target: CurlTarget): Preview {
  const all = Object.entries(operation.parameters);
  const open = {
    ...operation,
    parameters: Object.fromEntries(all.filter(([, { secret }]) => secret !== true)),
  };
  const { method, path, headers } = prepareRequest(open, parametersOf(open, input.values), undefined);
  const secrets = all.filter(([name, { secret }]) => secret === true && isGiven(input.values[name]));
  const query = secrets
    .filter(([, parameter]) => parameter.in === 'query')
    .map(([name]) => `${name}=${MASK}`);
  const separator = query.length === 0 ? '' : path.includes('?') ? '&' : '?';
  const shown = new Map(Object.entries(headers));
  if (target.keyVariable) shown.set('authorization', target.wholeHeader ? MASK : `Bearer ${MASK}`);
  for (const [name, { in: place, scheme }] of secrets) {
    if (place === 'header') shown.set(name.toLowerCase(), scheme ? `${scheme} ${MASK}` : MASK);
  }
  const body = bodyOf(operation, input);
  if (operation.body && body !== undefined) shown.set('content-type', operation.body.contentType);
  return {
    method,
    url: `${target.baseUrl}${path}${separator}${query.join('&')}`,
    headers: [...shown],
    ...(body === undefined ? {} : { body }),
  };
}

function bodyOf(operation: Operation, { values, body }: RunInput): string | undefined {
  const { fields } = operation.body ?? {};
  if (!fields) return body === undefined ? undefined : maskedBody(operation, body);
  return Object.entries(fields)
    .filter(([name]) => isGiven(values[name]))
    .map(([name, { secret }]) => `${name}=${secret ? MASK : String(values[name])}`)
    .join('\n');
}

/** The whole of it as a text, the way HTTP writes it. */
export const previewText = ({ method, url, headers, body }: Preview): string =>
  [
    `${method} ${url}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', body]),
    '',
  ].join('\n');
