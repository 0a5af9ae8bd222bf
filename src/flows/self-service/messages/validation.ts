import { type Explanations, label, says } from './explanation.ts';

const SCHEMA = 'Mend the value, or the rule in the identity schema.';

/** 4000000: what is wrong with a field. */
export const VALIDATION: Explanations = {
  4000000: label('A value is wrong.'),
  4000001: says(
    'A value is not what the identity schema or the method asks for, or the body can’t be read; the text says which.',
    'Compare what was sent with the schema. Additional properties are refused where the schema says so.',
  ),
  4000002: says(
    'A required field is missing; `context.property` names it.',
    'Fill it in. Is it filled in? Then its name is wrong: traits stand in an object `traits` of a JSON body.',
  ),
  4000003: says('The text is too short (`minLength` of the schema).', SCHEMA),
  4000004: says('The text does not fit the `pattern` of the schema.', SCHEMA),
  4000005: says(
    'The password policy refuses the password; the text says why.',
    'Choose another one, or see `selfservice.methods.password.config`.',
  ),
  4000006: says(
    'Name or password is wrong. Kratos does not tell which of them, nor whether the account exists.',
    'Check the spelling; look the identity up by its identifier, and whether it has a password at all.',
  ),
  4000007: says(
    'Another identity signs in with this identifier already.',
    'Sign in or recover instead, or choose another one.',
  ),
  4000008: says(
    'The code of the authenticator app is wrong or too old.',
    'Check the clock of phone and server; codes change every 30 seconds.',
  ),
  4000009: says(
    'The identity would have nothing to sign in with.',
    'Mark a trait in the identity schema as an identifier of this method (`ory.sh/kratos` → `credentials`).',
  ),
  4000010: says(
    'The address must be proved before signing in.',
    'Verify it: the hook `require_verified_address` (or its successor) asks for that.',
  ),
  4000011: says(
    'No authenticator app is set up.',
    'Set one up in a settings flow, or use another second factor.',
  ),
  4000012: says('This backup code was used before.', 'Use another one, or make new ones in a settings flow.'),
  4000013: says('No security key is set up.', 'Add one in a settings flow, or use another method.'),
  4000014: says('There are no backup codes.', 'Make some in a settings flow, or use another second factor.'),
  4000015: says('The account does not exist or has no security key.', 'Sign in with another method.'),
  4000016: says('This is no backup code of the account.', 'Check the spelling.'),
  4000017: says('The text is too long (`maxLength` of the schema).', SCHEMA),
  4000018: says('The number is too small (`minimum`).', SCHEMA),
  4000019: says('The number is too small (`exclusiveMinimum`).', SCHEMA),
  4000020: says('The number is too large (`maximum`).', SCHEMA),
  4000021: says('The number is too large (`exclusiveMaximum`).', SCHEMA),
  4000022: says('The number is no multiple of what the schema says (`multipleOf`).', SCHEMA),
  4000023: says('The list is too long (`maxItems`).', SCHEMA),
  4000024: says('The list is too short (`minItems`).', SCHEMA),
  4000025: says('Two items of the list are equal (`uniqueItems`).', SCHEMA),
  4000026: says('The value has another type than the schema says.', SCHEMA),
  4000027: says(
    'The provider’s account has an identifier that another identity uses.',
    'Sign in to that account and link the provider in its settings.',
  ),
  4000028: says(
    'Another identity uses the identifier; the text names how that account signs in.',
    'Sign in in one of these ways. The hints come with `selfservice.flows.registration.login_hints`.',
  ),
  4000029: says('The value must be exactly one that the schema names (`const`).', SCHEMA),
  4000030: says('The value must be exactly one that the schema names (`const`).', SCHEMA),
  4000031: says('The password is too similar to the identifier.', 'Choose another password.'),
  4000032: says(
    'The password is too short.',
    'Choose a longer one, or see `selfservice.methods.password.config.min_password_length`.',
  ),
  4000033: says('The password is too long.', 'Choose a shorter one: bcrypt reads 72 bytes at most.'),
  4000034: says(
    'The password was found in data breaches.',
    'Choose another one. The check is `selfservice.methods.password.config.haveibeenpwned_enabled`.',
  ),
  4000035: says(
    'The account does not exist or can’t sign in with a code.',
    'Check the address; the schema must mark it as an identifier of the method `code`.',
  ),
  4000036: says(
    'The traits differ from those that the code was asked for with.',
    'Send the same traits with the code, or start a new flow.',
  ),
  4000037: says(
    'There is no account with this identifier, or it has no way to sign in.',
    'Check the spelling, or sign up.',
  ),
  4000038: says('The captcha was not answered, or wrongly.', 'Answer it on a page in the browser.'),
  4000039: says('The new password is the old one.', 'Choose another one.'),
  4000040: says('This is no e-mail address.', 'Check the spelling.'),
  4000041: says('This is no phone number.', 'Write it with its country code: +49 …'),
  4000042: says('No device is enrolled.', 'Enroll one with the app, or use another method.'),
  4000043: says('The answer of the security key is wrong.', 'Try again on a page in the browser.'),
  4000044: says('The signature of the device is wrong.', 'Try again with the app.'),
  4000045: says('The device’s attestation is no longer accepted.', 'Enroll the device again.'),
  4000046: says('The device was enrolled before user verification was required.', 'Enroll the device again.'),
};
