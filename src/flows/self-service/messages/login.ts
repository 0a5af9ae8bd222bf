import * as l10n from '@vscode/l10n';
import { type Explanations, label, says } from './explanation.ts';

/** 1010000 to 1030000: signing in and out. */
export const LOGIN: Explanations = {
  1010000: label(l10n.t('Belongs to signing in.')),
  1010001: label(l10n.t('Button that signs in.')),
  1010002: label(l10n.t('Button that signs in with a provider; `context.provider` names it.')),
  1010003: says(
    l10n.t(
      'There is a session already, and this login asks again: it was started with refresh=true, or a change in settings needs a fresh sign-in.',
    ),
    l10n.t('Sign in as the same person. The session stays the same and counts as privileged again.'),
  ),
  1010004: says(
    l10n.t('The session has one factor and needs a second: this login was started with aal=aal2.'),
    l10n.t(
      'Answer with an authenticator app, a backup code, a security key or a code, as the person has set up.',
    ),
  ),
  1010005: label(l10n.t('Button that verifies the second factor.')),
  1010006: label(l10n.t('Field for the code of an authenticator app.')),
  1010007: label(l10n.t('Field for a backup code.')),
  1010008: label(l10n.t('Button that signs in with a security key.')),
  1010009: label(l10n.t('Button that uses the authenticator app.')),
  1010010: label(l10n.t('Button that uses a backup code.')),
  1010011: says(
    l10n.t('The security key is about to be asked.'),
    l10n.t('A page with Kratos’ WebAuthn script goes on from here.'),
  ),
  1010012: says(
    l10n.t('Prompt to get the security key ready.'),
    l10n.t('A page with Kratos’ WebAuthn script goes on from here.'),
  ),
  1010013: label(l10n.t('Button that goes on to the next step of the login.')),
  1010014: says(
    l10n.t(
      'If the address belongs to somebody, a code to sign in was sent to it. Kratos says so for unknown addresses as well.',
    ),
    l10n.t('Type the code. Nothing arrived? Look into the courier’s messages.'),
  ),
  1010015: label(l10n.t('Button that sends a code to sign in.')),
  1010016: says(
    l10n.t('Somebody with this address has an account already. Signing in to it links the new provider.'),
    l10n.t('Sign in with a method of the existing account.'),
  ),
  1010017: label(l10n.t('Button that signs in and links the new credential.')),
  1010018: label(l10n.t('Button that confirms with a provider in order to link the new credential.')),
  1010019: label(l10n.t('Button that asks for a code as the second factor.')),
  1010020: says(
    l10n.t('The address that the code goes to is shown in part only.'),
    l10n.t('Enter the whole address, as the identity has it.'),
  ),
  1010021: label(l10n.t('Button that signs in with a passkey.')),
  1010022: label(l10n.t('Button that signs in with a password.')),
  1010023: label(l10n.t('Button that sends a code for the second factor to the address in `context`.')),
  1010024: label(l10n.t('Button that signs in with a key in the device’s hardware.')),
  1010025: says(l10n.t('A code was sent to an address of the signed-in person.'), l10n.t('Type the code.')),
  1020000: label(l10n.t('Belongs to signing out.')),
  1030000: label(l10n.t('Belongs to the second factor.')),
};
