import * as l10n from '@vscode/l10n';
import { own } from '../../ory/own.ts';

/** What a refusal means whose error has an id, for whoever builds the page. */
const WORDS: Readonly<Record<string, string>> = {
  security_csrf_violation: l10n.t(
    'The CSRF token and the cookie don’t belong together. A browser flow can be read and sent only by the browser that started it: with its cookie, and with the csrf_token of the flow.',
  ),
  security_identity_mismatch: l10n.t(
    'The flow belongs to somebody else than the session that was sent with it.',
  ),
  session_aal1_required: l10n.t(
    'A second factor can be asked for only where there is a session already: sign in first.',
  ),
  session_aal2_required: l10n.t(
    'The session has one factor, and this person has set up a second: a login with aal=aal2 raises the session.',
  ),
  session_aal_already_fulfilled: l10n.t(
    'The session has the second factor already. With refresh=true it is asked for again.',
  ),
  session_already_available: l10n.t(
    'There is a session already, as sure as was asked for. With refresh=true a login asks again; otherwise sign out first.',
  ),
  session_inactive: l10n.t(
    'There is no session: no token or cookie was sent, or it was ended or is too old. Sign in first.',
  ),
  session_refresh_required: l10n.t(
    'The sign-in is older than settings.privileged_session_max_age: this change needs a login with refresh=true first.',
  ),
  session_verified_address_required: l10n.t('Signing in needs a verified address here: verify it first.'),
  self_service_flow_expired: l10n.t('The flow is too old: a new one has to take its place.'),
  self_service_flow_replaced: l10n.t('The flow is spent. Another one takes its place.'),
  self_service_flow_disabled: l10n.t('This type of flow is switched off in the configuration of the server.'),
  self_service_flow_return_to_forbidden: l10n.t(
    'return_to is not on the list of allowed addresses (selfservice.allowed_return_urls).',
  ),
  browser_location_change_required: l10n.t(
    'The flow goes on elsewhere: a page would send the browser there now.',
  ),
  identity_disabled: l10n.t('The identity is inactive.'),
};

/** What an error's id means; undefined where we don't know it. */
export const failureWords = (errorId: string | undefined): string | undefined =>
  errorId === undefined ? undefined : own(WORDS, errorId);

/** What a refusal means by its status alone, where the server's words don't tell a page's developer enough. */
export function statusWords(status: number | undefined): string | undefined {
  switch (status) {
    case 401:
      return l10n.t('There is no session: no token or cookie was sent, or it was ended or is too old.');
    case 404:
      return l10n.t('The server knows no such flow: another server or type, or it was cleaned up.');
    case 410:
      return l10n.t('The flow is too old.');
    default:
      return undefined;
  }
}
