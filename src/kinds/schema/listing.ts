import * as l10n from '@vscode/l10n';
import type { IdentitySchemaContainer } from '@ory/client';
import { listIdentitySchemas } from '../../ory/operations/schemas.ts';
import { PageWalk } from '../../ory/paging.ts';
import { listing } from '../listing.ts';
import { facts } from '../row.ts';

/** The identity schemas of a connection (`GET /schemas`). */
export const schemaListing = listing<IdentitySchemaContainer>({
  under: 'connection',
  service: 'kratos-public',
  key: 'schemas',
  label: l10n.t('Identity schemas'),
  plural: l10n.t('identity schemas'),
  icon: 'symbol-structure',
  empty: () => l10n.t('No identity schemas'),
  open: (client, _, size) => new PageWalk(client, listIdentitySchemas, {}, size(listIdentitySchemas)),
  keyOf: ({ id }) => id,
  row: (schema) => ({
    id: schema.id,
    label: schema.id,
    description: titleOf(schema),
    icon: 'symbol-structure',
    dimmed: false,
    facts: () => facts(['Id', schema.id], ['Title', titleOf(schema)]),
  }),
  about: () => '',
});

/** Old servers send the schema as text; its title is then left out. */
function titleOf({ schema }: IdentitySchemaContainer): string {
  const title: unknown = (schema as { readonly title?: unknown } | null)?.title;
  return typeof title === 'string' ? title : '';
}
