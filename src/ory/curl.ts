import { pointerOf, rewrite } from './json/pointer.ts';
import { parseJson, printJson } from './json/tree.ts';
import type { Operation, Parameter } from './operations/operation.ts';
import { prepareRequest } from './request.ts';
import { masksIn, nameOfPlace } from './runner/body-secrets.ts';
import { isGiven, parametersOf, type RunInput } from './runner/run-input.ts';
import { maskSecrets } from './secrets/mask-secrets.ts';

/** Where a request goes, as far as a command line needs to know. */
export interface CurlTarget {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly socketPath?: string;
  /** Name of the shell variable with the key, such as `ORY_PROJECT_API_KEY`; absent where none is sent. */
  readonly keyVariable?: string;
  /** The variable holds the whole header, its scheme too. */
  readonly wholeHeader?: boolean;
}

/** One argument for a POSIX shell: nothing in it means anything to the shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A shell variable's name for the name of a secret. */
const variableOf = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^(?=\d|$)/, '_')
    .toUpperCase();

/**
 * A request as one cURL command for a POSIX shell (cURL 7.87 or newer where a query holds a secret). Every value is
 * quoted. No secret stands in it: the key, secret parameters, secret fields and secret places of the body are shell
 * variables of their names.
 * @throws {OryError} as `prepareRequest` does
 */
export function curlOf(operation: Operation, input: RunInput, target: CurlTarget): string {
  const isSecret = ([, { secret }]: [string, { secret?: boolean }]) => secret === true;
  const all = Object.entries(operation.parameters);
  const open = { ...operation, parameters: Object.fromEntries(all.filter((one) => !isSecret(one))) };
  const request = prepareRequest(open, parametersOf(open, input.values), undefined);
  const secrets = all.filter((one) => isSecret(one) && isGiven(input.values[one[0]]));
  const url = target.baseUrl + request.path;
  const headers = { ...request.headers };
  const ownKey = secrets.some(([name]) => name.toLowerCase() === 'authorization');
  const content = bodyArguments(operation, input);
  return [
    'curl',
    ...(request.method === 'GET' ? [] : [`--request ${request.method}`]),
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(target.socketPath ? [`--unix-socket ${quoted(target.socketPath)}`] : []),
    quoted(url),
    ...Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(target.keyVariable && !ownKey
      ? [`--header "Authorization: ${target.wholeHeader ? '' : 'Bearer '}$${target.keyVariable}"`]
      : []),
    ...secrets.map(secretArgument),
    ...(operation.body && content.length > 0
      ? [`--header ${quoted(`content-type: ${operation.body.contentType}`)}`]
      : []),
    ...content,
  ].join(' \\\n  ');
}

function secretArgument([name, parameter]: [string, Parameter]): string {
  const variable = `$${variableOf(parameter.scheme === 'Basic' ? 'client_credentials' : parameter.scheme === 'Bearer' ? 'token' : name)}`;
  if (parameter.in === 'query') return `--url-query ${quoted(`${name}=`)}"${variable}"`;
  if (parameter.scheme === 'Basic') return `--user "${variable}"`;
  return `--header "${name}: ${parameter.scheme ? `${parameter.scheme} ` : ''}${variable}"`;
}

function bodyArguments(operation: Operation, { values, body }: RunInput): readonly string[] {
  const { fields, contentType, secrets = [] } = operation.body ?? {};
  if (fields) {
    return Object.entries(fields)
      .filter(([name]) => isGiven(values[name]))
      .map(([name, { secret }]) =>
        secret
          ? `--data-urlencode ${quoted(`${name}=`)}"$${variableOf(name)}"`
          : `--data-urlencode ${quoted(`${name}=${String(values[name])}`)}`,
      );
  }
  if (body === undefined || contentType === undefined) return [];
  return [`--data-raw ${contentType === 'application/json' ? quotedJson(body, secrets) : quoted(body)}`];
}

/** A JSON body in which each secret is a variable that holds what stands between the quotes of a JSON string. */
function quotedJson(text: string, secrets: readonly string[]): string {
  const masked = maskSecrets(parseJson(text), secrets);
  const places = masksIn(masked);
  const taken = new Set<string>();
  const variables = new Map(
    places.map((place) => {
      const base = variableOf(nameOfPlace(place));
      let name = base;
      for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
      taken.add(name);
      return [place, name];
    }),
  );
  // No JSON text holds a raw control character, so these can't be anything that a person wrote.
  const mark = (place: string) => `\u0001${variables.get(place) ?? ''}\u0001`;
  const marked = rewrite(masked, (_, path) => {
    const place = pointerOf(path);
    return variables.has(place) ? { kind: 'number', raw: mark(place) } : undefined;
  });
  return quoted(printJson(marked)).replace(
    // eslint-disable-next-line no-control-regex -- the marks from above
    /\u0001(\w+)\u0001/g,
    (_, name: string) => `"'"$${name}"'"`,
  );
}
