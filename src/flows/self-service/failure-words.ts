import { own } from '../../ory/own.ts';

/** What a refusal means whose error has an id, for whoever builds the page. */
const WORDS: Readonly<Record<string, string>> = {
  security_csrf_violation:
    'The CSRF token and the cookie don’t belong together. A browser flow can be read and sent only by the browser that started it: with its cookie, and with the csrf_token of the flow.',
  security_identity_mismatch: 'The flow belongs to somebody else than the session that was sent with it.',
  session_aal1_required:
    'A second factor can be asked for only where there is a session already: sign in first.',
  session_aal2_required:
    'The session has one factor, and this person has set up a second: a login with aal=aal2 raises the session.',
  session_aal_already_fulfilled:
    'The session has the second factor already. With refresh=true it is asked for again.',
  session_already_available:
    'There is a session already, as sure as was asked for. With refresh=true a login asks again; otherwise sign out first.',
  session_inactive:
    'There is no session: no token or cookie was sent, or it was ended or is too old. Sign in first.',
  session_refresh_required:
    'The sign-in is older than settings.privileged_session_max_age: this change needs a login with refresh=true first.',
  session_verified_address_required: 'Signing in needs a verified address here: verify it first.',
  self_service_flow_expired: 'The flow is too old: a new one has to take its place.',
  self_service_flow_replaced: 'The flow is spent. Another one takes its place.',
  self_service_flow_disabled: 'This type of flow is switched off in the configuration of the server.',
  self_service_flow_return_to_forbidden:
    'return_to is not on the list of allowed addresses (selfservice.allowed_return_urls).',
  browser_location_change_required: 'The flow goes on elsewhere: a page would send the browser there now.',
  identity_disabled: 'The identity is inactive.',
};

/** What an error's id means; undefined where we don't know it. */
export const failureWords = (errorId: string | undefined): string | undefined =>
  errorId === undefined ? undefined : own(WORDS, errorId);

/** What a refusal means by its status alone, where the server's words don't tell a page's developer enough. */
export function statusWords(status: number | undefined): string | undefined {
  switch (status) {
    case 401:
      return 'There is no session: no token or cookie was sent, or it was ended or is too old.';
    case 404:
      return 'The server knows no such flow: another server or type, or it was cleaned up.';
    case 410:
      return 'The flow is too old.';
    default:
      return undefined;
  }
}
