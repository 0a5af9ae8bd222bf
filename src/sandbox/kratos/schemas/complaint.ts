import type { ErrorObject } from 'ajv';

/**
 * Says what is wrong with an instance in the form that Kratos uses: `I[#/where] S[#/rule] what`, one line for one
 * fault, else a headline and a line for each.
 */
export function complaint(errors: readonly ErrorObject[]): string {
  const real = errors.filter(({ keyword }) => !['if', 'allOf', '$ref'].includes(keyword));
  const lines = real.map((error) => `I[#${error.instancePath}] S[${error.schemaPath}] ${sayWhat(error)}`);
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return only;
  return ['I[#/traits] S[#/properties/traits] validation failed', ...lines.map((line) => `  ${line}`)].join(
    '\n',
  );
}

/** What is wrong in one place, in the words of the library that Kratos validates with. */
export function sayWhat(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  const quoted = (value: unknown) => JSON.stringify(value);
  switch (error.keyword) {
    case 'required':
      return `missing properties: ${quoted(params.missingProperty)}`;
    case 'type':
      return `expected ${[params.type].flat().join(' or ')}, but got ${typeName(error.data)}`;
    case 'additionalProperties':
      return `additionalProperties ${quoted(params.additionalProperty)} not allowed`;
    case 'enum':
      return `value must be one of ${(params.allowedValues as unknown[]).map(quoted).join(', ')}`;
    case 'format':
      return `${quoted(error.data)} is not valid ${quoted(params.format)}`;
    case 'pattern':
      return `does not match pattern ${quoted(params.pattern)}`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `must be ${String(params.comparison)} ${String(params.limit)} but found ${String(error.data)}`;
    case 'minLength':
      return `length must be >= ${String(params.limit)}, but got ${String(error.data).length}`;
    case 'maxLength':
      return `length must be <= ${String(params.limit)}, but got ${String(error.data).length}`;
    default:
      return error.message ?? 'is not valid';
  }
}

export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
