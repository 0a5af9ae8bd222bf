import { type Explanations, label, says } from './explanation.ts';

const NO_METHOD = (flow: string, setting: string) =>
  says(
    `No method took the ${flow}: \`method\` is missing, unknown, or switched off.`,
    `Send the \`method\` of the button that was pressed; see \`selfservice.methods\` and ${setting}.`,
  );

/** 4010000, 4040000 and 5000000: what is wrong with a flow as a whole. */
export const FLOW_ERRORS: Explanations = {
  4010000: label('Something in the login is wrong.'),
  4010001: says(
    'The login flow is too old.',
    'Start a new one: its lifetime is `selfservice.flows.login.lifespan`.',
  ),
  4010002: NO_METHOD('login', '`selfservice.flows.login`'),
  4010003: NO_METHOD('registration', '`selfservice.flows.registration.enabled`'),
  4010004: NO_METHOD('change of settings', '`selfservice.flows.settings`'),
  4010005: says(
    'No method took the recovery: `method` is missing, unknown, or not the one in `selfservice.flows.recovery.use`.',
    'Start a new flow: this one is spoiled and refuses everything from now on.',
  ),
  4010006: says(
    'No method took the verification: `method` is missing, unknown, or not the one in `selfservice.flows.verification.use`.',
    'Start a new flow: this one is spoiled and refuses everything from now on.',
  ),
  4010007: says('This login has been completed before.', 'Start a new one.'),
  4010008: says('The code to sign in is wrong, used, or too old.', 'Try again, or ask for another code.'),
  4010009: says(
    'The account that was signed in to is another one than the provider’s.',
    'Sign in to the account that has the identifier.',
  ),
  4010010: says(
    'No address of the account is the one that was entered.',
    'Enter an address that the identity has.',
  ),
  4010011: says(
    'The identity is inactive: it exists, and the password may be right.',
    'Activate it (its `state`), if that is meant. Older servers answer 401 without this message.',
  ),
  4040000: label('Something in the registration is wrong.'),
  4040001: says(
    'The registration flow is too old.',
    'Start a new one: its lifetime is `selfservice.flows.registration.lifespan`.',
  ),
  4040002: says('This registration has been completed before.', 'Start a new one.'),
  4040003: says('The code to sign up is wrong, used, or too old.', 'Try again, or ask for another code.'),
  5000000: label('Something is wrong with the server or its configuration.'),
  5000001: says('The server could not do it; the text says why.', 'Look into the server’s log.'),
  5000002: says('No method to sign in is switched on.', 'Switch one on in `selfservice.methods`.'),
  5000003: says(
    'The organization asks for single sign-on and has no provider.',
    'Add a provider to the organization.',
  ),
};
