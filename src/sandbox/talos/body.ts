import { isIP } from 'node:net';
import type { SandboxRequest } from '../http/service.ts';
import { JsonSyntaxError, readJson } from '../json/read.ts';
import { isObject, wordOf, type JsonObject } from '../json/values.ts';
import { writeJson } from '../json/write.ts';
import { badRequest } from './errors.ts';
import { REASONS, type KeyFields, type Reason, type Visibility } from './model.ts';

const METADATA_LIMIT = 4096;

/** The JSON object of a request, with members of these names only. Throws a TalosError. */
export function readBody(request: SandboxRequest, names: readonly string[]): JsonObject {
  let body: unknown;
  try {
    body = readJson(request.body.toString('utf8'));
  } catch (cause) {
    if (!(cause instanceof JsonSyntaxError)) throw cause;
    throw badRequest(`proto: syntax error: ${cause.message}`);
  }
  return knownOnly(body, names);
}

/** Protobuf's JSON takes no member that it doesn't know. Throws a TalosError. */
export function knownOnly(value: unknown, names: readonly string[]): JsonObject {
  if (!isObject(value)) throw badRequest('proto: syntax error: unexpected token, an object is needed');
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) throw badRequest(`proto: unknown field ${JSON.stringify(unknown)}`);
  return value;
}

/** A text of the body; empty where it is missing. */
export function textOf(body: JsonObject, name: string): string {
  const value = body[name] ?? '';
  if (typeof value !== 'string') throw badRequest(`${name} must be a text.`);
  return value;
}

export function requiredText(body: JsonObject, name: string): string {
  const value = textOf(body, name);
  if (value.trim() === '') throw badRequest(`validation error: ${name}: value is required`);
  return value;
}

/** A list of texts; undefined where it is missing. */
export function textsOf(body: JsonObject, name: string): readonly string[] | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((one): one is string => typeof one === 'string'))
    throw badRequest(`${name} must be a list of texts.`);
  return value;
}

/** The changeable fields that a body has: what is absent is absent. Throws a TalosError. */
export function readFields(body: JsonObject): Partial<KeyFields> {
  const scopes = textsOf(body, 'scopes');
  const metadata = metadataOf(body.metadata ?? undefined);
  const rate = rateOf(body.rate_limit_policy ?? undefined);
  const addresses = addressesOf(body.ip_restriction ?? undefined);
  return {
    ...(typeof body.name === 'string' ? { name: body.name } : {}),
    ...(scopes ? { scopes } : {}),
    ...(metadata ? { metadata } : {}),
    ...(rate ? { rate_limit_policy: rate } : {}),
    ...(addresses ? { ip_restriction: { allowed_cidrs: addresses } } : {}),
  };
}

function metadataOf(value: unknown): JsonObject | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) throw badRequest('metadata must be an object.');
  if (writeJson(value).length > METADATA_LIMIT) throw badRequest('metadata is larger than 4 KB.');
  return value;
}

function rateOf(value: unknown): JsonObject | undefined {
  if (value === undefined) return undefined;
  const { quota, window, unit } = knownOnly(value, ['quota', 'unit', 'window']);
  const amount = quota === undefined ? '0' : wordOf(quota);
  if (!/^\d{1,18}$/.test(amount)) throw badRequest('rate_limit_policy.quota must be a whole number.');
  if (window !== undefined && !(typeof window === 'string' && /^\d+(\.\d+)?s$/.test(window)))
    throw badRequest('rate_limit_policy.window must be a duration such as 60s.');
  // 64 bits are a text in protobuf's JSON.
  return { quota: amount, ...(window ? { window } : {}), unit: typeof unit === 'string' ? unit : 'requests' };
}

function addressesOf(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const ranges = textsOf(knownOnly(value, ['allowed_cidrs']), 'allowed_cidrs') ?? [];
  const wrong = ranges.find((range) => !isRange(range));
  if (wrong !== undefined) throw badRequest(`invalid CIDR in ip_restriction: ${JSON.stringify(wrong)}`);
  return ranges;
}

function isRange(range: string): boolean {
  const [address = '', bits = '', ...rest] = range.split('/');
  const family = isIP(address);
  return (
    rest.length === 0 && family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
  );
}

export function visibilityOf(body: JsonObject): Visibility | undefined {
  switch (body.visibility ?? 'KEY_VISIBILITY_UNSPECIFIED') {
    case 'KEY_VISIBILITY_UNSPECIFIED':
      return undefined;
    case 'KEY_VISIBILITY_SECRET':
      return 'KEY_VISIBILITY_SECRET';
    case 'KEY_VISIBILITY_PUBLIC':
      return 'KEY_VISIBILITY_PUBLIC';
    default:
      throw badRequest('proto: invalid value for enum field visibility');
  }
}

/** Why a key is revoked. Throws a TalosError where no reason is given. */
export function reasonOf(body: JsonObject): Reason {
  const known = REASONS.find((one) => one === body.reason);
  if (known) return known;
  if (body.reason === undefined || body.reason === 'REVOCATION_REASON_UNSPECIFIED')
    throw badRequest('validation error: reason: value is required');
  throw badRequest('proto: invalid value for enum field reason');
}
