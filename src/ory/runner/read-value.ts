import * as l10n from '@vscode/l10n';
import type { Operation } from '../operations/operation.ts';
import { type Asked, askedOf, hasDocument, isGiven, type RunInput } from './run-input.ts';

/** A text as the value that it stands for, or what is wrong with it, in words for its field. */
export type ReadValue = { readonly value: unknown } | { readonly problem: string };

/** Reads what a person typed for a parameter or a form field. Lists are separated by commas or line breaks. */
export function readValue(asked: Asked, text: string): ReadValue {
  const { name, field } = asked;
  const trimmed = field.secret ? text : text.trim();
  if (trimmed === '')
    return field.required ? { problem: l10n.t('{0} is required.', name) } : { value: undefined };
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
  if (!isGiven(value)) return field.required ? l10n.t('{0} is required.', name) : undefined;
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : l10n.t('{0} is true or false.', name);
    case 'integer':
      return problemOfInteger(name, value, field.minimum, field.maximum);
    case 'string[]': {
      if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
        return l10n.t('{0} is a list of texts.', name);
      const unknown = field.values && value.find((one) => !field.values?.includes(one));
      return unknown === undefined ? undefined : notAmong(name, field.values ?? []);
    }
    case 'string':
      if (typeof value !== 'string') return l10n.t('{0} is a text.', name);
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
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return l10n.t('{0} is a whole number.', name);
  if (minimum !== undefined && value < minimum) return l10n.t('{0} is {1} at least.', name, minimum);
  if (maximum !== undefined && value > maximum) return l10n.t('{0} is {1} at most.', name, maximum);
  return undefined;
}

const notAmong = (name: string, values: readonly string[]) =>
  l10n.t('{0} is one of {1}.', name, values.join(', '));

/** URLs drop segments of dots, encoded or not: the request would reach another path. */
const problemInPath = (name: string, value: string) =>
  value === '.' || value === '..'
    ? l10n.t('{0} can’t be “{1}”: HTTP paths swallow it.', name, value)
    : undefined;

const problemInHeader = (name: string, place: Asked['place'], value: string) =>
  place === 'header' && /[^\t\x20-\x7e]/.test(value)
    ? l10n.t('{0} is sent in a header, which holds ASCII characters only.', name)
    : undefined;

/** What keeps an operation from being run with an input, in words; values that nobody declared are refused too. */
export function problemsOf(operation: Operation, { values, body }: RunInput): readonly string[] {
  const asked = askedOf(operation);
  const known = new Set(asked.map(({ name }) => name));
  return [
    ...Object.keys(values)
      .filter((name) => !known.has(name))
      .map((name) => l10n.t('{0} takes no {1}.', operation.id, name)),
    ...asked.flatMap((one) => problemOf(one, values[one.name]) ?? []),
    ...(hasDocument(operation) && operation.body?.required && !body?.trim()
      ? [l10n.t('{0} needs a body.', operation.id)]
      : []),
  ];
}
