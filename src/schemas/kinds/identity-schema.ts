import type { JsonSchema } from '../json-schema.ts';

const flag = (description: string): JsonSchema => ({ type: 'boolean', description });
const identifier = (what: string): JsonSchema => ({
  type: 'object',
  description: `Signing in with ${what}.`,
  properties: { identifier: flag('Whether people sign in with this trait.') },
});
const by = (what: string, ways: readonly string[]): JsonSchema => ({
  type: 'object',
  description: what,
  properties: { via: { description: 'The way that messages take.', enum: ways } },
  required: ['via'],
});

/** What Kratos reads in a trait beyond JSON Schema. */
const kratos: JsonSchema = {
  type: 'object',
  description: 'What Kratos does with this trait.',
  properties: {
    credentials: {
      type: 'object',
      description: 'What it identifies the person for.',
      properties: {
        password: identifier('a password'),
        webauthn: identifier('a security key'),
        passkey: {
          type: 'object',
          description: 'Passkeys.',
          properties: { display_name: flag('Whether this trait names the passkey.') },
        },
        totp: {
          type: 'object',
          description: 'Authenticator apps.',
          properties: { account_name: flag('Whether the app shows this trait.') },
        },
        code: {
          type: 'object',
          description: 'Signing in with a code.',
          properties: {
            identifier: flag('Whether people sign in with this trait.'),
            via: { description: 'The way that the code takes.', enum: ['email', 'sms'] },
          },
        },
        saml: identifier('SAML'),
        oidc: identifier('another provider'),
      },
    },
    verification: by('People show that the address is theirs.', ['email', 'sms']),
    recovery: by('People get back into their account by it.', ['email', 'sms']),
    organizations: {
      type: 'object',
      description: 'Organizations.',
      properties: { matcher: { enum: ['email_domain'], description: 'How the organization is found.' } },
    },
  },
  defaultSnippets: [
    {
      label: 'E-mail address to sign in with',
      description: 'Password and code, verification, recovery',
      body: {
        credentials: { password: { identifier: true }, code: { identifier: true, via: 'email' } },
        verification: { via: 'email' },
        recovery: { via: 'email' },
      },
    },
    { label: 'User name to sign in with', body: { credentials: { password: { identifier: true } } } },
  ],
};

const trait: JsonSchema = {
  type: 'object',
  properties: {
    title: { type: 'string', description: 'What people call it: the label of its field.' },
    description: { type: 'string', description: 'What it is for.' },
    type: {
      description: 'Type of the value.',
      anyOf: [
        { enum: ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] },
        {
          type: 'array',
          items: { enum: ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] },
        },
      ],
    },
    format: {
      type: 'string',
      description: 'Form of the text, which decides the kind of its field.',
      examples: ['email', 'tel', 'uri', 'date', 'date-time', 'no-validate'],
    },
    enum: { type: 'array', description: 'The values that it can have.' },
    default: { description: 'What it is where nothing is given.' },
    pattern: { type: 'string', description: 'Regular expression that the text must match.' },
    minLength: { type: 'integer', minimum: 0, description: 'How long the text is at least.' },
    maxLength: { type: 'integer', minimum: 0, description: 'How long the text is at most.' },
    minimum: { type: 'number', description: 'The least value.' },
    maximum: { type: 'number', description: 'The greatest value.' },
    properties: {
      type: 'object',
      description: 'What it is made of.',
      additionalProperties: { $ref: '#/definitions/trait' },
    },
    required: { type: 'array', items: { type: 'string' }, description: 'Names of what must be there.' },
    additionalProperties: { description: 'Whether others may be there.', default: false },
    items: { description: 'What each of the list is.' },
    'ory.sh/kratos': kratos,
  },
  defaultSnippets: [
    {
      label: 'E-mail address',
      body: {
        type: 'string',
        format: 'email',
        title: 'E-Mail',
        'ory.sh/kratos': {
          credentials: { password: { identifier: true } },
          verification: { via: 'email' },
          recovery: { via: 'email' },
        },
      },
    },
    { label: 'Text', body: { type: 'string', title: '$1' } },
  ],
};

/** An identity schema: a JSON Schema whose `traits` are what Kratos keeps of a person. */
export const identityFileSchema = (): JsonSchema => ({
  title: 'Identity schema',
  description: 'What Kratos keeps of a person, and what each part is used for.',
  type: 'object',
  properties: {
    $id: {
      type: 'string',
      description: 'Address that names the schema.',
      examples: ['https://schemas.example.com/person.schema.json'],
    },
    $schema: {
      type: 'string',
      description: 'The draft of JSON Schema.',
      examples: ['http://json-schema.org/draft-07/schema#'],
    },
    title: { type: 'string', description: 'What people call such an identity.', examples: ['Person'] },
    type: { const: 'object' },
    properties: {
      type: 'object',
      description: 'Holds the traits.',
      properties: {
        traits: { allOf: [{ $ref: '#/definitions/trait' }], description: 'What is known of the person.' },
      },
      required: ['traits'],
    },
  },
  required: ['properties'],
  definitions: { trait },
});
