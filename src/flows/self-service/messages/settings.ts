import * as l10n from '@vscode/l10n';
import { type Explanations, label, says } from './explanation.ts';

/** 1050000: changing one's own account. */
export const SETTINGS: Explanations = {
  1050000: label(l10n.t('Belongs to the settings.')),
  1050001: says(
    l10n.t('The change was saved. The flow can be used for further changes.'),
    l10n.t('Nothing is left to do.'),
  ),
  1050002: label(l10n.t('Button that links a provider.')),
  1050003: label(l10n.t('Button that takes the link to a provider away.')),
  1050004: label(l10n.t('Button that takes the authenticator app away.')),
  1050005: says(
    l10n.t('Picture with the key of a new authenticator app, for this flow only.'),
    l10n.t('Scan it, or type the secret beside it, and send a code of the app.'),
  ),
  1050006: says(l10n.t('The key of a new authenticator app as text.'), l10n.t('Type it into the app.')),
  1050007: label(l10n.t('Button that shows the backup codes.')),
  1050008: label(l10n.t('Button that makes new backup codes; they count once they are confirmed.')),
  1050009: label(l10n.t('A backup code that was not used yet.')),
  1050010: says(l10n.t('The list of backup codes.'), l10n.t('Keep them, and confirm: only then they count.')),
  1050011: label(l10n.t('Button that confirms the new backup codes.')),
  1050012: label(l10n.t('Button that adds a security key.')),
  1050013: label(l10n.t('Field for the name of a security key.')),
  1050014: label(l10n.t('A backup code that was used, and when.')),
  1050015: label(l10n.t('The backup codes in one text.')),
  1050016: label(l10n.t('Button that switches this method off.')),
  1050017: label(l10n.t('Heading of the authenticator app’s secret.')),
  1050018: label(l10n.t('Button that takes a security key away.')),
  1050019: label(l10n.t('Button that adds a passkey.')),
  1050020: label(l10n.t('Button that takes a passkey away.')),
  1050021: label(l10n.t('Button that takes a device’s key away.')),
  1050022: label(l10n.t('Nonce that a device signs to enroll its key.')),
  1050023: says(
    l10n.t('An organization manages this account.'),
    l10n.t('The organization’s administrator changes it; its own settings are locked.'),
  ),
  4050000: label(l10n.t('Something in the settings is wrong.')),
  4050001: says(
    l10n.t('The settings flow is too old.'),
    l10n.t('Start a new one: its lifetime is `selfservice.flows.settings.lifespan`.'),
  ),
  4050002: says(l10n.t('Two addresses were changed in one step.'), l10n.t('Change one address at a time.')),
};
