import * as l10n from '@vscode/l10n';
import { type Explanations, label, says } from './explanation.ts';

const EXPIRED_LINK = l10n.t('Start a new flow; a link or code works once, and only as long as its lifespan.');

/** 1060000, 1080000, 4060000, 4070000: getting back into an account, proving an address. */
export const RECOVERY_AND_VERIFICATION: Explanations = {
  1060000: label(l10n.t('Belongs to recovery.')),
  1060001: says(
    l10n.t('The account is recovered: the settings flow is privileged for a while.'),
    l10n.t('Set a new password or another way to sign in before that time is over.'),
  ),
  1060002: says(
    l10n.t(
      'If the address belongs to somebody, a link was mailed to it. Kratos says so for unknown addresses as well.',
    ),
    l10n.t('Open the link. Nothing arrived? Look into the courier’s messages.'),
  ),
  1060003: says(
    l10n.t(
      'If the address belongs to somebody, a code was mailed to it. Kratos says so for unknown addresses as well.',
    ),
    l10n.t('Type the code. Nothing arrived? Look into the courier’s messages.'),
  ),
  1060004: says(l10n.t('A code was sent to the address that is shown in part.'), l10n.t('Type the code.')),
  1060005: says(
    l10n.t('The address is known in part only.'),
    l10n.t('Enter the whole address of the account.'),
  ),
  1060006: says(l10n.t('The account has several addresses.'), l10n.t('Choose where the code is to go.')),
  1060007: label(l10n.t('Button that goes back.')),
  1080000: label(l10n.t('Belongs to verification.')),
  1080001: says(l10n.t('A link was mailed to the address.'), l10n.t('Open the link in the mail.')),
  1080002: says(
    l10n.t('The e-mail address is proved.'),
    l10n.t('Nothing is left to do: the flow has passed its challenge.'),
  ),
  1080003: says(
    l10n.t(
      'If the address belongs to somebody, a code was mailed to it. Kratos says so for unknown addresses as well.',
    ),
    l10n.t('Type the code. Nothing arrived? Look into the courier’s messages.'),
  ),
  1080004: says(
    l10n.t(
      'A code was sent as a text message. Newer servers say so for everything that is no e-mail address.',
    ),
    l10n.t('Check the spelling of the address, or type the code.'),
  ),
  1080005: says(
    l10n.t('The phone number is proved.'),
    l10n.t('Nothing is left to do: the flow has passed its challenge.'),
  ),
  4060000: label(l10n.t('Something in the recovery is wrong.')),
  4060001: says(l10n.t('This recovery has been completed before.'), l10n.t('Start a new one.')),
  4060002: says(l10n.t('The recovery failed and can’t be used any more.'), l10n.t('Start a new one.')),
  4060003: says(l10n.t('The recovery link has no token.'), l10n.t('Open the link exactly as it was mailed.')),
  4060004: says(l10n.t('The recovery link is wrong, used or too old.'), EXPIRED_LINK),
  4060005: says(
    l10n.t('The recovery flow is too old.'),
    l10n.t('Start a new one; Kratos redirects to it by itself.'),
  ),
  4060006: says(
    l10n.t('The code is wrong, used, too old, or of another flow. Answered with 200, not 400.'),
    l10n.t('Try again; after five wrong codes the flow is replaced.'),
  ),
  4070000: label(l10n.t('Something in the verification is wrong.')),
  4070001: says(l10n.t('The verification link is wrong, used or too old.'), EXPIRED_LINK),
  4070002: says(
    l10n.t('This verification has been completed before.'),
    l10n.t('Nothing is left to do, or start a new one.'),
  ),
  4070003: says(l10n.t('The verification failed and can’t be used any more.'), l10n.t('Start a new one.')),
  4070004: says(
    l10n.t('The verification link has no token.'),
    l10n.t('Open the link exactly as it was mailed.'),
  ),
  4070005: says(
    l10n.t('The verification flow is too old.'),
    l10n.t('Start a new one; Kratos redirects to it by itself.'),
  ),
  4070006: says(
    l10n.t('The code is wrong, used, too old, or of another flow. Answered with 200, not 400.'),
    l10n.t('Try again, or ask for another code.'),
  ),
};
