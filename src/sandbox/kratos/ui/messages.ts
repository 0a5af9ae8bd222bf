import { wordOf, type JsonObject } from '../../json/values.ts';

/** A message of a form or one of its fields, or the label of a field. Clients tell messages apart by their ids. */
export interface UiMessage {
  readonly id: number;
  readonly text: string;
  readonly type: 'info' | 'error' | 'success';
  readonly context?: JsonObject;
}

/** Every message that a flow can show: Kratos' own id, and the sandbox's own words (`{name}` is taken from the context). */
const MESSAGES = {
  signIn: [1010001, 'Sign in'],
  confirmItIsYou: [1010003, 'Show once more that it is you before you go on.'],
  secondFactorWanted: [1010004, 'One more step: your second factor is needed.'],
  totpCode: [1010006, 'Code of your authenticator app'],
  lookupCode: [1010007, 'One of your backup codes'],
  useTotp: [1010009, 'Use the authenticator app'],
  useLookup: [1010010, 'Use a backup code'],
  continueLogin: [1010013, 'Continue'],
  loginCodeSent: [
    1010014,
    'A code is on its way to the address that you named. Nothing there? Look at its spelling.',
  ],
  sendLoginCode: [1010015, 'Send a code to sign in with'],
  signInWithPassword: [1010022, 'Sign in with the password'],
  sendCodeTo: [1010023, 'Send a code to {address}'],
  loginCodeSentToYou: [1010025, 'A code is on its way to your address.'],
  signUp: [1040001, 'Sign up'],
  registrationCodeSent: [1040005, 'A code is on its way to the address that you signed up with.'],
  sendRegistrationCode: [1040006, 'Send a code to sign up with'],
  backToProfile: [1040008, 'Back'],
  chooseCredentials: [1040009, 'Choose how you want to sign in from now on.'],
  saved: [1050001, 'Saved.'],
  unlinkTotp: [1050004, 'Take the authenticator app away'],
  totpQr: [1050005, 'QR code for your authenticator app'],
  totpSecret: [1050006, '{secret}'],
  revealLookup: [1050007, 'Show my backup codes'],
  regenerateLookup: [1050008, 'Make new backup codes'],
  lookupSecret: [1050009, '{secret}'],
  lookupSecrets: [1050010, 'Your backup codes: keep them where only you can find them.'],
  confirmLookup: [1050011, 'I have kept these backup codes'],
  addSecurityKey: [1050012, 'Add a security key'],
  securityKeyName: [1050013, 'Name of the security key'],
  lookupSecretUsed: [1050014, 'Used at {used_at}'],
  lookupSecretList: [1050015, '{list}'],
  disableLookup: [1050016, 'Turn backup codes off'],
  totpSecretLabel: [1050017, 'The same as text, for an app that cannot scan the QR code.'],
  recovered: [1060001, 'You are back in. Set a new password within the next {minutes} minutes.'],
  recoveryLinkSent: [
    1060002,
    'If we know the address, a mail with a link to recover the account is on its way to it.',
  ],
  recoveryCodeSent: [
    1060003,
    'If we know the address, a mail with a code to recover the account is on its way to it.',
  ],
  password: [1070001, 'Password'],
  trait: [1070002, '{title}'],
  save: [1070003, 'Save'],
  identifier: [1070004, 'ID'],
  verifyTotp: [1070006, 'Code that the app shows now'],
  email: [1070007, 'E-mail'],
  resendCode: [1070008, 'Send the code again'],
  continue: [1070009, 'Continue'],
  recoveryCode: [1070010, 'Recovery code'],
  verificationCode: [1070011, 'Verification code'],
  registrationCode: [1070012, 'Registration code'],
  loginCode: [1070013, 'Login code'],
  emailOrPhone: [1070018, 'E-mail or telephone number'],
  verificationLinkSent: [
    1080001,
    'If we know the address, a mail with a link to verify it is on its way to it.',
  ],
  verified: [1080002, 'The address is verified.'],
  verificationCodeSent: [
    1080003,
    'If we know the address, a mail with a code to verify it is on its way to it.',
  ],
  verificationSmsSent: [
    1080004,
    'If we know the number, a text message with a code to verify it is on its way to it.',
  ],
  verifiedPhone: [1080005, 'The telephone number is verified.'],

  invalid: [4000001, '{reason}'],
  missing: [4000002, '{property} has to be filled in.'],
  tooShort: [4000003, 'At least {min_length} characters are needed, these are {actual_length}.'],
  badFormat: [4000004, 'This does not match the pattern {pattern}.'],
  wrongCredentials: [4000006, 'Nobody has this login name and password.'],
  taken: [4000007, 'Another account uses one of these already.'],
  wrongTotp: [4000008, 'That is not the code that the app shows now.'],
  noIdentifier: [
    4000009,
    'There is nothing here to log in with: the schema marks no login name, or it is empty.',
  ],
  notVerified: [4000010, 'The address of this account is not verified yet.'],
  noTotp: [4000011, 'No authenticator app is set up.'],
  lookupUsed: [4000012, 'This backup code was used before.'],
  noLookup: [4000014, 'No backup codes are set up.'],
  wrongLookup: [4000016, 'That is none of your backup codes.'],
  tooLong: [4000017, 'No more than {max_length} characters are taken, these are {actual_length}.'],
  belowMinimum: [4000018, 'At least {minimum} is needed, this is {actual}.'],
  notAboveMinimum: [4000019, 'More than {minimum} is needed, this is {actual}.'],
  aboveMaximum: [4000020, 'No more than {maximum} is taken, this is {actual}.'],
  notBelowMaximum: [4000021, 'Less than {maximum} is needed, this is {actual}.'],
  noMultiple: [4000022, '{actual} is no multiple of {base}.'],
  tooManyItems: [4000023, 'No more than {max_items} are taken, these are {actual_items}.'],
  tooFewItems: [4000024, 'At least {min_items} are needed, these are {actual_items}.'],
  repeatedItems: [4000025, 'Numbers {index_a} and {index_b} are the same.'],
  wrongType: [4000026, 'This is of the wrong type: {actual_type}.'],
  takenWithHints: [4000028, 'An account uses {credential_identifier_hint} already.'],
  notConstant: [4000029, 'This must be {expected}.'],
  passwordLikeIdentifier: [4000031, 'The password is too much like the login name.'],
  passwordTooShort: [4000032, 'A password needs {min_length} characters or more, this has {actual_length}.'],
  noCodeUser: [4000035, 'Nobody with this address signs in with codes.'],
  traitsChanged: [4000036, 'What you sent is not what the code was sent for.'],
  noAccount: [4000037, 'There is no such account, or no way to sign in to it.'],
  passwordTooLong: [4000033, 'A password may have {max_length} bytes, this has {actual_length}.'],
  passwordUnchanged: [4000039, 'That is the password that you have already.'],
  badEmail: [4000040, 'This is no e-mail address.'],
  badPhone: [4000041, 'This is no telephone number.'],
  loginExpired: [4010001, 'Signing in took too long ({minutes} minutes over). Here is a fresh form.'],
  noLoginMethod: [4010002, 'No way to sign in fits what was sent.'],
  noRegistrationMethod: [4010003, 'No way to sign up fits what was sent.'],
  noSettingsMethod: [4010004, 'No way to change settings fits what was sent.'],
  noRecoveryMethod: [4010005, 'No way to recover an account fits what was sent.'],
  noVerificationMethod: [4010006, 'No way to verify an address fits what was sent.'],
  wrongLoginCode: [4010008, 'This login code is wrong, or it was used before.'],
  unknownAddress: [4010010, 'The account has no such address.'],
  inactive: [4010011, 'This account is switched off.'],
  registrationExpired: [4040001, 'Signing up took too long ({minutes} minutes over). Here is a fresh form.'],
  wrongRegistrationCode: [4040003, 'This registration code is wrong, or it was used before.'],
  settingsExpired: [
    4050001,
    'Changing settings took too long ({minutes} minutes over). Here is a fresh form.',
  ],
  recoveryDone: [4060001, 'This recovery has been completed: start again if you need another.'],
  recoveryBroken: [4060002, 'This recovery cannot go on: start again.'],
  wrongRecoveryToken: [4060004, 'This recovery link is wrong, or it was used before.'],
  recoveryExpired: [4060005, 'The recovery took too long ({minutes} minutes over). Here is a fresh form.'],
  wrongRecoveryCode: [4060006, 'This recovery code is wrong, or it was used before.'],
  wrongVerificationToken: [4070001, 'This verification link is wrong, or it was used before.'],
  verificationDone: [4070002, 'This verification has been completed: start again if you need another.'],
  verificationBroken: [4070003, 'This verification cannot go on: start again.'],
  verificationExpired: [
    4070005,
    'The verification took too long ({minutes} minutes over). Here is a fresh form.',
  ],
  wrongVerificationCode: [4070006, 'This verification code is wrong, or it was used before.'],
} as const satisfies Record<string, readonly [id: number, text: string]>;

export type MessageName = keyof typeof MESSAGES;

const SUCCESSES: readonly MessageName[] = ['saved', 'recovered', 'verified', 'verifiedPhone'];
const FIRST_ERROR = 4_000_000;

/** The message; `context` is sent along with it, `words` only fill its text in. */
export function say(name: MessageName, context?: JsonObject, words: JsonObject = {}): UiMessage {
  const [id, template] = MESSAGES[name];
  const known = { ...context, ...words };
  const text = template.replace(/\{(\w+)\}/g, (_, key: string) => wordOf(known[key]));
  const type = id >= FIRST_ERROR ? 'error' : SUCCESSES.includes(name) ? 'success' : 'info';
  return { id, text, type, ...(context ? { context } : {}) };
}
