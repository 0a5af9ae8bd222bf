import { at, type JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { badRequest } from '../http/errors.ts';
import { newId } from '../http/uuid.ts';
import { follow } from './derive.ts';
import { importCredentials } from './import-credentials.ts';
import type { Address, Identity, VerifiableAddress } from './model.ts';
import { requireRegion } from './region.ts';

/** The state that a body names; throws a 400 for one that does not exist. */
export function stateOf(value: unknown): Identity['state'] | undefined {
  if (value === undefined || value === '') return undefined;
  if (value === 'active' || value === 'inactive') return value;
  throw badRequest('identity state is not valid');
}

/** Makes a new identity of a decoded create body. Throws a KratosError (400). */
export function buildIdentity(kratos: KratosContext, body: JsonObject): Identity {
  const state = stateOf(body.state) ?? 'active';
  requireRegion(body);
  const state_changed_at = kratos.now();
  const id = newId();
  const imported = importCredentials(
    { id, credentials: {} },
    body.credentials,
    kratos.settings.bcryptCost,
    kratos.now,
  );
  const schema_id = textOr(body.schema_id, kratos.settings.defaultSchemaId);
  const traits = body.traits === undefined ? {} : body.traits;
  const derived = kratos.schemas.judge(schema_id, traits);
  const created_at = kratos.now();
  const before = {
    credentials: imported,
    verifiable_addresses: listOf(body.verifiable_addresses).map((given) =>
      givenVerifiable(given, created_at),
    ),
    recovery_addresses: listOf(body.recovery_addresses).map((given) => givenAddress(given, created_at)),
  };
  const organization = body.organization_id;
  const external = body.external_id;
  return {
    id,
    external_id: typeof external === 'string' && external !== '' ? external : undefined,
    schema_id,
    state,
    state_changed_at,
    traits,
    ...follow(before, derived, kratos.now),
    metadata_public: body.metadata_public ?? null,
    metadata_admin: body.metadata_admin ?? null,
    created_at,
    updated_at: created_at,
    organization_id: typeof organization === 'string' ? organization : null,
  };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function givenAddress(given: unknown, created: string): Address {
  return {
    id: newId(),
    value: textOr(at(given, 'value'), '').trim().toLowerCase(),
    via: textOr(at(given, 'via'), 'email'),
    created_at: created,
    updated_at: created,
  };
}

function givenVerifiable(given: unknown, created: string): VerifiableAddress {
  const verified = at(given, 'verified') === true;
  const time = at(given, 'verified_at');
  return {
    ...givenAddress(given, created),
    verified,
    status: textOr(at(given, 'status'), verified ? 'completed' : 'pending'),
    verified_at: typeof time === 'string' ? time : verified ? created : undefined,
  };
}
