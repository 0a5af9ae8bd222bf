import * as l10n from '@vscode/l10n';
import type { ConfigWords } from './config-words.ts';

const text = (description: string) => ({
  description: l10n.t('{0}: file://, http(s):// or base64://.', description),
  examples: ['file:///etc/config/kratos/message.gotmpl', 'base64://…'],
});

const body = {
  description: l10n.t('Jsonnet that makes the body: file://, http(s):// or base64://.'),
  examples: ['file:///etc/config/kratos/body.jsonnet', 'base64://…'],
};

/** `courier` of Kratos, and its requests. */
export const kratosCourierWords: ConfigWords = {
  courier: l10n.t('Email and text messages.'),
  'courier.delivery_strategy': {
    description: l10n.t('How email is sent.'),
    values: { smtp: l10n.t('By a mail server.'), http: l10n.t('By a request to a service.') },
  },
  'courier.smtp': l10n.t('The mail server.'),
  'courier.smtp.connection_uri': {
    description: l10n.t('URL of the mail server, with user and password.'),
    examples: ['smtps://user:password@mail.example.com:465/', 'smtp://user:password@mail.example.com:587/'],
  },
  'courier.smtp.from_address': {
    description: l10n.t('Address that email comes from.'),
    examples: ['no-reply@example.com'],
  },
  'courier.smtp.from_name': l10n.t('Name that email comes from.'),
  'courier.smtp.headers': l10n.t('Headers of every email.'),
  'courier.smtp.headers.*': l10n.t('Value of the header.'),
  'courier.smtp.client_cert_path': l10n.t('PEM file of a client certificate.'),
  'courier.smtp.client_key_path': l10n.t('PEM file of its key.'),
  'courier.smtp.local_name': l10n.t('Name that the server sends in HELO and EHLO.'),
  'courier.http': l10n.t('The service that sends email.'),
  'courier.http.request_config': l10n.t('The request.'),
  'courier.sms': l10n.t('Text messages. Newer versions have channels instead.'),
  'courier.sms.enabled': l10n.t('Sends text messages.'),
  'courier.sms.from': l10n.t('Sender of text messages.'),
  'courier.sms.request_config': l10n.t('The request to the service that sends text messages.'),
  'courier.sms.request_config.url': l10n.t('URL of the service.'),
  'courier.sms.request_config.method': { description: l10n.t('HTTP method.'), examples: ['POST', 'PUT'] },
  'courier.sms.request_config.headers': l10n.t('Headers of the request.'),
  'courier.sms.request_config.headers.*': l10n.t('Value of the header.'),
  'courier.sms.request_config.body': body,
  'courier.sms.request_config.auth': l10n.t('How the request authenticates.'),
  'courier.channels': l10n.t('Other ways to send messages.'),
  'courier.channels[].id': {
    description: l10n.t('Name of the channel.'),
    values: { sms: l10n.t('Text messages.') },
  },
  'courier.channels[].type': {
    description: l10n.t('How the channel is reached.'),
    values: { http: l10n.t('By a request to a service.') },
  },
  'courier.channels[].request_config': l10n.t('The request.'),
  'courier.templates': l10n.t('Texts of messages.'),
  'courier.templates.recovery': l10n.t('Recovery by link.'),
  'courier.templates.recovery_code': l10n.t('Recovery by code.'),
  'courier.templates.verification': l10n.t('Verification by link.'),
  'courier.templates.verification_code': l10n.t('Verification by code.'),
  'courier.templates.registration_code': l10n.t('Registration by code.'),
  'courier.templates.login_code': l10n.t('Login by code.'),
  'courier.templates.verifiable_address_changed': l10n.t('An address was changed.'),
  'courier.templates.*.valid': l10n.t('To a known address.'),
  'courier.templates.*.invalid': l10n.t('To an address that no identity has.'),
  'courier.templates.*.email': l10n.t('By email.'),
  'courier.templates.*.sms': l10n.t('By text message.'),
  'courier.templates.*.*.email': l10n.t('By email.'),
  'courier.templates.*.*.sms': l10n.t('By text message.'),
  'courier.template_override_path': l10n.t('Folder with your own texts.'),
  'courier.message_retries': l10n.t('How often a message is tried again.'),
  'courier.worker': l10n.t('The process that sends messages.'),
  'courier.worker.pull_count': l10n.t('How many messages it takes at a time.'),
  'courier.worker.pull_wait': l10n.t('How long it waits when there are none.'),

  'email:body': 'Text.',
  'email:body.plaintext': text(l10n.t('Plain text')),
  'email:body.html': text('HTML'),
  'email:subject': text('Subject'),
  'sms:body': 'Text.',
  'sms:body.plaintext': text(l10n.t('Plain text')),
  'request:url': {
    description: l10n.t('URL of the service.'),
    examples: ['https://api.example.com/messages'],
  },
  'request:method': {
    description: l10n.t('HTTP method.'),
    examples: ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'],
  },
  'request:headers': l10n.t('Headers of the request.'),
  'request:headers.*': l10n.t('Value of the header.'),
  'request:body': body,
  'request:auth': l10n.t('How the request authenticates.'),
  'apiKey:name': {
    description: l10n.t('Name of the header or cookie.'),
    examples: ['Authorization', 'X-API-Key'],
  },
  'apiKey:value': l10n.t('The key.'),
  'apiKey:in': {
    description: l10n.t('Where the key is sent.'),
    values: { header: l10n.t('In a header.'), cookie: l10n.t('In a cookie.') },
  },
  'basicAuth:user': 'User.',
  'basicAuth:password': 'Password.',
};
