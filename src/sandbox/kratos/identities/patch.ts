import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { at, isObject, kindOf, objectOr, type JsonObject } from '../../json/values.ts';
import { applyPatch, PatchError } from '../../json/patch.ts';
import type { KratosContext } from '../context.ts';
import { DecodeError } from '../http/decode.ts';
import { badRequest, KratosError, taken } from '../http/errors.ts';
import { follow, stored } from './derive.ts';
import { CREDENTIAL_TYPES, type Credential, type Identity } from './model.ts';
import { patchedAddresses } from './patched-addresses.ts';
import { presentIdentity, schemaUrl, VIEWS } from './present.ts';
import { requireIdentity } from './read.ts';

/** Closed paths; what lies below them is open on the real server, too. */
const DENIED = ['/id', '/statechangedat', '/credentials'];

/** PATCH /admin/identities/{id}: a JSON Patch on the identity as the server keeps it, secrets included. */
export function patchIdentity(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const before = requireIdentity(kratos, request.params.id ?? '');
  const url = schemaUrl(kratos.settings.publicUrl(), before.schema_id);
  const view = { ...VIEWS.read, credentials: new Set(CREDENTIAL_TYPES), schemaUrl: url };
  const document = objectOr(patched(presentIdentity(before, view), request.body.toString('utf8')));
  const wanted = toIdentity(document, before, kratos.now());
  const derived = kratos.schemas.judge(wanted.schema_id, wanted.traits);
  const after: Identity = {
    ...wanted,
    state_changed_at: wanted.state === before.state ? wanted.state_changed_at : kratos.now(),
    ...follow(wanted, derived, kratos.now),
    updated_at: kratos.now(),
  };
  if (kratos.identities.conflicts(after)) throw taken();
  const kept = stored(after);
  kratos.identities.put(kept);
  const shown = {
    ...VIEWS.read,
    schemaUrl: typeof document.schema_url === 'string' ? document.schema_url : url,
  };
  const answer = presentIdentity(kept, shown);
  if (!('metadata_admin' in document)) Reflect.deleteProperty(answer, 'metadata_admin');
  return json(200, answer);
}

function patched(document: JsonObject, patch: string): unknown {
  try {
    return applyPatch(document, patch, DENIED);
  } catch (cause) {
    if (!(cause instanceof PatchError)) throw cause;
    const reason = cause.unreadable ? 'failed to unmarshal JSON patch' : 'failed to apply JSON patch';
    throw new KratosError({ code: 400, reason, message: cause.message });
  }
}

/** Reads the patched document back; fields that an identity does not have are dropped. Throws a KratosError (400). */
function toIdentity(document: JsonObject, before: Identity, now: string): Identity {
  const text = (name: string, otherwise: string): string => {
    const value = document[name];
    if (value === undefined || value === null) return otherwise;
    if (typeof value === 'string') return value;
    throw misfit(
      `json: cannot unmarshal ${kindOf(value)} into Go struct field Identity.${name} of type string`,
    );
  };
  const time = (name: 'created_at' | 'state_changed_at'): string => {
    const value = text(name, before[name]);
    if (!Number.isNaN(Date.parse(value)) && /^\d{4}-\d\d-\d\dT/.test(value)) return value;
    throw misfit(`parsing time ${JSON.stringify(value)} as "2006-01-02T15:04:05Z07:00": cannot parse`);
  };
  const state = text('state', '');
  if (state !== 'active' && state !== 'inactive') {
    throw new KratosError({
      code: 400,
      reason: `The state '${state}' does not exist: it is 'active' or 'inactive'.`,
      message: 'identity state is not valid',
    });
  }
  const external = text('external_id', '');
  const organization = text('organization_id', '');
  return {
    ...before,
    external_id: external === '' ? undefined : external,
    schema_id: text('schema_id', before.schema_id),
    state,
    state_changed_at: time('state_changed_at'),
    traits: document.traits === undefined ? {} : document.traits,
    ...addresses(document, now),
    metadata_public: document.metadata_public ?? null,
    metadata_admin: document.metadata_admin ?? null,
    created_at: time('created_at'),
    organization_id: organization === '' ? null : organization,
    credentials: toCredentials(document.credentials, before),
  };
}

function addresses(document: JsonObject, now: string): ReturnType<typeof patchedAddresses> {
  try {
    return patchedAddresses(document, now);
  } catch (cause) {
    if (cause instanceof DecodeError) throw misfit(cause.message);
    throw cause;
  }
}

function toCredentials(value: unknown, before: Identity): Identity['credentials'] {
  return Object.fromEntries(
    Object.entries(objectOr(value)).flatMap(([type, given]) => {
      requireType(type, given);
      const base: Credential = before.credentials[type] ?? {
        type,
        identifiers: [],
        config: {},
        version: 0,
        created_at: before.updated_at,
        updated_at: before.updated_at,
      };
      if (!CREDENTIAL_TYPES.includes(type) || !isObject(given)) return [];
      const identifiers = listOf(at(given, 'identifiers')).map(String);
      return [
        [type, { ...base, ...given, type, identifiers, version: Number(given.version ?? base.version) }],
      ];
    }),
  );
}

/** A credential says of itself which one it is. Throws a KratosError. */
function requireType(type: string, given: unknown): void {
  const own = at(given, 'type') ?? '';
  if (own !== type) {
    throw badRequest(`credentials.${type}.type must equal "${type}", got ${JSON.stringify(own)}`);
  }
  if (!CREDENTIAL_TYPES.includes(type))
    throw new KratosError({ code: 500, reason: `No such credential: ${type}` });
}

const misfit = (message: string): KratosError =>
  new KratosError({ code: 400, reason: 'failed to apply JSON patch', message });

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
