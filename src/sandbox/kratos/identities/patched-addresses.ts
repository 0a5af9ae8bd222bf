import { at, type JsonObject } from '../../json/values.ts';
import { DecodeError, decodeField, type Field } from '../http/decode.ts';
import { NIL_UUID } from '../http/uuid.ts';
import { ADDRESSES } from './fields.ts';
import type { Address, Identity, VerifiableAddress } from './model.ts';

/** What a moment is where none is given. */
const NEVER = '0001-01-01T00:00:00Z';

/**
 * The addresses that a patch left, read as the servers read them: members of other names are dropped, null and what is
 * absent are nothing, and values of other types are refused.
 * @param now the moment since when an address is verified that lacks one
 * @throws {DecodeError}
 */
export function patchedAddresses(
  document: JsonObject,
  now: string,
): Pick<Identity, 'verifiable_addresses' | 'recovery_addresses'> {
  return {
    verifiable_addresses: decoded(document, 'verifiable_addresses', ADDRESSES.verifiable).map((given) =>
      verifiable(given, now),
    ),
    recovery_addresses: decoded(document, 'recovery_addresses', ADDRESSES.recovery).map(address),
  };
}

function decoded(document: JsonObject, name: string, field: Field): readonly unknown[] {
  const value = document[name] ?? [];
  const list = decodeField(value, field, false, `Identity.${name}`);
  if (!Array.isArray(list)) throw new DecodeError(`json: cannot unmarshal ${name}`);
  return list as unknown[];
}

const textAt = (given: unknown, name: string, otherwise = ''): string => {
  const value = at(given, name);
  return typeof value === 'string' ? value : otherwise;
};

const address = (given: unknown): Address => ({
  id: textAt(given, 'id', NIL_UUID),
  value: textAt(given, 'value'),
  via: textAt(given, 'via'),
  created_at: textAt(given, 'created_at', NEVER),
  updated_at: textAt(given, 'updated_at', NEVER),
});

function verifiable(given: unknown, now: string): VerifiableAddress {
  const verified = at(given, 'verified') === true;
  const since = textAt(given, 'verified_at');
  return {
    ...address(given),
    verified,
    status: textAt(given, 'status') || (verified ? 'completed' : 'pending'),
    // A verified address has a moment since when, and no other has one.
    verified_at: verified ? since || now : undefined,
  };
}
