import type { CallOptions, OryClient } from '../../ory/client.ts';
import { type JsonNode, toJson } from '../../ory/json/tree.ts';
import { getIdentitySchema } from '../../ory/operations/schemas.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly items?: Schema;
}

/**
 * A new identity with the traits that its schema requires, each with a value of the right type to be typed over.
 * @param schemaId id of the identity schema; without it, or where the schema can't be read, a bare template
 */
export async function identityTemplate(
  client: OryClient,
  schemaId: string | undefined,
  call: CallOptions = {},
): Promise<JsonNode> {
  let traits: unknown = { email: '' };
  if (schemaId !== undefined) {
    try {
      const { data } = await client.call(getIdentitySchema, { id: schemaId }, call);
      traits = sample((data as Schema).properties?.traits ?? {}, true);
    } catch {
      // Without the public port there is no schema to read: the bare template still works.
    }
  }
  return toJson({
    schema_id: schemaId ?? 'default',
    state: 'active',
    traits,
    metadata_public: null,
    metadata_admin: null,
  });
}

function sample(schema: Schema, whole = false): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum?.length) return schema.enum[0];
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type ?? (schema.properties ? 'object' : 'string')) {
    case 'object': {
      const required = schema.required ?? [];
      const names = Object.keys(schema.properties ?? {}).filter((name) => required.includes(name));
      // A schema that requires nothing still shows what there is, at its top.
      const shown = names.length === 0 && whole ? Object.keys(schema.properties ?? {}).slice(0, 5) : names;
      return Object.fromEntries(shown.map((name) => [name, sample(schema.properties?.[name] ?? {})]));
    }
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return '';
  }
}
