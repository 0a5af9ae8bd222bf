import { type Explanations, label, says } from './explanation.ts';

/** 1050000: changing one's own account. */
export const SETTINGS: Explanations = {
  1050000: label('Belongs to the settings.'),
  1050001: says('The change was saved. The flow can be used for further changes.', 'Nothing is left to do.'),
  1050002: label('Button that links a provider.'),
  1050003: label('Button that takes the link to a provider away.'),
  1050004: label('Button that takes the authenticator app away.'),
  1050005: says(
    'Picture with the key of a new authenticator app, for this flow only.',
    'Scan it, or type the secret beside it, and send a code of the app.',
  ),
  1050006: says('The key of a new authenticator app as text.', 'Type it into the app.'),
  1050007: label('Button that shows the backup codes.'),
  1050008: label('Button that makes new backup codes; they count once they are confirmed.'),
  1050009: label('A backup code that was not used yet.'),
  1050010: says('The list of backup codes.', 'Keep them, and confirm: only then they count.'),
  1050011: label('Button that confirms the new backup codes.'),
  1050012: label('Button that adds a security key.'),
  1050013: label('Field for the name of a security key.'),
  1050014: label('A backup code that was used, and when.'),
  1050015: label('The backup codes in one text.'),
  1050016: label('Button that switches this method off.'),
  1050017: label('Heading of the authenticator app’s secret.'),
  1050018: label('Button that takes a security key away.'),
  1050019: label('Button that adds a passkey.'),
  1050020: label('Button that takes a passkey away.'),
  1050021: label('Button that takes a device’s key away.'),
  1050022: label('Nonce that a device signs to enroll its key.'),
  1050023: says(
    'An organization manages this account.',
    'The organization’s administrator changes it; its own settings are locked.',
  ),
  4050000: label('Something in the settings is wrong.'),
  4050001: says(
    'The settings flow is too old.',
    'Start a new one: its lifetime is `selfservice.flows.settings.lifespan`.',
  ),
  4050002: says('Two addresses were changed in one step.', 'Change one address at a time.'),
};
