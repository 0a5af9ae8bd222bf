import * as l10n from '@vscode/l10n';
import { getIdentitySchema } from '../../ory/operations/schemas.ts';
import { hasMembers, textAt } from '../changes.ts';
import type { Kind } from '../kind.ts';
import { schemaListing } from './listing.ts';

/** Identity schemas (Kratos): `GET /schemas/{id}`. */
export const schemaKind: Kind = {
  id: 'schemas',
  noun: l10n.t('identity schema'),
  service: 'kratos-public',
  view: 'projects',
  listings: [schemaListing],
  linked: { members: ['schema_id', 'default_schema_id'] },
  inOperations: {
    homes: [{ path: /^\/schemas\/\{id\}/, parameter: 'id' }],
    services: ['kratos-admin', 'kratos-public'],
    recognise(node) {
      const id = hasMembers(node, 'schema') ? textAt(node, 'id') : undefined;
      return id ? { id, node } : undefined;
    },
  },
  schema: { document: l10n.t('Identity schema') },
  consolePage: '',
  idName: 'id',
  async read(client, id, call) {
    return (await client.call(getIdentitySchema, { id }, call)).text;
  },
  nameOf: (_, id) => id,
  secrets: [],
  volatile: [],
  readOnlyReason: l10n.t(
    'Identity schemas are part of the server’s configuration and can’t be changed through its API.',
  ),
};
