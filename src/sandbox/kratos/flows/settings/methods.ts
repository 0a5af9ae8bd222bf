import { absentSettings } from '../../methods/absent.ts';
import { lookupSettings } from '../../methods/lookup/settings.ts';
import { passwordSettings } from '../../methods/password/settings.ts';
import { profileSettings } from '../../methods/profile/settings.ts';
import { totpSettings } from '../../methods/totp/settings.ts';
import { webauthnSettings } from '../../methods/webauthn/settings.ts';
import type { SettingsMethod } from './method.ts';

/** All parts of the settings, in the order in which they are asked. */
export const SETTINGS_METHODS: readonly SettingsMethod[] = [
  profileSettings,
  passwordSettings,
  absentSettings,
  totpSettings,
  webauthnSettings,
  lookupSettings,
];
