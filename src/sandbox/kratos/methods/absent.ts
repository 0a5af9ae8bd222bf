import { ANY, methodOf } from '../flows/body.ts';
import type { LoginMethod } from '../flows/login/method.ts';
import { methodDisabled } from '../flows/problems.ts';
import type { RegistrationMethod } from '../flows/registration/method.ts';
import type { SettingsMethod } from '../flows/settings/method.ts';
import { readSubmitted } from '../flows/values.ts';
import type { Exchange } from '../http/exchange.ts';

/** Social logins and passkeys need somebody outside: the sandbox is a server on which they are switched off. */
function refuseProvider(ex: Exchange): void {
  const method = methodOf(ex).toLowerCase();
  const provider = readSubmitted(ex, ANY).values.get('provider')?.[0] ?? '';
  if (provider !== '' && (method === '' || method === 'oidc')) throw methodDisabled();
}

const nothing = (): void => {
  // What is switched off has no fields.
};

export const absentLogin: LoginMethod = {
  id: 'oidc',
  isEnabled: () => false,
  submit({ ex }) {
    if (methodOf(ex) === 'passkey') throw methodDisabled();
    refuseProvider(ex);
    return undefined;
  },
};

export const absentRegistration: RegistrationMethod = {
  id: 'oidc',
  isEnabled: () => false,
  all: nothing,
  profile: nothing,
  credentials: nothing,
  submit({ ex }) {
    refuseProvider(ex);
    return undefined;
  },
};

export const absentSettings: SettingsMethod = {
  id: 'oidc',
  isEnabled: () => false,
  populate: nothing,
  submit(_, { values }) {
    const named = (name: string) => (values.get(name)?.[0] ?? '') !== '';
    if (['link', 'unlink', 'passkey_register', 'passkey_remove'].some(named)) throw methodDisabled();
    return undefined;
  },
};
