import { ANY, schemaAddress, SCHEMA_SCHEME } from '../../schemas/addresses.ts';

/** Where newer editors read which documents follow which schema. */
export const REGISTRY = `${SCHEMA_SCHEME}://${ANY}/registry.json`;

interface Association {
  readonly fileMatch: readonly string[];
  readonly url: string;
}

/**
 * The registry: identities follow the schemas of their own connection. What is the same for all connections stands in
 * the manifest, for editors of every age.
 * @param others documents that were given a schema one by one
 */
export function registryText(
  connections: readonly string[],
  others: readonly (readonly [document: string, schema: string])[],
): string {
  const schemas: Association[] = [
    ...connections.flatMap(identitiesOf),
    ...others.map(([document, url]) => ({ fileMatch: [document], url })),
  ];
  return JSON.stringify({ schemas });
}

function identitiesOf(connection: string): Association[] {
  const all = `ory://${connection}/identities/**`;
  const created = `ory://${connection}/identities/+*/**`;
  const url = (isNew: boolean) => schemaAddress({ of: 'document', connection, kind: 'identities', isNew });
  return [
    { fileMatch: [all, `!${created}`], url: url(false) },
    { fileMatch: [created], url: url(true) },
  ];
}
