import * as l10n from '@vscode/l10n';
import { type Explanations, label } from './explanation.ts';

/** 1070000: names of fields and buttons that several flows have. */
export const LABELS: Explanations = {
  1070000: label(l10n.t('Name of a field or button.')),
  1070001: label(l10n.t('Field for a password.')),
  1070002: label(l10n.t('Field of a trait: its name is the `title` in the identity schema.')),
  1070003: label(l10n.t('Button that saves.')),
  1070004: label(
    l10n.t('Field for whatever the person signs in with: e-mail address, username, phone number.'),
  ),
  1070005: label(l10n.t('Button that sends the form.')),
  1070006: label(l10n.t('Field for a code that was sent.')),
  1070007: label(l10n.t('Field for an e-mail address; as a button it sends another code.')),
  1070008: label(l10n.t('Button that sends another code.')),
  1070009: label(l10n.t('Button that goes on.')),
  1070010: label(l10n.t('Field for the recovery code.')),
  1070011: label(l10n.t('Field for the verification code.')),
  1070012: label(l10n.t('Field for the code to sign up.')),
  1070013: label(l10n.t('Field for the code to sign in.')),
  1070014: label(l10n.t('Button that signs in and links the new credential.')),
  1070015: label(l10n.t('Captcha: only its own script can answer it.')),
  1070016: label(l10n.t('Field for the address that the recovery goes to.')),
  1070017: label(l10n.t('Field for a phone number.')),
  1070018: label(l10n.t('Field for an e-mail address or a phone number.')),
};
