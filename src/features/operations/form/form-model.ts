import type { Field } from '../../../ory/operations/operation.ts';
import type { FormEntry } from '../../../ory/runner/run-form.ts';
import type { FieldKind, FieldOffer, FormField } from '../../../webviews/operation/contract.ts';

/**
 * A field as the form shows it. What a secret holds stays here.
 * @param taken key of the known secret that it holds
 */
export function formField(
  { asked: { name, field }, text, problem }: FormEntry,
  offers: readonly FieldOffer[],
  sayProblem: boolean,
  taken = '',
): FormField {
  const secret = field.secret === true;
  return {
    name,
    kind: kindOf(field),
    summary: field.summary,
    required: field.required,
    bounds: boundsOf(field),
    placeholder: placeholderOf(field),
    values: field.values ?? [],
    offers,
    text: secret ? '' : text,
    held: secret && text !== '',
    taken,
    problem: sayProblem ? (problem ?? '') : '',
  };
}

function kindOf({ type, values, secret }: Field): FieldKind {
  if (secret) return 'secret';
  switch (type) {
    case 'boolean':
      return 'flag';
    case 'integer':
      return 'number';
    case 'string[]':
      return values ? 'choices' : 'list';
    case 'string':
      return values ? 'choice' : 'text';
  }
}

function boundsOf({ type, minimum, maximum, secret }: Field): string {
  return [
    ...(secret ? ['secret'] : []),
    ...(type === 'integer' ? ['whole number'] : type === 'string[]' ? ['list'] : []),
    ...limits(minimum, maximum),
  ].join(', ');
}

function limits(minimum: number | undefined, maximum: number | undefined): string[] {
  if (minimum !== undefined && maximum !== undefined) return [`${minimum} to ${maximum}`];
  if (minimum !== undefined) return [`${minimum} at least`];
  return maximum === undefined ? [] : [`${maximum} at most`];
}

const placeholderOf = (field: Field): string =>
  field.default === undefined ? '' : `${field.default}, where nothing is given`;
