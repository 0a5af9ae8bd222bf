import * as l10n from '@vscode/l10n';
import { type Explanations, label, says } from './explanation.ts';

const NO_METHOD = (flow: string, setting: string) =>
  says(
    l10n.t('No method took the {0}: `method` is missing, unknown, or switched off.', flow),
    l10n.t('Send the `method` of the button that was pressed; see `selfservice.methods` and {0}.', setting),
  );

/** 4010000, 4040000 and 5000000: what is wrong with a flow as a whole. */
export const FLOW_ERRORS: Explanations = {
  4010000: label(l10n.t('Something in the login is wrong.')),
  4010001: says(
    l10n.t('The login flow is too old.'),
    l10n.t('Start a new one: its lifetime is `selfservice.flows.login.lifespan`.'),
  ),
  4010002: NO_METHOD('login', '`selfservice.flows.login`'),
  4010003: NO_METHOD('registration', '`selfservice.flows.registration.enabled`'),
  4010004: NO_METHOD(l10n.t('change of settings'), '`selfservice.flows.settings`'),
  4010005: says(
    l10n.t(
      'No method took the recovery: `method` is missing, unknown, or not the one in `selfservice.flows.recovery.use`.',
    ),
    l10n.t('Start a new flow: this one is spoiled and refuses everything from now on.'),
  ),
  4010006: says(
    l10n.t(
      'No method took the verification: `method` is missing, unknown, or not the one in `selfservice.flows.verification.use`.',
    ),
    l10n.t('Start a new flow: this one is spoiled and refuses everything from now on.'),
  ),
  4010007: says(l10n.t('This login has been completed before.'), l10n.t('Start a new one.')),
  4010008: says(
    l10n.t('The code to sign in is wrong, used, or too old.'),
    l10n.t('Try again, or ask for another code.'),
  ),
  4010009: says(
    l10n.t('The account that was signed in to is another one than the provider’s.'),
    l10n.t('Sign in to the account that has the identifier.'),
  ),
  4010010: says(
    l10n.t('No address of the account is the one that was entered.'),
    l10n.t('Enter an address that the identity has.'),
  ),
  4010011: says(
    l10n.t('The identity is inactive: it exists, and the password may be right.'),
    l10n.t('Activate it (its `state`), if that is meant. Older servers answer 401 without this message.'),
  ),
  4040000: label(l10n.t('Something in the registration is wrong.')),
  4040001: says(
    l10n.t('The registration flow is too old.'),
    l10n.t('Start a new one: its lifetime is `selfservice.flows.registration.lifespan`.'),
  ),
  4040002: says(l10n.t('This registration has been completed before.'), l10n.t('Start a new one.')),
  4040003: says(
    l10n.t('The code to sign up is wrong, used, or too old.'),
    l10n.t('Try again, or ask for another code.'),
  ),
  5000000: label(l10n.t('Something is wrong with the server or its configuration.')),
  5000001: says(
    l10n.t('The server could not do it; the text says why.'),
    l10n.t('Look into the server’s log.'),
  ),
  5000002: says(
    l10n.t('No method to sign in is switched on.'),
    l10n.t('Switch one on in `selfservice.methods`.'),
  ),
  5000003: says(
    l10n.t('The organization asks for single sign-on and has no provider.'),
    l10n.t('Add a provider to the organization.'),
  ),
};
