import type { JsonSchema } from '../json-schema.ts';
import { publishedType } from '../published.ts';

/** The identity schemas of a connection, as far as they could be read. */
export interface LiveSchemas {
  readonly ids: readonly string[];
  /** Whether there are no others. */
  readonly complete: boolean;
  /** Address of the document with one of them. */
  addressOf(id: string): string;
  /** Why there are none, for people; said where the traits are described. */
  readonly problem?: string;
}

/** An identity (Kratos): the envelope, and in it the traits as the schema with that id defines them. */
export function identitySchema(live: LiveSchemas): JsonSchema {
  return withTraits({ ...publishedType('Identity', lively(live)), title: 'Identity' }, live);
}

/** An identity to be created, which may bring credentials; the server refuses members that it does not know. */
export function newIdentitySchema(live: LiveSchemas): JsonSchema {
  const schema = publishedType('CreateIdentityBody', lively(live));
  return withTraits(
    {
      ...schema,
      title: 'New identity',
      additionalProperties: false,
      errorMessage: 'An identity is created from the members that the server knows: it refuses this one.',
    },
    live,
  );
}

/** The body that replaces an identity. */
export const putIdentitySchema = (live: LiveSchemas): JsonSchema =>
  withTraits({ ...publishedType('UpdateIdentityBody', lively(live)), title: 'Identity' }, live);

/** Several identities to be created at once. */
export function batchSchema(live: LiveSchemas): JsonSchema {
  const whole = publishedType('PatchIdentitiesBody');
  const one = newIdentitySchema(live);
  return {
    ...whole,
    title: 'Identities to create',
    definitions: {
      ...whole.definitions,
      ...one.definitions,
      CreateIdentityBody: { ...one, definitions: {} },
    },
  };
}

/** What is known of the members by what the connection says. */
function lively({ ids, complete, problem }: LiveSchemas): Record<string, JsonSchema> {
  return {
    schema_id: {
      description: 'Id of the identity schema that the traits follow.',
      ...(complete && ids.length > 0
        ? { enum: ids, errorMessage: `The server has no such identity schema, only: ${ids.join(', ')}.` }
        : { examples: ids.length > 0 ? ids : ['default'] }),
    },
    ...(problem === undefined
      ? {}
      : { traits: { description: `What is known of the person. ${problem}`, type: 'object' } }),
  };
}

const withTraits = (schema: JsonSchema, { ids, addressOf }: LiveSchemas): JsonSchema => ({
  ...schema,
  allOf: ids.map((id) => ({
    if: { required: ['schema_id'], properties: { schema_id: { const: id } } },
    then: { properties: { traits: { $ref: `${addressOf(id)}#/properties/traits` } } },
  })),
});
