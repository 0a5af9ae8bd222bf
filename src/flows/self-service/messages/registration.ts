import * as l10n from '@vscode/l10n';
import { type Explanations, label, says } from './explanation.ts';

/** 1040000: signing up. */
export const REGISTRATION: Explanations = {
  1040000: label(l10n.t('Belongs to signing up.')),
  1040001: label(l10n.t('Button that signs up.')),
  1040002: label(l10n.t('Button that signs up with a provider; `context.provider` names it.')),
  1040003: label(l10n.t('Button that goes on to the next step of the registration.')),
  1040004: label(l10n.t('Button that signs up with a security key.')),
  1040005: says(
    l10n.t('A code was sent to the addresses of the new account.'),
    l10n.t('Type the code. Nothing arrived? Look into the courier’s messages.'),
  ),
  1040006: label(l10n.t('Button that sends a code to sign up.')),
  1040007: label(l10n.t('Button that signs up with a passkey.')),
  1040008: label(l10n.t('Button that goes back to the first step, where the traits are.')),
  1040009: says(
    l10n.t('The traits are complete: the second step of the registration chooses a credential.'),
    l10n.t('Choose a method; Back changes the traits.'),
  ),
};
