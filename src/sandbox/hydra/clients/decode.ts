import { formatDuration, parseDuration } from '../durations.ts';
import { member } from '../http/body.ts';
import { malformed } from '../http/errors.ts';
import { RawNumber } from '../../json/raw-number.ts';
import { isObject, kindOf } from '../../json/values.ts';
import { decodeKeySet } from '../keys/decode.ts';
import { parseTime } from '../time.ts';
import { FIELDS, LIFESPANS, type FieldKind } from './fields.ts';
import type { ClientData } from './model.ts';

/**
 * Reads a client from a decoded body; unknown fields are dropped, null is as good as absent.
 * @throws HydraError 400 when a field has the wrong type.
 */
export function decodeClient(body: Record<string, unknown>): ClientData {
  return decode(body, FIELDS);
}

/** Reads the token lifespans only; everything else in the body is ignored. */
export function decodeLifespans(body: Record<string, unknown>): ClientData {
  return decode(
    body,
    LIFESPANS.map((name) => ({ name, kind: 'duration' as const })),
  );
}

function decode(
  body: Record<string, unknown>,
  fields: readonly { name: string; kind: FieldKind }[],
): ClientData {
  const read = fields.map(({ name, kind }) => [name, readers[kind](member(body, name), name)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

type Reader = (value: unknown, name: string) => unknown;

const readers: Readonly<Record<FieldKind, Reader>> = {
  text: (value, name) => expect('string', value, name),
  flag: (value, name) => expect('bool', value, name),
  'optional-flag': (value, name) => expect('bool', value, name),
  number: (value, name) => {
    if (value instanceof RawNumber || (typeof value === 'number' && !Number.isInteger(value)))
      throw malformed(`Field ${name} must be a whole number.`);
    return expect('number', value, name);
  },
  list: (value, name) => {
    const list = expect('array', value, name) as unknown[] | undefined;
    return list?.map((one) => expect('string', one, name) ?? '');
  },
  json: (value) => value,
  keys: (value, name) => {
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) throw malformed(`Field ${name} must be a set of keys.`);
    return decodeKeySet(value);
  },
  time: (value, name) => {
    const text = expect('string', value, name) as string | undefined;
    if (text !== undefined && parseTime(text) === undefined)
      throw malformed(`Field ${name} must be a time (RFC 3339).`);
    return text;
  },
  duration: (value, name) => {
    const text = expect('string', value, name) as string | undefined;
    if (text === undefined) return undefined;
    const parsed = parseDuration(text);
    if (parsed === undefined) throw malformed(`Field ${name} must be a duration such as 1h30m.`);
    return formatDuration(parsed);
  },
};

function expect(kind: string, value: unknown, name: string): unknown {
  if (value === undefined || value === null) return undefined;
  if (kindOf(value) !== kind) throw malformed(`Field ${name} must be of type ${kind}, not ${kindOf(value)}.`);
  return value;
}
