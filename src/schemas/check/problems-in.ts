import * as l10n from '@vscode/l10n';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { pointerOf } from '../../ory/json/pointer.ts';
import type { FieldProblem } from '../../kinds/save-error.ts';
import type { JsonSchema } from '../json-schema.ts';

/** Compiled schemas by their text, the latest last. */
const compiled = new Map<string, ValidateFunction | undefined>();
const AT_MOST = 12;

/** Where a value does not follow a schema. @param others schemas that it refers to, by their addresses */
export function problemsIn(
  schema: JsonSchema,
  others: ReadonlyMap<string, JsonSchema>,
  value: unknown,
): readonly FieldProblem[] {
  const validate = validatorOf(schema, others);
  if (!validate || validate(value)) return [];
  const errors = validate.errors ?? [];
  return errors.filter((error) => isTelling(error, errors)).map(problemOf);
}

function validatorOf(
  schema: JsonSchema,
  others: ReadonlyMap<string, JsonSchema>,
): ValidateFunction | undefined {
  const key = JSON.stringify([schema, ...others]);
  if (!compiled.has(key)) {
    const oldest = compiled.size < AT_MOST ? undefined : compiled.keys().next().value;
    if (oldest !== undefined) compiled.delete(oldest);
    compiled.set(key, compile(schema, others));
  }
  return compiled.get(key);
}

/** Identity schemas are anybody's, and of any draft: those that can't be compiled are left to the server. */
function compile(schema: JsonSchema, others: ReadonlyMap<string, JsonSchema>): ValidateFunction | undefined {
  return (
    tryToCompile(schema, others) ??
    tryToCompile(schema, new Map([...others].map(([at, other]) => [at, tryToCompile(other) ? other : {}])))
  );
}

function tryToCompile(
  schema: JsonSchema,
  others: ReadonlyMap<string, JsonSchema> = new Map(),
): ValidateFunction | undefined {
  try {
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      verbose: true,
      // Servers read formats in their own ways: an address that they take may look wrong here.
      validateFormats: false,
      validateSchema: false,
      // Servers count in decimal fractions, of which 19.99 is a multiple of 0.01.
      multipleOfPrecision: 9,
      logger: false,
    });
    for (const [address, other] of others) ajv.addSchema(withTraits(other), address);
    return ajv.compile(schema);
  } catch {
    return undefined;
  }
}

/** What refers to the traits of a schema finds them, even where there are none. */
const withTraits = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  properties: { traits: {}, ...schema.properties },
});

/** Not those that only say that something within was wrong, and not those of branches where any may fail. */
function isTelling(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword === 'if') return false;
  return !all.some(
    ({ keyword, schemaPath, instancePath }) =>
      (keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'not') &&
      error.schemaPath.startsWith(`${schemaPath}/`) &&
      error.instancePath.startsWith(instancePath),
  );
}

function problemOf(error: ErrorObject): FieldProblem {
  const { instancePath, keyword, params, parentSchema } = error;
  const extra: unknown = (params as { additionalProperty?: unknown }).additionalProperty;
  const pointer = typeof extra === 'string' ? instancePath + pointerOf([extra]) : instancePath;
  const said = (parentSchema as JsonSchema | undefined)?.errorMessage;
  const values: unknown = (params as { allowedValues?: unknown }).allowedValues;
  if (said !== undefined && keyword !== 'required') return { pointer, message: said };
  if (typeof extra === 'string') return { pointer, message: l10n.t('“{0}” is not allowed here.', extra) };
  if (Array.isArray(values)) {
    // Null and an empty text stand for nothing.
    const names = values.filter((value) => value !== null && value !== '').map(String);
    return { pointer, message: l10n.t('It must be one of: {0}.', names.join(', ')) };
  }
  return { pointer, message: `It ${typeWords(error) ?? error.message ?? l10n.t('is not allowed')}.` };
}

/** Null is never meant: where it is allowed, it counts as absent. */
function typeWords({ keyword, params }: ErrorObject): string | undefined {
  const { type } = params as { type?: string | readonly string[] };
  if (keyword !== 'type' || type === undefined) return undefined;
  const named = [type].flat().filter((name) => name !== 'null');
  return l10n.t('must be {0}', named.join(' or '));
}
