import type { JsonSchema } from '../json-schema.ts';
import { choice, list, request, section, span, text, whole } from './parts.ts';

const file = (what: string): JsonSchema =>
  text(`${what}: file://, http(s):// or base64://.`, {
    examples: ['file:///etc/config/kratos/message.gotmpl', 'base64://…'],
  });

const message = section('The message.', {
  email: section('By e-mail.', {
    subject: file('Subject'),
    body: section('Text.', { html: file('As HTML'), plaintext: file('As plain text') }),
  }),
  sms: section('By text message.', { body: section('Text.', { plaintext: file('As plain text') }) }),
});
const template = (what: string): JsonSchema =>
  section(`${what}.`, {
    valid: section('To an address that is known.', message.properties as Record<string, JsonSchema>),
    invalid: section('To an address that nobody has.', message.properties as Record<string, JsonSchema>),
  });

/** Mails and text messages. */
export const courier = section('Mails and text messages.', {
  delivery_strategy: choice(
    'How mails are sent.',
    { smtp: 'By a mail server.', http: 'By a request to a service.' },
    'smtp',
  ),
  smtp: section('The mail server.', {
    connection_uri: text('Its address with user and password.', {
      examples: ['smtps://user:password@mail.example.com:465/', 'smtp://user:password@mail.example.com:587/'],
      pattern: '^(smtps?://.*|•+)$',
      errorMessage: 'An address that begins with smtp:// or smtps://.',
    }),
    from_address: text('Address that mails come from.', { examples: ['no-reply@example.com'] }),
    from_name: text('Name that mails come from.'),
    headers: {
      type: 'object',
      description: 'Headers of every mail.',
      additionalProperties: { type: 'string' },
    },
    client_cert_path: text('PEM file of a client certificate.'),
    client_key_path: text('PEM file of its key.'),
    local_name: text('Name that the server greets with.', { default: 'localhost' }),
  }),
  http: section('The service that sends mails.', { request_config: request('The request.') }),
  channels: list('Other ways to send messages.', {
    type: 'object',
    properties: {
      id: text('Name of the way.', { examples: ['sms'] }),
      type: choice('How it is reached.', { http: 'By a request.' }),
      request_config: request('The request.'),
    },
    required: ['id', 'request_config'],
  }),
  templates: section('Texts of messages.', {
    recovery: template('Recovery by link'),
    recovery_code: template('Recovery by code'),
    verification: template('Verification by link'),
    verification_code: template('Verification by code'),
    login_code: template('Sign-in by code'),
    registration_code: template('Sign-up by code'),
  }),
  template_override_path: text('Folder with texts of your own.'),
  message_retries: whole('How often a message is tried again.', { default: 5, minimum: 0 }),
  worker: section('The process that sends.', {
    pull_count: whole('How many messages it takes at a time.', { default: 10, minimum: 1 }),
    pull_wait: span('How long it waits when there are none.', '1s'),
  }),
});
