import type { Operation } from '../operations/operation.ts';
import { type Asked, askedOf, hasDocument, isGiven, type RunInput } from './run-input.ts';

/** A text as the value that it stands for, or what is wrong with it, in words for its field. */
export type ReadValue = { readonly value: unknown } | { readonly problem: string };

/** Reads what a person typed for a parameter or a form field. Lists are separated by commas or line breaks. */
export function readValue(asked: Asked, text: string): ReadValue {
  const { name, field } = asked;
  const trimmed = field.secret ? text : text.trim();
  if (trimmed === '') return field.required ? { problem: `${name} is required.` } : { value: undefined };
  const value = typed(asked, trimmed);
  const problem = problemOf(asked, value);
  return problem ? { problem } : { value };
}

function typed({ field }: Asked, text: string): unknown {
  switch (field.type) {
    case 'integer':
      return /^-?\d+$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'string[]':
      return text
        .split(/[,\n]/)
        .map((one) => one.trim())
        .filter(Boolean);
    case 'string':
      return text;
  }
}

/** Why a value can't be sent, in words; undefined where it can. */
export function problemOf({ name, field, place }: Asked, value: unknown): string | undefined {
  if (!isGiven(value)) return field.required ? `${name} is required.` : undefined;
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${name} is true or false.`;
    case 'integer':
      return problemOfInteger(name, value, field.minimum, field.maximum);
    case 'string[]': {
      if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
        return `${name} is a list of texts.`;
      const unknown = field.values && value.find((one) => !field.values?.includes(one));
      return unknown === undefined ? undefined : notAmong(name, field.values ?? []);
    }
    case 'string':
      if (typeof value !== 'string') return `${name} is a text.`;
      if (field.values && !field.values.includes(value)) return notAmong(name, field.values);
      return place === 'path' ? problemInPath(name, value) : problemInHeader(name, place, value);
  }
}

function problemOfInteger(
  name: string,
  value: unknown,
  minimum: number | undefined,
  maximum: number | undefined,
): string | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return `${name} is a whole number.`;
  if (minimum !== undefined && value < minimum) return `${name} is ${minimum} at least.`;
  if (maximum !== undefined && value > maximum) return `${name} is ${maximum} at most.`;
  return undefined;
}

const notAmong = (name: string, values: readonly string[]) => `${name} is one of ${values.join(', ')}.`;

/** URLs drop segments of dots, encoded or not: the request would reach another path. */
const problemInPath = (name: string, value: string) =>
  value === '.' || value === '..' ? `${name} can’t be “${value}”: HTTP paths swallow it.` : undefined;

const problemInHeader = (name: string, place: Asked['place'], value: string) =>
  place === 'header' && /[^\t\x20-\x7e]/.test(value)
    ? `${name} is sent in a header, which holds ASCII characters only.`
    : undefined;

/** What keeps an operation from being run with an input, in words; values that nobody declared are refused too. */
export function problemsOf(operation: Operation, { values, body }: RunInput): readonly string[] {
  const asked = askedOf(operation);
  const known = new Set(asked.map(({ name }) => name));
  return [
    ...Object.keys(values)
      .filter((name) => !known.has(name))
      .map((name) => `${operation.id} takes no ${name}.`),
    ...asked.flatMap((one) => problemOf(one, values[one.name]) ?? []),
    ...(hasDocument(operation) && operation.body?.required && !body?.trim()
      ? [`${operation.id} needs a body.`]
      : []),
  ];
}
