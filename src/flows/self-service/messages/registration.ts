import { type Explanations, label, says } from './explanation.ts';

/** 1040000: signing up. */
export const REGISTRATION: Explanations = {
  1040000: label('Belongs to signing up.'),
  1040001: label('Button that signs up.'),
  1040002: label('Button that signs up with a provider; `context.provider` names it.'),
  1040003: label('Button that goes on to the next step of the registration.'),
  1040004: label('Button that signs up with a security key.'),
  1040005: says(
    'A code was sent to the addresses of the new account.',
    'Type the code. Nothing arrived? Look into the courier’s messages.',
  ),
  1040006: label('Button that sends a code to sign up.'),
  1040007: label('Button that signs up with a passkey.'),
  1040008: label('Button that goes back to the first step, where the traits are.'),
  1040009: says(
    'The traits are complete: the second step of the registration chooses a credential.',
    'Choose a method; Back changes the traits.',
  ),
};
