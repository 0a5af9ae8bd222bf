import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { KratosContext } from '../context.ts';
import { badRequest, noSuchRow } from '../http/errors.ts';
import { asUuid } from '../http/uuid.ts';
import { CREDENTIAL_TYPES, type Identity } from './model.ts';
import { presentIdentity, schemaUrl, VIEWS } from './present.ts';

/** The identity with this id; a text that is no UUID is simply unknown here. */
export function requireIdentity(kratos: KratosContext, id: string): Identity {
  const identity = kratos.identities.get(asUuid(id) ?? '');
  if (!identity) throw noSuchRow();
  return identity;
}

/** Types named by `include_credential`. Throws a 400 for one that does not exist. */
export function includedCredentials(query: URLSearchParams): ReadonlySet<string> {
  const types = query.getAll('include_credential');
  const unknown = types.find((type) => !CREDENTIAL_TYPES.includes(type));
  if (unknown !== undefined)
    throw badRequest(`Invalid value \`${unknown}\` for parameter \`include_credential\`.`);
  return new Set(types);
}

/** GET /admin/identities/{id} */
export function getIdentity(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  return show(kratos, request, requireIdentity(kratos, request.params.id ?? ''));
}

/** GET /admin/identities/by/external/{externalID} */
export function getIdentityByExternalId(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const owner = kratos.identities.ownerOf(`external\n${request.params.externalID ?? ''}`);
  return show(kratos, request, requireIdentity(kratos, owner ?? ''));
}

function show(kratos: KratosContext, request: SandboxRequest, identity: Identity): SandboxAnswer {
  const credentials = includedCredentials(request.query);
  const url = schemaUrl(kratos.settings.publicUrl(), identity.schema_id);
  return json(200, presentIdentity(identity, { ...VIEWS.read, credentials, schemaUrl: url }));
}
