import type { ValidateFunction } from 'ajv';
import { JsonSyntaxError, readJson } from '../../json/read.ts';
import { withPlainNumbers } from '../../json/raw-number.ts';
import { at, isObject, type JsonObject } from '../../json/values.ts';
import { KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { compileSchema } from '../schemas/compile.ts';
import { schemaPaths, type SchemaPath } from '../schemas/paths.ts';
import { complaints, type Complaint } from '../ui/complaints.ts';
import { readSubmitted, type Reading, type Submitted } from './values.ts';

/** What was sent, with the types that a schema gives it, and what the schema finds wrong with it. */
export interface Body {
  readonly fields: JsonObject;
  readonly complaints: readonly Complaint[];
}

/** Fields that every submission may carry. */
const COMMON: JsonObject = {
  csrf_token: { type: 'string' },
  method: { type: 'string' },
  transient_payload: { type: 'object', additionalProperties: true },
};

/** What a method takes: a JSON schema over the common fields. Compiled when it is first needed. */
export class BodyForm {
  private readonly schema: JsonObject;
  private compiled:
    { readonly validate: ValidateFunction; readonly paths: readonly SchemaPath[] } | undefined;

  /** `rules` are keywords of JSON schema (`required`, `if`, …); `outer` holds what references point to. */
  constructor(properties: JsonObject, rules: JsonObject = {}, outer: JsonObject = {}) {
    this.schema = { ...outer, type: 'object', ...rules, properties: { ...COMMON, ...properties } };
  }

  /** Reads a submission. Throws a KratosError (400) when it cannot be read at all. */
  read(ex: Exchange, reading?: Reading): Body {
    return this.type(readSubmitted(ex, reading));
  }

  /** Gives what was submitted its types, and checks it. */
  type(submitted: Submitted): Body {
    this.compiled ??= { validate: compileSchema(this.schema), paths: schemaPaths(this.schema) };
    const { validate, paths } = this.compiled;
    const fields = typed(submitted, paths);
    const faults = validate(withPlainNumbers(fields)) ? [] : (validate.errors ?? []);
    return { fields, complaints: complaints(faults) };
  }
}

/** The method that a submission names, '' when it names none. Throws a KratosError (400). */
export function methodOf(ex: Exchange): string {
  return readSubmitted(ex, ANY).values.get('method')?.[0] ?? '';
}

/** To learn which method is meant, every way to submit will do. */
export const ANY: Reading = { methods: ['POST', 'PUT', 'PATCH', 'GET'] };

export const textAt = (fields: JsonObject, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

function typed({ values, isForm }: Submitted, paths: readonly SchemaPath[]): JsonObject {
  const fields: JsonObject = {};
  const known = paths.filter(({ name }) => values.has(name));
  // What stands inside comes after what holds it.
  for (const path of [...known].sort((a, b) => a.name.length - b.name.length)) {
    const value = typedValue(values.get(path.name) ?? [], path, isForm);
    if (value !== undefined) put(fields, path.name.split('.'), value);
  }
  for (const { name, isJson } of paths) {
    const steps = name.split('.');
    if (isJson && at(fields, ...steps) === undefined) put(fields, steps, {});
  }
  return fields;
}

function typedValue(texts: readonly string[], path: SchemaPath, isForm: boolean): unknown {
  const [first = ''] = texts;
  switch (path.type) {
    case 'boolean': {
      // Of a checkbox and the hidden field before it, the last one counts.
      const text = texts.at(-1) ?? '';
      if (text === '') return path.required ? false : undefined;
      return /^(1|t|true)$/i.test(text) ? true : /^(0|f|false)$/i.test(text) ? false : text;
    }
    case 'number':
    case 'integer':
      if (first === '') return path.required ? 0 : undefined;
      return Number.isNaN(Number(first)) ? first : readJson(String(Number(first)));
    case 'array':
      return path.isJson ? undefined : texts.map((text) => listItem(text, path.itemType));
    case 'object':
      return first === '' ? undefined : parsed(first, isForm);
    default:
      return first === '' ? undefined : first;
  }
}

function listItem(text: string, type: string): unknown {
  if (type === 'number' || type === 'integer') return Number.isNaN(Number(text)) ? text : Number(text);
  return type === 'boolean' && /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
}

function parsed(text: string, isForm: boolean): unknown {
  try {
    return readJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonSyntaxError)) throw cause;
    if (isForm)
      throw new KratosError({ code: 400, reason: `Unable to decode JSON payload: ${cause.message}` });
    throw new KratosError({ code: 500, message: cause.message }, 400);
  }
}

function put(target: JsonObject, steps: readonly string[], value: unknown): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  const inner = target[step];
  const next: unknown = rest.length === 0 ? value : isObject(inner) ? inner : {};
  Object.defineProperty(target, step, { value: next, enumerable: true, writable: true, configurable: true });
  if (rest.length > 0 && isObject(next)) put(next, rest, value);
}
