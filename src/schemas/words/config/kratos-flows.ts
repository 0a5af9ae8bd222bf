import * as l10n from '@vscode/l10n';
import type { ConfigWords } from './config-words.ts';

const legacyOneStep = l10n.t('Deprecated: use style. true is “unified”, false is “profile_first”.');

/** `selfservice.flows` of Kratos. */
export const kratosFlowWords: ConfigWords = {
  'selfservice.flows': l10n.t('The flows that people go through.'),
  'selfservice.flows.login': 'Login.',
  'selfservice.flows.registration': 'Registration.',
  'selfservice.flows.settings': l10n.t('Changing profile and credentials.'),
  'selfservice.flows.recovery': l10n.t('Recovering an account.'),
  'selfservice.flows.verification': l10n.t('Verifying an address.'),
  'selfservice.flows.logout': 'Logout.',
  'selfservice.flows.error': 'Errors.',
  'selfservice.flows.login.style': {
    description: l10n.t('How the login page asks.'),
    values: {
      unified: l10n.t('Identifier and credentials on one page.'),
      identifier_first: l10n.t('First the identifier, then the credentials.'),
    },
  },
  'selfservice.flows.registration.style': {
    description: l10n.t('How the registration page asks.'),
    values: {
      unified: l10n.t('Traits and credentials on one page.'),
      profile_first: l10n.t('First the traits, then the credentials.'),
    },
  },
  'selfservice.flows.registration.enable_legacy_one_step': legacyOneStep,
  'selfservice.flows.registration.login_hints': l10n.t(
    'Tells a person who already has an account which login methods it has.',
  ),
  'selfservice.flows.logout.clear_browser_data': l10n.t(
    'Tells the browser to clear cookies, storage and caches of the site.',
  ),
  'selfservice.flows.logout.after': l10n.t('What happens after logout.'),
  'selfservice.flows.settings.privileged_session_max_age': l10n.t(
    'How long after login credentials can be changed without logging in again.',
  ),
  'selfservice.flows.settings.required_aal': {
    description: l10n.t('Assurance level that the settings page requires.'),
    values: {
      aal1: l10n.t('One factor is enough.'),
      highest_available: l10n.t('People who have a second factor must have used it.'),
    },
  },
  'selfservice.flows.*.enabled': l10n.t('Offers the {1} flow.'),
  'selfservice.flows.*.ui_url': {
    description: l10n.t('URL of the page that shows the {1} flow.'),
    examples: ['https://app.example.com/'],
  },
  'selfservice.flows.*.lifespan': l10n.t('How long a {1} flow is valid.'),
  'selfservice.flows.*.use': {
    description: l10n.t('What the message contains.'),
    values: { code: l10n.t('A code to enter.'), link: l10n.t('A link to follow.') },
  },
  'selfservice.flows.*.notify_unknown_recipients': l10n.t(
    'Also sends a message to addresses that no identity has.',
  ),
  'selfservice.flows.*.before': l10n.t('What happens before the {1} flow begins.'),
  'selfservice.flows.*.before.hooks': l10n.t('Hooks, in this order.'),
  'selfservice.flows.*.after': l10n.t('What happens after {1}.'),
  'selfservice.flows.*.after.default_browser_return_url': l10n.t('URL that browsers go to after {1}.'),
  'selfservice.flows.*.after.hooks': l10n.t(
    'Hooks after {1}, in this order, unless the method used has hooks of its own.',
  ),
  'selfservice.flows.*.after.*': l10n.t(
    'What happens after {1} with {2}. Its hooks replace those beside it.',
  ),
  'selfservice.flows.*.after.*.default_browser_return_url': l10n.t(
    'URL that browsers go to after {1} with {2}.',
  ),
  'selfservice.flows.*.after.*.hooks': l10n.t('Hooks after {1} with {2}, in this order.'),

  'webHook:response': {
    description: l10n.t('What becomes of the response.'),
    more: {
      allOf: [
        {
          if: { required: ['ignore', 'parse'], properties: { ignore: { const: true } } },
          then: {
            properties: {
              parse: { enum: [false], errorMessage: l10n.t('A response that is ignored can’t be parsed.') },
            },
          },
        },
      ],
    },
  },
  'webHook:response.ignore': l10n.t('Doesn’t wait for the response, and ignores it.'),
  'webHook:response.parse': l10n.t('Lets the response change the identity or end the flow with a message.'),
  'webHook:url': {
    description: l10n.t('URL of the service.'),
    examples: ['https://api.example.com/hooks/ory'],
  },
  'webHook:method': {
    description: l10n.t('HTTP method.'),
    examples: ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'],
  },
  'webHook:body': {
    description: l10n.t('Jsonnet that makes the body: file://, http(s):// or base64://.'),
    examples: ['file:///etc/config/kratos/body.jsonnet', 'base64://…'],
  },
  'webHook:can_interrupt': l10n.t('Deprecated: use response.parse. Lets the response end the flow.'),
  'webHook:auth': l10n.t('How the request authenticates.'),
  'webHook:emit_analytics_event': l10n.t('Emits a tracing event when the request is delivered or fails.'),
  'webHook:headers': l10n.t('Headers of the request.'),
  'webHook:headers.*': l10n.t('Value of the header.'),
  'webHook:id': l10n.t('Name of the hook in logs and errors.'),
  'notifyHook:recipients': {
    description: l10n.t('Which previous addresses are told.'),
    values: {
      removed: l10n.t('Those that the identity no longer has.'),
      all_verified: l10n.t('All that were verified.'),
      all: 'All.',
    },
  },
};
