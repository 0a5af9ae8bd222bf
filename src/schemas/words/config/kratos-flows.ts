import type { ConfigWords } from './config-words.ts';

const legacyOneStep = 'Deprecated: use style. true is “unified”, false is “profile_first”.';

/** `selfservice.flows` of Kratos. */
export const kratosFlowWords: ConfigWords = {
  'selfservice.flows': 'The flows that people go through.',
  'selfservice.flows.login': 'Login.',
  'selfservice.flows.registration': 'Registration.',
  'selfservice.flows.settings': 'Changing profile and credentials.',
  'selfservice.flows.recovery': 'Recovering an account.',
  'selfservice.flows.verification': 'Verifying an address.',
  'selfservice.flows.logout': 'Logout.',
  'selfservice.flows.error': 'Errors.',
  'selfservice.flows.login.style': {
    description: 'How the login page asks.',
    values: {
      unified: 'Identifier and credentials on one page.',
      identifier_first: 'First the identifier, then the credentials.',
    },
  },
  'selfservice.flows.registration.style': {
    description: 'How the registration page asks.',
    values: {
      unified: 'Traits and credentials on one page.',
      profile_first: 'First the traits, then the credentials.',
    },
  },
  'selfservice.flows.registration.enable_legacy_one_step': legacyOneStep,
  'selfservice.flows.registration.login_hints':
    'Tells a person who already has an account which login methods it has.',
  'selfservice.flows.logout.clear_browser_data':
    'Tells the browser to clear cookies, storage and caches of the site.',
  'selfservice.flows.logout.after': 'What happens after logout.',
  'selfservice.flows.settings.privileged_session_max_age':
    'How long after login credentials can be changed without logging in again.',
  'selfservice.flows.settings.required_aal': {
    description: 'Assurance level that the settings page requires.',
    values: {
      aal1: 'One factor is enough.',
      highest_available: 'People who have a second factor must have used it.',
    },
  },
  'selfservice.flows.*.enabled': 'Offers the {1} flow.',
  'selfservice.flows.*.ui_url': {
    description: 'URL of the page that shows the {1} flow.',
    examples: ['https://app.example.com/'],
  },
  'selfservice.flows.*.lifespan': 'How long a {1} flow is valid.',
  'selfservice.flows.*.use': {
    description: 'What the message contains.',
    values: { code: 'A code to enter.', link: 'A link to follow.' },
  },
  'selfservice.flows.*.notify_unknown_recipients': 'Also sends a message to addresses that no identity has.',
  'selfservice.flows.*.before': 'What happens before the {1} flow begins.',
  'selfservice.flows.*.before.hooks': 'Hooks, in this order.',
  'selfservice.flows.*.after': 'What happens after {1}.',
  'selfservice.flows.*.after.default_browser_return_url': 'URL that browsers go to after {1}.',
  'selfservice.flows.*.after.hooks':
    'Hooks after {1}, in this order, unless the method used has hooks of its own.',
  'selfservice.flows.*.after.*': 'What happens after {1} with {2}. Its hooks replace those beside it.',
  'selfservice.flows.*.after.*.default_browser_return_url': 'URL that browsers go to after {1} with {2}.',
  'selfservice.flows.*.after.*.hooks': 'Hooks after {1} with {2}, in this order.',

  'webHook:response': {
    description: 'What becomes of the response.',
    more: {
      allOf: [
        {
          if: { required: ['ignore', 'parse'], properties: { ignore: { const: true } } },
          then: {
            properties: {
              parse: { enum: [false], errorMessage: 'A response that is ignored can’t be parsed.' },
            },
          },
        },
      ],
    },
  },
  'webHook:response.ignore': 'Doesn’t wait for the response, and ignores it.',
  'webHook:response.parse': 'Lets the response change the identity or end the flow with a message.',
  'webHook:url': { description: 'URL of the service.', examples: ['https://api.example.com/hooks/ory'] },
  'webHook:method': {
    description: 'HTTP method.',
    examples: ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'],
  },
  'webHook:body': {
    description: 'Jsonnet that makes the body: file://, http(s):// or base64://.',
    examples: ['file:///etc/config/kratos/body.jsonnet', 'base64://…'],
  },
  'webHook:can_interrupt': 'Deprecated: use response.parse. Lets the response end the flow.',
  'webHook:auth': 'How the request authenticates.',
  'webHook:emit_analytics_event': 'Emits a tracing event when the request is delivered or fails.',
  'webHook:headers': 'Headers of the request.',
  'webHook:headers.*': 'Value of the header.',
  'webHook:id': 'Name of the hook in logs and errors.',
  'notifyHook:recipients': {
    description: 'Which previous addresses are told.',
    values: {
      removed: 'Those that the identity no longer has.',
      all_verified: 'All that were verified.',
      all: 'All.',
    },
  },
};
