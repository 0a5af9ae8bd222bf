import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { publishedType } from '../published.ts';

/** The identity schemas of a connection, as far as they could be read. */
export interface LiveSchemas {
  readonly ids: readonly string[];
  /** Whether there are no others. */
  readonly complete: boolean;
  /** Addresses of documents with a schema of that id: several only where several connections are meant. */
  readonly addressesOf: (id: string) => readonly string[];
  /** Why there are none, for people; said where the traits are described. */
  readonly problem?: string;
}

/** An identity (Kratos): the envelope, and in it the traits as the schema with that id defines them. */
export function identitySchema(live: LiveSchemas): JsonSchema {
  const schema = publishedType('Identity', lively(live));
  return withTraits({ ...schema, title: l10n.t('Identity') }, live);
}

/** An identity to be created, which may bring credentials. */
export function newIdentitySchema(live: LiveSchemas): JsonSchema {
  const schema = publishedType('CreateIdentityBody', lively(live));
  return withTraits({ ...schema, title: l10n.t('New identity'), required: ['traits'] }, live, [
    onlyKnown(schema),
  ]);
}

/** The server refuses members that it does not know when it creates; a newer one may know more. */
const onlyKnown = ({ properties }: JsonSchema): JsonSchema => ({
  advice: true,
  properties: Object.fromEntries(Object.keys(properties ?? {}).map((name) => [name, true])),
  additionalProperties: false,
  errorMessage: l10n.t('A new identity can’t have this: the server refuses members that it does not know.'),
});

/** The body that replaces an identity. */
export const putIdentitySchema = (live: LiveSchemas): JsonSchema =>
  withTraits(
    { ...publishedType('UpdateIdentityBody', lively(live)), title: l10n.t('Identity'), required: ['traits'] },
    live,
  );

/** Several identities to be created at once. */
export function batchSchema(live: LiveSchemas): JsonSchema {
  const whole = publishedType('PatchIdentitiesBody');
  const one = newIdentitySchema(live);
  return {
    ...whole,
    title: l10n.t('Identities to create'),
    definitions: {
      ...whole.definitions,
      ...one.definitions,
      CreateIdentityBody: { ...one, definitions: {} },
    },
  };
}

/** What is known of the members by what the connection says. */
function lively({ ids, complete, problem }: LiveSchemas): Record<string, JsonSchema> {
  const known: JsonSchema = {
    advice: true,
    enum: [...ids, '', null],
    errorMessage: l10n.t('The server has no such identity schema, only: {0}.', ids.join(', ')),
  };
  return {
    schema_id: {
      description: l10n.t('Id of the identity schema that the traits follow.'),
      ...(complete && ids.length > 0 ? { allOf: [known] } : { examples: ids.length > 0 ? ids : ['default'] }),
    },
    ...(problem === undefined
      ? {}
      : { traits: { description: l10n.t('What is known of the person. {0}', problem), type: 'object' } }),
  };
}

function withTraits(
  schema: JsonSchema,
  { ids, addressesOf }: LiveSchemas,
  rules: readonly JsonSchema[] = [],
): JsonSchema {
  const traits = ids.map((id) => ({
    if: { required: ['schema_id'], properties: { schema_id: { const: id } } },
    then: { properties: { traits: traitsAt(addressesOf(id)) } },
  }));
  const allOf = [...rules, ...traits];
  return allOf.length > 0 ? { ...schema, allOf } : schema;
}

function traitsAt(addresses: readonly string[]): JsonSchema {
  const all = addresses.map((address) => ({ $ref: `${address}#/properties/traits` }));
  const [only] = all;
  return all.length === 1 && only ? only : { anyOf: all };
}
