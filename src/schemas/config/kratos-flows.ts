import type { JsonSchema } from '../json-schema.ts';
import { choice, flag, list, request, section, span, text } from './parts.ts';

export const returnTo = text('Where browsers go when a flow ends and nothing else was asked for.', {
  examples: ['https://app.example.com/'],
});

const uiUrl = (flow: string): JsonSchema =>
  text(`Page that shows the ${flow} flow.`, { examples: [`https://app.example.com/${flow}`] });

export const aal = choice(
  'Which assurance is asked for.',
  {
    aal1: 'One factor is enough.',
    highest_available: 'Whoever has a second factor must have used it.',
  },
  'highest_available',
);

/** The hooks of the server, with what each does. */
const HOOKS = {
  web_hook: 'A request to a service of yours.',
  session: 'The person is signed in at once.',
  revoke_active_sessions: 'All other sessions end.',
  require_verified_address: 'Without a verified address signing in is refused.',
  verification: 'A verification message is sent.',
  show_verification_ui: 'The person is led to the verification page.',
  verify_new_address: 'A new address counts only once it is verified.',
  notify_previous_addresses: 'The addresses so far are told of the change.',
  b2b_sso: 'Sign-in through organizations.',
  organization: 'Sign-in through organizations.',
} as const;

const webHook = request('The request.');

const hookList: JsonSchema = list('What happens, in this order.', {
  type: 'object',
  properties: {
    hook: choice('What happens.', HOOKS),
    config: {
      type: 'object',
      description: 'How.',
      properties: {
        ...webHook.properties,
        response: section('What becomes of the answer.', {
          ignore: flag('Nobody waits for it, and it is not looked at.', false),
          parse: flag('It can change the identity, or end the flow with a message.', false),
        }),
        can_interrupt: flag('Whether the answer can end the flow.', false),
        emit_analytics_event: flag('Whether an event is emitted.', true),
      },
    },
  },
  required: ['hook'],
  allOf: [
    {
      if: { required: ['hook'], properties: { hook: { const: 'web_hook' } } },
      then: { required: ['config'], properties: { config: { required: ['url', 'method'] } } },
    },
    {
      if: {
        required: ['config'],
        properties: {
          config: {
            required: ['response'],
            properties: {
              response: {
                required: ['ignore', 'parse'],
                properties: { ignore: { const: true }, parse: { const: true } },
              },
            },
          },
        },
      },
      then: {
        properties: {
          config: {
            properties: {
              response: {
                properties: {
                  parse: { const: false, errorMessage: 'An answer that is ignored can’t be parsed.' },
                },
              },
            },
          },
        },
      },
    },
  ],
  defaultSnippets: [
    {
      label: 'web_hook',
      description: HOOKS.web_hook,
      body: { hook: 'web_hook', config: { url: '$1', method: 'POST', body: 'file://$2' } },
    },
    { label: 'session', description: HOOKS.session, body: { hook: 'session' } },
    {
      label: 'revoke_active_sessions',
      description: HOOKS.revoke_active_sessions,
      body: { hook: 'revoke_active_sessions' },
    },
    {
      label: 'require_verified_address',
      description: HOOKS.require_verified_address,
      body: { hook: 'require_verified_address' },
    },
    {
      label: 'show_verification_ui',
      description: HOOKS.show_verification_ui,
      body: { hook: 'show_verification_ui' },
    },
  ],
});

/** The same wherever a flow has hooks. */
const hooks: JsonSchema = {
  description: 'What happens, in this order.',
  allOf: [{ $ref: '#/definitions/KratosHooks' }],
};

/** What the flows refer to. */
export const flowDefinitions = { KratosHooks: hookList };

const METHODS = [
  'password',
  'oidc',
  'code',
  'webauthn',
  'passkey',
  'totp',
  'lookup_secret',
  'profile',
  'saml',
];

const before = section('What happens before the flow begins.', { hooks });
const after = (flow: string, methods = METHODS): JsonSchema =>
  section(`What happens after ${flow}.`, {
    default_browser_return_url: returnTo,
    hooks,
    ...Object.fromEntries(
      methods.map((method) => [
        method,
        section(`What happens after ${flow} with ${method}; the hooks beside it then don’t run.`, {
          default_browser_return_url: returnTo,
          hooks,
        }),
      ]),
    ),
  });

/** A flow that sends a message with a code or a link. */
const messageFlow = (flow: string, description: string): JsonSchema =>
  section(description, {
    enabled: flag('Whether the flow is offered.', false),
    ui_url: uiUrl(flow),
    lifespan: span('How long a flow is good.', '1h'),
    use: choice('What the message holds.', { code: 'A code to enter.', link: 'A link to follow.' }, 'code'),
    notify_unknown_recipients: flag('Whether an unknown address gets a message, too.', false),
    before,
    after: after(flow, []),
  });

export const flows = section('The flows that people go through.', {
  login: section('Signing in.', {
    ui_url: uiUrl('login'),
    lifespan: span('How long a flow is good.', '1h'),
    style: choice(
      'How it is asked.',
      { unified: 'Everything on one page.', identifier_first: 'First who, then how.' },
      'unified',
    ),
    before,
    after: after('login'),
  }),
  registration: section('Signing up.', {
    enabled: flag('Whether people can sign up.', true),
    login_hints: flag('Whether a person who has an account is told how to sign in.', false),
    ui_url: uiUrl('registration'),
    lifespan: span('How long a flow is good.', '1h'),
    style: choice(
      'How it is asked.',
      { unified: 'Everything on one page.', profile_first: 'First the traits, then the credential.' },
      'profile_first',
    ),
    enable_legacy_one_step: {
      ...flag('Everything on one page.', false),
      deprecationMessage: 'Use style: unified.',
    },
    before,
    after: after('registration'),
  }),
  settings: section('Changing profile and credentials.', {
    ui_url: uiUrl('settings'),
    lifespan: span('How long a flow is good.', '1h'),
    privileged_session_max_age: span('How long after signing in credentials can be changed.', '1h'),
    required_aal: aal,
    before,
    after: after('settings'),
  }),
  recovery: messageFlow('recovery', 'Getting back into an account.'),
  verification: messageFlow('verification', 'Showing that an address is one’s own.'),
  logout: section('Signing out.', {
    clear_browser_data: flag('Whether the browser is told to forget what it stored.', false),
    after: section('What happens afterwards.', { default_browser_return_url: returnTo }),
  }),
  error: section('Errors.', { ui_url: uiUrl('error') }),
});
