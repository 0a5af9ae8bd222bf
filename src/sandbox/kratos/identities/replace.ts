import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { KratosContext } from '../context.ts';
import { taken } from '../http/errors.ts';
import { decodeJsonRequest } from '../http/json-request.ts';
import { stateOf } from './build.ts';
import { follow, stored } from './derive.ts';
import { UPDATE_FIELDS } from './fields.ts';
import { importCredentials } from './import-credentials.ts';
import type { Identity } from './model.ts';
import { presentIdentity, schemaUrl, writtenView } from './present.ts';
import { requireIdentity } from './read.ts';
import { requireRegion, withRegion } from './region.ts';

/**
 * PUT /admin/identities/{id}: traits, metadata and external id are replaced or, when left out, emptied;
 * state, schema and credentials are kept unless they are sent.
 */
export function replaceIdentity(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const body = decodeJsonRequest(request, 'identity.UpdateIdentityBody', UPDATE_FIELDS);
  const before = requireIdentity(kratos, request.params.id ?? '');
  requireRegion(body);
  const state = stateOf(body.state) ?? before.state;
  const schema_id =
    typeof body.schema_id === 'string' && body.schema_id !== '' ? body.schema_id : before.schema_id;
  const traits = body.traits === undefined ? {} : body.traits;
  const external = body.external_id;
  const credentials = importCredentials(before, body.credentials, kratos.settings.bcryptCost, kratos.now);
  const derived = kratos.schemas.judge(schema_id, traits);
  const after: Identity = {
    ...before,
    external_id: typeof external === 'string' && external !== '' ? external : undefined,
    schema_id,
    state,
    state_changed_at: state === before.state ? before.state_changed_at : kratos.now(),
    traits,
    ...follow({ ...before, credentials }, derived, kratos.now),
    metadata_public: body.metadata_public ?? null,
    metadata_admin: body.metadata_admin ?? null,
    updated_at: kratos.now(),
  };
  if (kratos.identities.conflicts(after)) throw taken();
  const kept = stored(after);
  kratos.identities.put(kept);
  // The answer still names the schema that the identity had before; the next read names the new one.
  const view = { ...writtenView(body), schemaUrl: schemaUrl(kratos.settings.publicUrl(), before.schema_id) };
  return json(200, withRegion(presentIdentity(kept, view), body));
}
