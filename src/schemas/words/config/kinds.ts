import * as l10n from '@vscode/l10n';
/** What is said of objects of several kinds, by the member that names the kind. */
export interface KindsWords {
  readonly description: string;
  readonly config: string;
  readonly says: Readonly<Record<string, string>>;
  /** What completion inserts beside the kind. */
  readonly snippets: Readonly<Record<string, object>>;
}

export const KINDS_WORDS: Readonly<Record<string, KindsWords>> = {
  hook: {
    description: l10n.t('What happens.'),
    config: l10n.t('Settings of the hook.'),
    says: {
      web_hook: l10n.t('Sends a request to a service of yours.'),
      session: l10n.t('Signs the person in after registration.'),
      revoke_active_sessions: l10n.t('Revokes all other sessions of the identity.'),
      require_verified_address: l10n.t('Refuses the login until an address is verified.'),
      verification: l10n.t('Sends a verification message.'),
      show_verification_ui: l10n.t('Leads the person to the verification page.'),
      verify_new_address: l10n.t('Changes an address only after the new one is verified.'),
      notify_previous_addresses: l10n.t('Tells the previous addresses about the change.'),
      b2b_sso: l10n.t('Login through organizations.'),
      organization: l10n.t('Login through organizations.'),
    },
    snippets: {
      web_hook: { config: { url: '$1', method: 'POST', body: 'file://$2' } },
    },
  },
  type: {
    description: l10n.t('Kind of credential.'),
    config: l10n.t('The credential.'),
    says: {
      api_key: l10n.t('A key in a header or a cookie.'),
      basic_auth: l10n.t('User and password.'),
    },
    snippets: {
      api_key: { config: { name: '$1', value: '$2', in: 'header' } },
      basic_auth: { config: { user: '$1', password: '$2' } },
    },
  },
};
