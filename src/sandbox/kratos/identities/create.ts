import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { decodeBody, DecodeError } from '../http/decode.ts';
import { identityTaken, undecodable } from '../http/errors.ts';
import { buildIdentity } from './build.ts';
import { stored } from './derive.ts';
import { CREATE_FIELDS } from './fields.ts';
import { presentIdentity, schemaUrl, writtenView } from './present.ts';
import { withRegion } from './region.ts';

/** POST /admin/identities: any content type; unknown fields are refused. */
export function createIdentity(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const body = decode(request);
  const identity = buildIdentity(kratos, body);
  if (kratos.identities.conflicts(identity)) throw identityTaken();
  kratos.identities.put(stored(identity));
  const view = {
    ...writtenView(body),
    schemaUrl: schemaUrl(kratos.settings.publicUrl(), identity.schema_id),
  };
  // The real server's Location lacks the prefix /admin, too.
  const location = `${kratos.settings.adminUrl()}/identities/${identity.id}`;
  return json(201, withRegion(presentIdentity(identity, view), body), { location });
}

function decode(request: SandboxRequest): JsonObject {
  try {
    return decodeBody(request.body, {
      go: 'identity.CreateIdentityBody',
      fields: CREATE_FIELDS,
      strict: true,
    });
  } catch (cause) {
    if (cause instanceof DecodeError) throw undecodable(cause.message);
    throw cause;
  }
}
