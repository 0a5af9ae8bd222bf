import type { JsonObject } from '../../json/values.ts';

/** Entries of `continue_with`: what a client may do next. */

export const redirectBrowserTo = (to: string): JsonObject => ({
  action: 'redirect_browser_to',
  redirect_browser_to: to,
});

export const setSessionToken = (token: string): JsonObject => ({
  action: 'set_ory_session_token',
  ory_session_token: token,
});

/** `url` is the page of a browser's flow; an app shows its own. */
export const showVerificationUi = (id: string, address: string, url: string | undefined): JsonObject => ({
  action: 'show_verification_ui',
  flow: { id, verifiable_address: address, ...(url === undefined ? {} : { url }) },
});

export const showSettingsUi = (id: string, url: string | undefined): JsonObject => ({
  action: 'show_settings_ui',
  flow: { id, ...(url === undefined ? {} : { url }) },
});
