import { isObject, kindOf, type JsonObject } from '../../json/values.ts';
import { JsonSyntaxError, readFirstJson } from '../../json/read.ts';
import { asUuid, uuidComplaint } from './uuid.ts';

/** A body that cannot be decoded, in the decoder's words. */
export class DecodeError extends Error {}

/**
 * What a field may hold. `any` takes everything; `null` is taken everywhere and means absent.
 * `go` is the type's name on the server, which its messages quote.
 */
export type Field =
  | { readonly kind: 'any' }
  | { readonly kind: 'string' | 'bool' | 'uuid' | 'time'; readonly go: string }
  | { readonly kind: 'object'; readonly go: string; readonly fields: Fields }
  | { readonly kind: 'list'; readonly go: string; readonly item: Field };
export type Fields = Readonly<Record<string, Field>>;

export interface Decoding {
  /** The server's name of the type, as its messages quote it. */
  readonly go: string;
  readonly fields: Fields;
  /** Refuse fields that the type does not have. */
  readonly strict: boolean;
}

/**
 * Decodes the first JSON value of a body as the servers do: field names in any letter case, `null` is nothing,
 * what follows the value is ignored. Throws a DecodeError.
 */
export function decodeBody(body: Buffer, how: Decoding): JsonObject {
  let value: unknown;
  try {
    value = readFirstJson(body.toString('utf8'));
  } catch (cause) {
    if (cause instanceof JsonSyntaxError) throw new DecodeError(cause.message);
    throw cause;
  }
  if (value === null) return {};
  if (!isObject(value)) {
    throw new DecodeError(`json: cannot unmarshal ${kindOf(value)} into Go value of type ${how.go}`);
  }
  return decodeObject(value, how, how.go.replace(/^.*\./, ''));
}

function decodeObject(value: JsonObject, how: Omit<Decoding, 'go'>, path: string): JsonObject {
  const out: JsonObject = {};
  const names = new Map(Object.keys(how.fields).map((name) => [name.toLowerCase(), name]));
  for (const [key, inner] of Object.entries(value)) {
    const name = names.get(key.toLowerCase());
    const field = name === undefined ? undefined : how.fields[name];
    if (name === undefined || field === undefined) {
      if (how.strict) throw new DecodeError(`json: unknown field ${JSON.stringify(key)}`);
      continue;
    }
    if (inner === null && field.kind !== 'any') continue;
    out[name] = decodeField(inner, field, how.strict, `${path}.${name}`);
  }
  return out;
}

/** A moment as RFC 3339 has it. */
export const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,20})?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));

/** Decodes one value of a field. @throws {DecodeError} */
export function decodeField(value: unknown, field: Field, strict: boolean, path: string): unknown {
  const wrong = () =>
    new DecodeError(
      `json: cannot unmarshal ${kindOf(value)} into Go struct field ${path} of type ${'go' in field ? field.go : ''}`,
    );
  switch (field.kind) {
    case 'any':
      return value;
    case 'string':
      if (typeof value !== 'string') throw wrong();
      return value;
    case 'bool':
      if (typeof value !== 'boolean') throw wrong();
      return value;
    case 'uuid': {
      if (typeof value !== 'string') throw wrong();
      const id = asUuid(value);
      if (id === undefined) throw new DecodeError(uuidComplaint(value));
      return id;
    }
    case 'time':
      if (typeof value !== 'string') throw new DecodeError('Time.UnmarshalJSON: input is not a JSON string');
      if (!isTime(value))
        throw new DecodeError(`parsing time ${JSON.stringify(value)} as RFC 3339: cannot parse`);
      return value;
    case 'object':
      if (!isObject(value)) throw wrong();
      return decodeObject(value, { fields: field.fields, strict }, path);
    case 'list':
      if (!Array.isArray(value)) throw wrong();
      return value.map((item: unknown) =>
        item === null ? null : decodeField(item, field.item, strict, path),
      );
  }
}
