import * as l10n from '@vscode/l10n';
import { type Explanations, label, says } from './explanation.ts';

const SCHEMA = l10n.t('Mend the value, or the rule in the identity schema.');

/** 4000000: what is wrong with a field. */
export const VALIDATION: Explanations = {
  4000000: label(l10n.t('A value is wrong.')),
  4000001: says(
    l10n.t(
      'A value is not what the identity schema or the method asks for, or the body can’t be read; the text says which.',
    ),
    l10n.t(
      'Compare what was sent with the schema. Additional properties are refused where the schema says so.',
    ),
  ),
  4000002: says(
    l10n.t('A required field is missing; `context.property` names it.'),
    l10n.t(
      'Fill it in. Is it filled in? Then its name is wrong: traits stand in an object `traits` of a JSON body.',
    ),
  ),
  4000003: says(l10n.t('The text is too short (`minLength` of the schema).'), SCHEMA),
  4000004: says(l10n.t('The text does not fit the `pattern` of the schema.'), SCHEMA),
  4000005: says(
    l10n.t('The password policy refuses the password; the text says why.'),
    l10n.t('Choose another one, or see `selfservice.methods.password.config`.'),
  ),
  4000006: says(
    l10n.t('Name or password is wrong. Kratos does not tell which of them, nor whether the account exists.'),
    l10n.t(
      'Check the spelling; look the identity up by its identifier, and whether it has a password at all.',
    ),
  ),
  4000007: says(
    l10n.t('Another identity signs in with this identifier already.'),
    l10n.t('Sign in or recover instead, or choose another one.'),
  ),
  4000008: says(
    l10n.t('The code of the authenticator app is wrong or too old.'),
    l10n.t('Check the clock of phone and server; codes change every 30 seconds.'),
  ),
  4000009: says(
    l10n.t('The identity would have nothing to sign in with.'),
    l10n.t(
      'Mark a trait in the identity schema as an identifier of this method (`ory.sh/kratos` → `credentials`).',
    ),
  ),
  4000010: says(
    l10n.t('The address must be proved before signing in.'),
    l10n.t('Verify it: the hook `require_verified_address` (or its successor) asks for that.'),
  ),
  4000011: says(
    l10n.t('No authenticator app is set up.'),
    l10n.t('Set one up in a settings flow, or use another second factor.'),
  ),
  4000012: says(
    l10n.t('This backup code was used before.'),
    l10n.t('Use another one, or make new ones in a settings flow.'),
  ),
  4000013: says(
    l10n.t('No security key is set up.'),
    l10n.t('Add one in a settings flow, or use another method.'),
  ),
  4000014: says(
    l10n.t('There are no backup codes.'),
    l10n.t('Make some in a settings flow, or use another second factor.'),
  ),
  4000015: says(
    l10n.t('The account does not exist or has no security key.'),
    l10n.t('Sign in with another method.'),
  ),
  4000016: says(l10n.t('This is no backup code of the account.'), l10n.t('Check the spelling.')),
  4000017: says(l10n.t('The text is too long (`maxLength` of the schema).'), SCHEMA),
  4000018: says(l10n.t('The number is too small (`minimum`).'), SCHEMA),
  4000019: says(l10n.t('The number is too small (`exclusiveMinimum`).'), SCHEMA),
  4000020: says(l10n.t('The number is too large (`maximum`).'), SCHEMA),
  4000021: says(l10n.t('The number is too large (`exclusiveMaximum`).'), SCHEMA),
  4000022: says(l10n.t('The number is no multiple of what the schema says (`multipleOf`).'), SCHEMA),
  4000023: says(l10n.t('The list is too long (`maxItems`).'), SCHEMA),
  4000024: says(l10n.t('The list is too short (`minItems`).'), SCHEMA),
  4000025: says(l10n.t('Two items of the list are equal (`uniqueItems`).'), SCHEMA),
  4000026: says(l10n.t('The value has another type than the schema says.'), SCHEMA),
  4000027: says(
    l10n.t('The provider’s account has an identifier that another identity uses.'),
    l10n.t('Sign in to that account and link the provider in its settings.'),
  ),
  4000028: says(
    l10n.t('Another identity uses the identifier; the text names how that account signs in.'),
    l10n.t('Sign in in one of these ways. The hints come with `selfservice.flows.registration.login_hints`.'),
  ),
  4000029: says(l10n.t('The value must be exactly one that the schema names (`const`).'), SCHEMA),
  4000030: says(l10n.t('The value must be exactly one that the schema names (`const`).'), SCHEMA),
  4000031: says(l10n.t('The password is too similar to the identifier.'), l10n.t('Choose another password.')),
  4000032: says(
    l10n.t('The password is too short.'),
    l10n.t('Choose a longer one, or see `selfservice.methods.password.config.min_password_length`.'),
  ),
  4000033: says(
    l10n.t('The password is too long.'),
    l10n.t('Choose a shorter one: bcrypt reads 72 bytes at most.'),
  ),
  4000034: says(
    l10n.t('The password was found in data breaches.'),
    l10n.t('Choose another one. The check is `selfservice.methods.password.config.haveibeenpwned_enabled`.'),
  ),
  4000035: says(
    l10n.t('The account does not exist or can’t sign in with a code.'),
    l10n.t('Check the address; the schema must mark it as an identifier of the method `code`.'),
  ),
  4000036: says(
    l10n.t('The traits differ from those that the code was asked for with.'),
    l10n.t('Send the same traits with the code, or start a new flow.'),
  ),
  4000037: says(
    l10n.t('There is no account with this identifier, or it has no way to sign in.'),
    l10n.t('Check the spelling, or sign up.'),
  ),
  4000038: says(
    l10n.t('The captcha was not answered, or wrongly.'),
    l10n.t('Answer it on a page in the browser.'),
  ),
  4000039: says(l10n.t('The new password is the old one.'), l10n.t('Choose another one.')),
  4000040: says(l10n.t('This is no e-mail address.'), l10n.t('Check the spelling.')),
  4000041: says(l10n.t('This is no phone number.'), l10n.t('Write it with its country code: +49 …')),
  4000042: says(l10n.t('No device is enrolled.'), l10n.t('Enroll one with the app, or use another method.')),
  4000043: says(
    l10n.t('The answer of the security key is wrong.'),
    l10n.t('Try again on a page in the browser.'),
  ),
  4000044: says(l10n.t('The signature of the device is wrong.'), l10n.t('Try again with the app.')),
  4000045: says(
    l10n.t('The device’s attestation is no longer accepted.'),
    l10n.t('Enroll the device again.'),
  ),
  4000046: says(
    l10n.t('The device was enrolled before user verification was required.'),
    l10n.t('Enroll the device again.'),
  ),
};
