import type { JsonObject } from '../../json/values.ts';

const email = (credentials: JsonObject): JsonObject => ({
  type: 'string',
  format: 'email',
  title: 'E-Mail',
  'ory.sh/kratos': { credentials, verification: { via: 'email' }, recovery: { via: 'email' } },
});

const text = (title: string): JsonObject => ({ type: 'string', title });

const schema = (name: string, title: string, properties: JsonObject): JsonObject => ({
  $id: `https://sandbox.example/${name}.schema.json`,
  $schema: 'http://json-schema.org/draft-07/schema#',
  title,
  type: 'object',
  properties: { traits: { type: 'object', properties, required: ['email'], additionalProperties: false } },
});

/** The schemas of a sandbox without kratos.yml: people, and customers with a user name and a plan. */
export const DEFAULT_SCHEMAS: readonly {
  readonly id: string;
  readonly schema: JsonObject;
  readonly selectable: boolean;
}[] = [
  {
    id: 'default',
    selectable: true,
    schema: schema('person', 'Person', {
      email: email({ password: { identifier: true } }),
      name: { type: 'object', properties: { first: text('First Name'), last: text('Last Name') } },
    }),
  },
  {
    id: 'customer',
    selectable: true,
    schema: schema('customer', 'Customer', {
      email: email({ password: { identifier: true }, code: { identifier: true, via: 'email' } }),
      username: {
        type: 'string',
        title: 'User name',
        pattern: '^[a-z0-9_]{3,48}$',
        'ory.sh/kratos': { credentials: { password: { identifier: true } } },
      },
      company: text('Company'),
      tier: { type: 'string', title: 'Plan', enum: ['free', 'pro', 'enterprise'] },
      age: { type: 'integer', minimum: 0 },
    }),
  },
];
