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
    description: 'What happens.',
    config: 'Settings of the hook.',
    says: {
      web_hook: 'Sends a request to a service of yours.',
      session: 'Signs the person in after registration.',
      revoke_active_sessions: 'Revokes all other sessions of the identity.',
      require_verified_address: 'Refuses the login until an address is verified.',
      verification: 'Sends a verification message.',
      show_verification_ui: 'Leads the person to the verification page.',
      verify_new_address: 'Changes an address only after the new one is verified.',
      notify_previous_addresses: 'Tells the previous addresses about the change.',
      b2b_sso: 'Login through organizations.',
      organization: 'Login through organizations.',
    },
    snippets: {
      web_hook: { config: { url: '$1', method: 'POST', body: 'file://$2' } },
    },
  },
  type: {
    description: 'Kind of credential.',
    config: 'The credential.',
    says: {
      api_key: 'A key in a header or a cookie.',
      basic_auth: 'User and password.',
    },
    snippets: {
      api_key: { config: { name: '$1', value: '$2', in: 'header' } },
      basic_auth: { config: { user: '$1', password: '$2' } },
    },
  },
};
