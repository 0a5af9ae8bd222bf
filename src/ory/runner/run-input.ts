import { parseEditedJson, parseJson, printJson } from '../json/tree.ts';
import { type Field, type Operation, RawBody } from '../operations/operation.ts';
import { maskSecrets } from '../secrets/mask-secrets.ts';
import { redactInput } from '../secrets/redact-input.ts';
import type { Redactor } from '../secrets/redactor.ts';

/** What an operation is run with, as a person gave it. */
export interface RunInput {
  /** Parameters and form fields by their names; no operation uses a name for both. */
  readonly values: Readonly<Record<string, unknown>>;
  /** A JSON or text body. A mask stands where a secret is asked for when it is run. */
  readonly body?: string;
}

/** One value that can be asked for. */
export interface Asked {
  readonly name: string;
  readonly field: Field;
  /** Where it travels; `form` is a field of the body. */
  readonly place: 'path' | 'query' | 'header' | 'form';
}

/** What says which part of a list is wanted: of little interest next to what the list is to hold. */
const PAGING: ReadonlySet<string> = new Set(['page_size', 'page_token', 'per_page', 'page']);

/** Everything that an operation takes beside a JSON or text body: what it insists on first, pages last. */
export function askedOf(operation: Operation): readonly Asked[] {
  const parameters = Object.entries(operation.parameters).map(([name, field]): Asked => ({
    name,
    field,
    place: field.in,
  }));
  const fields = Object.entries(operation.body?.fields ?? {}).map(([name, field]): Asked => ({
    name,
    field,
    place: 'form',
  }));
  const all = [...parameters, ...fields];
  const rank = ({ name, field }: Asked) => (field.required ? 0 : PAGING.has(name) ? 2 : 1);
  return all.sort((a, b) => rank(a) - rank(b));
}

/** Whether the body is a document that one writes, rather than a form's fields. */
export const hasDocument = ({ body }: Operation): boolean => body !== undefined && !body.fields;

/** The parameters among values: what is left empty is left out. */
export const parametersOf = (
  { parameters }: Pick<Operation, 'parameters'>,
  values: RunInput['values'],
): Record<string, unknown> => given(Object.keys(parameters), values);

const given = (names: readonly string[], values: RunInput['values']) =>
  Object.fromEntries(
    names.map((name) => [name, values[name]] as const).filter(([, value]) => isGiven(value)),
  );

/** What the client is called with. `body` is the text with its secrets filled in. @throws {JsonSyntaxError} */
export function callInputOf(operation: Operation, { values, body }: RunInput): Record<string, unknown> {
  const parameters = parametersOf(operation, values);
  const { fields, contentType } = operation.body ?? {};
  if (fields) return { ...parameters, body: given(Object.keys(fields), values) };
  if (contentType === undefined || body === undefined) return parameters;
  const text = contentType === 'application/json' ? printJson(parseEditedJson(body)) : body;
  return { ...parameters, body: new RawBody(text) };
}

export const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/**
 * What may be remembered of an input: no secret value, and a body with its secrets masked; neither what is known or
 * recognised as one at a place that is none.
 */
export function withoutSecrets(
  operation: Operation,
  input: RunInput,
  redactor: Pick<Redactor, 'value'>,
): RunInput {
  const { values, body } = redactInput(redactor, input);
  const isOpen = ({ name, field }: Asked) =>
    !field.secret &&
    isGiven(values[name]) &&
    JSON.stringify(values[name]) === JSON.stringify(input.values[name]);
  const kept = Object.fromEntries(
    askedOf(operation)
      .filter(isOpen)
      .map(({ name }) => [name, values[name]]),
  );
  const shown = body === undefined ? undefined : maskedBody(operation, body);
  return { values: kept, ...(shown === undefined ? {} : { body: shown }) };
}

/** A body with its secrets masked, for people; undefined where it can't be read. */
export function maskedBody({ body }: Operation, text: string): string | undefined {
  if (body?.contentType !== 'application/json') return text;
  try {
    return printJson(maskSecrets(parseJson(text), body.secrets), 2);
  } catch {
    return undefined;
  }
}
