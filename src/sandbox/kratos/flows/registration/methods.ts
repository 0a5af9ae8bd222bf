import type { Exchange } from '../../http/exchange.ts';
import { absentRegistration } from '../../methods/absent.ts';
import { codeRegistration } from '../../methods/code/registration.ts';
import { passwordRegistration } from '../../methods/password/registration.ts';
import { profileRegistration } from '../../methods/profile/registration.ts';
import type { Flow } from '../model.ts';
import type { RegistrationMethod } from './method.ts';

/** All ways to sign up, in the order in which they are asked. */
export const REGISTRATION_METHODS: readonly RegistrationMethod[] = [
  profileRegistration,
  passwordRegistration,
  absentRegistration,
  codeRegistration,
];

/** Those that can be used; an organization signs up through its own provider. */
export function usableMethods(ex: Exchange, flow: Flow): readonly RegistrationMethod[] {
  if (flow.organization_id !== undefined) return [];
  return REGISTRATION_METHODS.filter((method) => method.isEnabled(ex));
}
