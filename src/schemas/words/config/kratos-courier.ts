import type { ConfigWords } from './config-words.ts';

const text = (description: string) => ({
  description: `${description}: file://, http(s):// or base64://.`,
  examples: ['file:///etc/config/kratos/message.gotmpl', 'base64://…'],
});

const body = {
  description: 'Jsonnet that makes the body: file://, http(s):// or base64://.',
  examples: ['file:///etc/config/kratos/body.jsonnet', 'base64://…'],
};

/** `courier` of Kratos, and its requests. */
export const kratosCourierWords: ConfigWords = {
  courier: 'Email and text messages.',
  'courier.delivery_strategy': {
    description: 'How email is sent.',
    values: { smtp: 'By a mail server.', http: 'By a request to a service.' },
  },
  'courier.smtp': 'The mail server.',
  'courier.smtp.connection_uri': {
    description: 'URL of the mail server, with user and password.',
    examples: ['smtps://user:password@mail.example.com:465/', 'smtp://user:password@mail.example.com:587/'],
  },
  'courier.smtp.from_address': {
    description: 'Address that email comes from.',
    examples: ['no-reply@example.com'],
  },
  'courier.smtp.from_name': 'Name that email comes from.',
  'courier.smtp.headers': 'Headers of every email.',
  'courier.smtp.headers.*': 'Value of the header.',
  'courier.smtp.client_cert_path': 'PEM file of a client certificate.',
  'courier.smtp.client_key_path': 'PEM file of its key.',
  'courier.smtp.local_name': 'Name that the server sends in HELO and EHLO.',
  'courier.http': 'The service that sends email.',
  'courier.http.request_config': 'The request.',
  'courier.sms': 'Text messages. Newer versions have channels instead.',
  'courier.sms.enabled': 'Sends text messages.',
  'courier.sms.from': 'Sender of text messages.',
  'courier.sms.request_config': 'The request to the service that sends text messages.',
  'courier.sms.request_config.url': 'URL of the service.',
  'courier.sms.request_config.method': { description: 'HTTP method.', examples: ['POST', 'PUT'] },
  'courier.sms.request_config.headers': 'Headers of the request.',
  'courier.sms.request_config.headers.*': 'Value of the header.',
  'courier.sms.request_config.body': body,
  'courier.sms.request_config.auth': 'How the request authenticates.',
  'courier.channels': 'Other ways to send messages.',
  'courier.channels[].id': {
    description: 'Name of the channel.',
    values: { sms: 'Text messages.' },
  },
  'courier.channels[].type': {
    description: 'How the channel is reached.',
    values: { http: 'By a request to a service.' },
  },
  'courier.channels[].request_config': 'The request.',
  'courier.templates': 'Texts of messages.',
  'courier.templates.recovery': 'Recovery by link.',
  'courier.templates.recovery_code': 'Recovery by code.',
  'courier.templates.verification': 'Verification by link.',
  'courier.templates.verification_code': 'Verification by code.',
  'courier.templates.registration_code': 'Registration by code.',
  'courier.templates.login_code': 'Login by code.',
  'courier.templates.verifiable_address_changed': 'An address was changed.',
  'courier.templates.*.valid': 'To a known address.',
  'courier.templates.*.invalid': 'To an address that no identity has.',
  'courier.templates.*.email': 'By email.',
  'courier.templates.*.sms': 'By text message.',
  'courier.templates.*.*.email': 'By email.',
  'courier.templates.*.*.sms': 'By text message.',
  'courier.template_override_path': 'Folder with your own texts.',
  'courier.message_retries': 'How often a message is tried again.',
  'courier.worker': 'The process that sends messages.',
  'courier.worker.pull_count': 'How many messages it takes at a time.',
  'courier.worker.pull_wait': 'How long it waits when there are none.',

  'email:body': 'Text.',
  'email:body.plaintext': text('Plain text'),
  'email:body.html': text('HTML'),
  'email:subject': text('Subject'),
  'sms:body': 'Text.',
  'sms:body.plaintext': text('Plain text'),
  'request:url': { description: 'URL of the service.', examples: ['https://api.example.com/messages'] },
  'request:method': {
    description: 'HTTP method.',
    examples: ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'],
  },
  'request:headers': 'Headers of the request.',
  'request:headers.*': 'Value of the header.',
  'request:body': body,
  'request:auth': 'How the request authenticates.',
  'apiKey:name': {
    description: 'Name of the header or cookie.',
    examples: ['Authorization', 'X-API-Key'],
  },
  'apiKey:value': 'The key.',
  'apiKey:in': {
    description: 'Where the key is sent.',
    values: { header: 'In a header.', cookie: 'In a cookie.' },
  },
  'basicAuth:user': 'User.',
  'basicAuth:password': 'Password.',
};
