/** What a user has allowed a client, as it was asked for and as it was granted. */
export interface Consent {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly clientId: string;
  readonly subject: string;
  readonly requestedScope: readonly string[];
  readonly requestedAudience: readonly string[];
  readonly grantedScope: readonly string[];
  readonly grantedAudience: readonly string[];
  readonly session: {
    readonly access_token: Readonly<Record<string, unknown>>;
    readonly id_token: Readonly<Record<string, unknown>>;
  };
  readonly remember: boolean;
  /** Seconds; 0 means for ever. */
  readonly rememberFor: number;
  readonly handledAt: string;
  readonly context: unknown;
  readonly oidcContext: Readonly<Record<string, unknown>> | null;
  /** Path and query that the flow began with; the issuer stands before them. */
  readonly requestUrl: string;
  /** 32 hexadecimal digits; lists are in this order. */
  readonly loginChallenge: string;
  /** Empty once the login was revoked. */
  readonly loginSessionId: string;
  readonly acr: string;
  readonly amr: readonly string[];
  /** Given without asking, because an earlier one was remembered: lists leave it out. */
  readonly skipped: boolean;
}

/** Whether the time is over for which a consent was to be remembered. @param now seconds since 1970 */
export const isOver = ({ rememberFor, handledAt }: Consent, now: number): boolean =>
  rememberFor > 0 && Date.parse(handledAt) / 1000 + rememberFor <= now;

export class ConsentStore {
  private all: readonly Consent[] = [];

  add(consent: Consent): void {
    this.all = [...this.all, consent].sort((a, b) => (a.loginChallenge < b.loginChallenge ? -1 : 1));
  }

  filter(matches: (consent: Consent) => boolean): readonly Consent[] {
    return this.all.filter(matches);
  }

  remove(matches: (consent: Consent) => boolean): void {
    this.all = this.all.filter((consent) => !matches(consent));
  }

  /** Consents outlive the login that they were given in, but no longer name it. */
  forgetLogins(matches: (loginSessionId: string) => boolean): void {
    this.all = this.all.map((consent) =>
      matches(consent.loginSessionId) ? { ...consent, loginSessionId: '' } : consent,
    );
  }

  save(): readonly Consent[] {
    return this.all;
  }

  load(saved: readonly Consent[]): void {
    this.all = [...saved];
  }
}
