import { getIdentitySchema } from '../../ory/operations/schemas.ts';
import type { Kind } from '../kind.ts';

/** Identity schemas (Kratos): `GET /schemas/{id}`. */
export const schemaKind: Kind = {
  id: 'schemas',
  noun: 'identity schema',
  service: 'kratos-public',
  idName: 'id',
  async read(client, id, call) {
    return (await client.call(getIdentitySchema, { id }, call)).text;
  },
  nameOf: (_, id) => id,
  secrets: [],
  volatile: [],
  readOnlyReason:
    'Identity schemas are part of the server’s configuration and can’t be changed through its API.',
};
