import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';

const flag = (description: string): JsonSchema => ({ type: 'boolean', description });
const identifier = (what: string): JsonSchema => ({
  type: 'object',
  description: l10n.t('Signing in with {0}.', what),
  properties: { identifier: flag(l10n.t('Whether people sign in with this trait.')) },
});
const by = (what: string, ways: readonly string[]): JsonSchema => ({
  type: 'object',
  description: what,
  properties: { via: { description: l10n.t('The way that messages take.'), enum: ways } },
  required: ['via'],
});

/** What Kratos reads in a trait beyond JSON Schema. */
const kratos: JsonSchema = {
  type: 'object',
  description: l10n.t('What Kratos does with this trait.'),
  properties: {
    credentials: {
      type: 'object',
      description: l10n.t('What it identifies the person for.'),
      properties: {
        password: identifier('a password'),
        webauthn: identifier(l10n.t('a security key')),
        passkey: {
          type: 'object',
          description: l10n.t('Passkeys.'),
          properties: { display_name: flag(l10n.t('Whether this trait names the passkey.')) },
        },
        totp: {
          type: 'object',
          description: l10n.t('Authenticator apps.'),
          properties: { account_name: flag(l10n.t('Whether the app shows this trait.')) },
        },
        code: {
          type: 'object',
          description: l10n.t('Signing in with a code.'),
          properties: {
            identifier: flag(l10n.t('Whether people sign in with this trait.')),
            via: { description: l10n.t('The way that the code takes.'), enum: ['email', 'sms'] },
          },
        },
        saml: identifier('SAML'),
        oidc: identifier(l10n.t('another provider')),
      },
    },
    verification: by(l10n.t('People show that the address is theirs.'), ['email', 'sms']),
    recovery: by(l10n.t('People get back into their account by it.'), ['email', 'sms']),
    organizations: {
      type: 'object',
      description: l10n.t('Organizations.'),
      properties: {
        matcher: { enum: ['email_domain'], description: l10n.t('How the organization is found.') },
      },
    },
  },
  defaultSnippets: [
    {
      label: l10n.t('E-mail address to sign in with'),
      description: l10n.t('Password and code, verification, recovery'),
      body: {
        credentials: { password: { identifier: true }, code: { identifier: true, via: 'email' } },
        verification: { via: 'email' },
        recovery: { via: 'email' },
      },
    },
    { label: l10n.t('User name to sign in with'), body: { credentials: { password: { identifier: true } } } },
  ],
};

const trait: JsonSchema = {
  type: 'object',
  properties: {
    title: { type: 'string', description: l10n.t('What people call it: the label of its field.') },
    description: { type: 'string', description: l10n.t('What it is for.') },
    type: {
      description: l10n.t('Type of the value.'),
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
      description: l10n.t('Form of the text, which decides the kind of its field.'),
      examples: ['email', 'tel', 'uri', 'date', 'date-time', 'no-validate'],
    },
    enum: { type: 'array', description: l10n.t('The values that it can have.') },
    default: { description: l10n.t('What it is where nothing is given.') },
    pattern: { type: 'string', description: l10n.t('Regular expression that the text must match.') },
    minLength: { type: 'integer', minimum: 0, description: l10n.t('How long the text is at least.') },
    maxLength: { type: 'integer', minimum: 0, description: l10n.t('How long the text is at most.') },
    minimum: { type: 'number', description: l10n.t('The least value.') },
    maximum: { type: 'number', description: l10n.t('The greatest value.') },
    properties: {
      type: 'object',
      description: l10n.t('What it is made of.'),
      additionalProperties: { $ref: '#/definitions/trait' },
    },
    required: {
      type: 'array',
      items: { type: 'string' },
      description: l10n.t('Names of what must be there.'),
    },
    additionalProperties: { description: l10n.t('Whether others may be there.'), default: false },
    items: { description: l10n.t('What each of the list is.') },
    'ory.sh/kratos': kratos,
  },
  defaultSnippets: [
    {
      label: l10n.t('E-mail address'),
      body: {
        type: 'string',
        format: 'email',
        title: l10n.t('E-Mail'),
        'ory.sh/kratos': {
          credentials: { password: { identifier: true } },
          verification: { via: 'email' },
          recovery: { via: 'email' },
        },
      },
    },
    { label: l10n.t('Text'), body: { type: 'string', title: '$1' } },
  ],
};

/** An identity schema: a JSON Schema whose `traits` are what Kratos keeps of a person. */
export const identityFileSchema = (): JsonSchema => ({
  title: l10n.t('Identity schema'),
  description: l10n.t('What Kratos keeps of a person, and what each part is used for.'),
  type: 'object',
  properties: {
    $id: {
      type: 'string',
      description: l10n.t('Address that names the schema.'),
      examples: ['https://schemas.example.com/person.schema.json'],
    },
    $schema: {
      type: 'string',
      description: l10n.t('The draft of JSON Schema.'),
      examples: ['http://json-schema.org/draft-07/schema#'],
    },
    title: {
      type: 'string',
      description: l10n.t('What people call such an identity.'),
      examples: ['Person'],
    },
    type: { const: 'object' },
    properties: {
      type: 'object',
      description: l10n.t('Holds the traits.'),
      properties: {
        traits: {
          allOf: [{ $ref: '#/definitions/trait' }],
          description: l10n.t('What is known of the person.'),
        },
      },
      required: ['traits'],
    },
  },
  required: ['properties'],
  definitions: { trait },
});
