import type { JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import type { Identity } from './model.ts';
import { presentIdentity, schemaUrl, VIEWS } from './present.ts';

/** The identity as the person itself may see it. */
export function presentOwn(kratos: KratosContext, identity: Identity): JsonObject {
  const url = schemaUrl(kratos.settings.publicUrl(), identity.schema_id);
  return presentIdentity(identity, { ...VIEWS.own, schemaUrl: url });
}
