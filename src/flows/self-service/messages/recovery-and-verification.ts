import { type Explanations, label, says } from './explanation.ts';

const EXPIRED_LINK = 'Start a new flow; a link or code works once, and only as long as its lifespan.';

/** 1060000, 1080000, 4060000, 4070000: getting back into an account, proving an address. */
export const RECOVERY_AND_VERIFICATION: Explanations = {
  1060000: label('Belongs to recovery.'),
  1060001: says(
    'The account is recovered: the settings flow is privileged for a while.',
    'Set a new password or another way to sign in before that time is over.',
  ),
  1060002: says(
    'If the address belongs to somebody, a link was mailed to it. Kratos says so for unknown addresses as well.',
    'Open the link. Nothing arrived? Look into the courier’s messages.',
  ),
  1060003: says(
    'If the address belongs to somebody, a code was mailed to it. Kratos says so for unknown addresses as well.',
    'Type the code. Nothing arrived? Look into the courier’s messages.',
  ),
  1060004: says('A code was sent to the address that is shown in part.', 'Type the code.'),
  1060005: says('The address is known in part only.', 'Enter the whole address of the account.'),
  1060006: says('The account has several addresses.', 'Choose where the code is to go.'),
  1060007: label('Button that goes back.'),
  1080000: label('Belongs to verification.'),
  1080001: says('A link was mailed to the address.', 'Open the link in the mail.'),
  1080002: says('The e-mail address is proved.', 'Nothing is left to do: the flow has passed its challenge.'),
  1080003: says(
    'If the address belongs to somebody, a code was mailed to it. Kratos says so for unknown addresses as well.',
    'Type the code. Nothing arrived? Look into the courier’s messages.',
  ),
  1080004: says(
    'A code was sent as a text message. Newer servers say so for everything that is no e-mail address.',
    'Check the spelling of the address, or type the code.',
  ),
  1080005: says('The phone number is proved.', 'Nothing is left to do: the flow has passed its challenge.'),
  4060000: label('Something in the recovery is wrong.'),
  4060001: says('This recovery has been completed before.', 'Start a new one.'),
  4060002: says('The recovery failed and can’t be used any more.', 'Start a new one.'),
  4060003: says('The recovery link has no token.', 'Open the link exactly as it was mailed.'),
  4060004: says('The recovery link is wrong, used or too old.', EXPIRED_LINK),
  4060005: says('The recovery flow is too old.', 'Start a new one; Kratos redirects to it by itself.'),
  4060006: says(
    'The code is wrong, used, too old, or of another flow. Answered with 200, not 400.',
    'Try again; after five wrong codes the flow is replaced.',
  ),
  4070000: label('Something in the verification is wrong.'),
  4070001: says('The verification link is wrong, used or too old.', EXPIRED_LINK),
  4070002: says('This verification has been completed before.', 'Nothing is left to do, or start a new one.'),
  4070003: says('The verification failed and can’t be used any more.', 'Start a new one.'),
  4070004: says('The verification link has no token.', 'Open the link exactly as it was mailed.'),
  4070005: says('The verification flow is too old.', 'Start a new one; Kratos redirects to it by itself.'),
  4070006: says(
    'The code is wrong, used, too old, or of another flow. Answered with 200, not 400.',
    'Try again, or ask for another code.',
  ),
};
