import { absentLogin } from '../../methods/absent.ts';
import { identifierFirst } from '../../methods/identifier-first.ts';
import { codeLogin } from '../../methods/code/login.ts';
import { lookupLogin } from '../../methods/lookup/login.ts';
import { passwordLogin } from '../../methods/password/login.ts';
import { totpLogin } from '../../methods/totp/login.ts';
import type { LoginMethod } from './method.ts';

/** All ways to sign in, in the order in which they are asked. */
export const LOGIN_METHODS: readonly LoginMethod[] = [
  passwordLogin,
  absentLogin,
  codeLogin,
  totpLogin,
  lookupLogin,
  identifierFirst([passwordLogin, codeLogin]),
];
