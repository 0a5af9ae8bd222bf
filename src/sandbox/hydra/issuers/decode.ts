import { HydraError } from '../http/errors.ts';
import { readFirstJson } from '../../json/read.ts';
import { isObject, kindOf } from '../../json/values.ts';
import { member } from '../http/body.ts';
import { decodeKey } from '../keys/decode.ts';
import { kidOf, type Jwk } from '../keys/jwk.ts';
import { parseTime, roundToSecond } from '../time.ts';

export interface IssuerRequest {
  readonly issuer: string;
  readonly subject: string;
  readonly anySubject: boolean;
  readonly scope: readonly string[] | null;
  readonly expiresAt: string;
  readonly key: Jwk;
}

/**
 * Reads the request to trust an issuer.
 * @throws HydraError 400 when it cannot be read or lacks something.
 */
export function decodeIssuer(text: string): IssuerRequest {
  const body = readBody(text);
  const issuer = typed('string', body, 'issuer') ?? '';
  const subject = typed('string', body, 'subject') ?? '';
  const anySubject = typed('bool', body, 'allow_any_subject') ?? false;
  const scope = (typed('array', body, 'scope') ?? null)?.map((one) => {
    if (typeof one !== 'string') throw unreadable('Field scope must be a list of texts.');
    return one;
  });
  const expires = typed('string', body, 'expires_at');
  const expiresAt = expires === undefined ? undefined : parseTime(expires);
  if (expires !== undefined && expiresAt === undefined)
    throw unreadable('Field expires_at must be a time (RFC 3339).');
  const sentKey = member(body, 'jwk');
  const key = sentKey === undefined ? undefined : readKey(sentKey);
  if (issuer === '') throw missing('Field issuer is missing.');
  if (subject === '' && !anySubject) throw missing('Either subject or allow_any_subject has to be set.');
  if (subject !== '' && anySubject) throw missing('Only one of subject and allow_any_subject can be set.');
  // The zero time of Go is as good as none.
  if (expiresAt === undefined || expires?.startsWith('0001-01-01T00:00:00Z'))
    throw missing('Field expires_at is missing.');
  if (key === undefined || kidOf(key) === '') throw missing('Field jwk must hold a key with a kid.');
  return { issuer, subject, anySubject, scope: scope ?? null, expiresAt: roundToSecond(expiresAt), key };
}

function readBody(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = readFirstJson(text);
  } catch (error) {
    throw unreadable(`The body could not be decoded: ${(error as Error).message}.`);
  }
  if (body === null) return {};
  if (!isObject(body)) throw unreadable('The body must be an object.');
  return body;
}

function readKey(value: unknown): Jwk {
  try {
    return decodeKey(value);
  } catch (error) {
    throw unreadable((error as Error).message);
  }
}

interface Types {
  string: string;
  bool: boolean;
  array: unknown[];
}

function typed<K extends keyof Types>(
  kind: K,
  body: Record<string, unknown>,
  name: string,
): Types[K] | undefined {
  const value = member(body, name) ?? undefined;
  if (value !== undefined && kindOf(value) !== kind)
    throw unreadable(`Field ${name} must be of type ${kind}.`);
  return value as Types[K] | undefined;
}

/** This endpoint has no name for a body that it cannot read. */
const unreadable = (why: string): HydraError => new HydraError(400, 'error', why);
const missing = (why: string): HydraError => new HydraError(400, 'missing_required_parameter', why);
