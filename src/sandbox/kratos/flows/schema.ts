import type { JsonObject } from '../../json/values.ts';
import { badRequest } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Flow } from './model.ts';

/** The identity schema that a flow was asked for with; only those that the configuration offers. Throws a 400. */
export function askedSchema(ex: Exchange): string | undefined {
  const { defaultSchemaId } = ex.kratos.settings;
  const asked = ex.query.get('identity_schema') ?? '';
  if (asked === '') return undefined;
  if (asked === defaultSchemaId) return asked;
  const found = ex.kratos.schemas.all.find(({ id }) => id === asked);
  if (!found) throw badRequest(`Requested identity schema ${JSON.stringify(asked)} does not exist.`);
  if (found.selectable) return asked;
  throw badRequest(
    `Requested identity schema ${JSON.stringify(asked)} is not enabled for self-service flows.`,
  );
}

/** The id of the schema that a flow is about. */
export const schemaIdOf = (ex: Exchange, flow: Flow): string =>
  flow.identity_schema ?? ex.kratos.settings.defaultSchemaId;

/** That schema itself. Throws a KratosError (400). */
export const schemaOf = (ex: Exchange, flow: Flow): JsonObject =>
  ex.kratos.schemas.require(schemaIdOf(ex, flow));
