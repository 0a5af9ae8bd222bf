import { errorBody, json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { at, isObject, type JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { decodeBody, DecodeError } from '../http/decode.ts';
import { badRequest, KratosError, taken } from '../http/errors.ts';
import { buildIdentity } from './build.ts';
import { stored } from './derive.ts';
import { BATCH_FIELDS } from './fields.ts';
import type { Identity } from './model.ts';

const MAXIMUM = 1000;
const MAXIMUM_WITH_PASSWORD = 200;

/** PATCH /admin/identities: creates many; each entry says for itself whether that went well. */
export function batchPatchIdentities(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const entries = decode(request);
  if (entries.length > MAXIMUM) {
    throw badRequest(`At most ${MAXIMUM} identities can be created in one request.`);
  }
  const withPassword = entries.filter(
    (entry) => typeof at(entry, 'create', 'credentials', 'password', 'config', 'password') === 'string',
  );
  if (withPassword.length > 0 && entries.length > MAXIMUM_WITH_PASSWORD) {
    throw badRequest(
      `At most ${MAXIMUM_WITH_PASSWORD} identities can be created at once with plain passwords.`,
    );
  }
  const built = entries.map((entry) => build(kratos, entry));
  const fit = built.flatMap((one) => (one?.identity ? [one.identity] : []));
  // The only one that is to be stored at all: its conflict is one of the whole request.
  if (fit.length === 1 && fit[0] && kratos.identities.conflicts(fit[0])) throw taken();
  return json(200, { identities: built.map((one) => (one ? create(kratos, one) : null)) });
}

function decode(request: SandboxRequest): readonly unknown[] {
  try {
    const how = { go: 'identity.BatchPatchIdentitiesBody', fields: BATCH_FIELDS, strict: true };
    const { identities } = decodeBody(request.body, how);
    const entries: readonly unknown[] = Array.isArray(identities) ? (identities as unknown[]) : [];
    // The real server crashes on this; its client sees an error of the server all the same.
    if (entries.includes(null)) throw new KratosError({ code: 500 });
    return entries;
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    throw new KratosError({ code: 500, message: cause.message }, 400);
  }
}

interface Built {
  readonly named: JsonObject;
  readonly identity?: Identity;
  readonly problem?: KratosError;
}

/** The identity of an entry, or what is wrong with it; undefined for an entry that asks for nothing. */
function build(kratos: KratosContext, entry: unknown): Built | undefined {
  const body = at(entry, 'create');
  if (!isObject(body)) return undefined;
  const patchId = at(entry, 'patch_id');
  const named = patchId === undefined ? {} : { patch_id: patchId };
  try {
    return { named, identity: buildIdentity(kratos, body) };
  } catch (cause) {
    if (!(cause instanceof KratosError)) throw cause;
    return { named, problem: cause };
  }
}

/** Stores one; of two that take the same value, the first gets it. */
function create(kratos: KratosContext, { named, identity, problem }: Built): JsonObject {
  const refused = identity && kratos.identities.conflicts(identity) ? taken() : problem;
  if (!identity || refused) {
    return { action: 'error', ...named, error: at(errorBody(refused?.fields ?? { code: 500 }), 'error') };
  }
  kratos.identities.put(stored(identity));
  return { action: 'create', identity: identity.id, ...named };
}
