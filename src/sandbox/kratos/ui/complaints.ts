import type { ErrorObject } from 'ajv';
import { sayWhat, typeName } from '../schemas/complaint.ts';
import { say, type UiMessage } from './messages.ts';

/** A message and the field that it belongs to; '' is the form itself. */
export interface Complaint {
  readonly field: string;
  readonly message: UiMessage;
}

/** What a schema found wrong, as messages at the fields of a form. `prefix` is where the instance stands (`traits`). */
export function complaints(errors: readonly ErrorObject[], prefix = ''): readonly Complaint[] {
  const real = inOrder(errors.filter(({ keyword }) => !['if', 'allOf', '$ref'].includes(keyword)));
  const extra = real.filter(({ keyword }) => keyword === 'additionalProperties');
  return real.flatMap((error): readonly Complaint[] => {
    const field = fieldOf(error, prefix);
    if (error.keyword !== 'additionalProperties') return [{ field, message: translate(error) }];
    // All that is too much in one place is said in one message.
    const here = extra.filter(({ instancePath }) => instancePath === error.instancePath);
    if (here[0] !== error) return [];
    const names = here.map(({ params }) => JSON.stringify(params.additionalProperty)).join(', ');
    return [{ field, message: say('invalid', { reason: `additionalProperties ${names} not allowed` }) }];
  });
}

/** The order in which the server looks at one value. */
const KEYWORDS = ['type', 'const', 'enum', 'format', 'minLength', 'maxLength', 'pattern'];

function inOrder(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const place = ({ keyword }: ErrorObject) => {
    const at = KEYWORDS.indexOf(keyword);
    return at < 0 ? KEYWORDS.length : at;
  };
  const paths = [...new Set(errors.map(({ instancePath }) => instancePath))];
  return paths.flatMap((path) =>
    errors.filter(({ instancePath }) => instancePath === path).sort((a, b) => place(a) - place(b)),
  );
}

function fieldOf(error: ErrorObject, prefix: string): string {
  const path = `${prefix}${error.instancePath}`.split('/').filter((step) => step !== '');
  const missing = error.keyword === 'required' ? [String(error.params.missingProperty)] : [];
  return [...path, ...missing].map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~')).join('.');
}

function translate(error: ErrorObject): UiMessage {
  const params = error.params as Record<string, unknown>;
  const { data } = error;
  const length = String(data).length;
  const count = Array.isArray(data) ? data.length : 0;
  switch (error.keyword) {
    case 'required':
      return say('missing', { property: params.missingProperty });
    case 'minLength':
      return say('tooShort', { min_length: params.limit, actual_length: length });
    case 'maxLength':
      return say('tooLong', { max_length: params.limit, actual_length: length });
    case 'pattern':
      return say('badFormat', { pattern: params.pattern });
    case 'minimum':
      return say('belowMinimum', { minimum: params.limit, actual: data });
    case 'exclusiveMinimum':
      return say('notAboveMinimum', { minimum: params.limit, actual: data });
    case 'maximum':
      return say('aboveMaximum', { maximum: params.limit, actual: data });
    case 'exclusiveMaximum':
      return say('notBelowMaximum', { maximum: params.limit, actual: data });
    case 'multipleOf':
      return say('noMultiple', { base: params.multipleOf, actual: data });
    case 'maxItems':
      return say('tooManyItems', { max_items: params.limit, actual_items: count });
    case 'minItems':
      return say('tooFewItems', { min_items: params.limit, actual_items: count });
    case 'uniqueItems':
      return say('repeatedItems', { index_a: params.j, index_b: params.i });
    case 'type':
      return say('wrongType', { allowed_types: [params.type].flat(), actual_type: typeName(data) });
    case 'const':
      return say('notConstant', { expected: JSON.stringify(params.allowedValue) });
    case 'format':
      if (params.format === 'email') return say('badEmail', { value: data });
      if (params.format === 'tel') return say('badPhone', { value: data });
      return say('invalid', { reason: sayWhat(error) });
    default:
      return say('invalid', { reason: sayWhat(error) });
  }
}
