/** A login request of an OAuth 2.0 server, as its API shows it. */
export type LoginRequest = Readonly<Record<string, unknown>>;

/** Who was recognised, in the words of an OAuth 2.0 server. */
export interface RecognisedUser {
  readonly subject: string;
  /** The methods that the user was recognised by. */
  readonly amr: readonly string[];
  readonly remember: boolean;
  /** Seconds. */
  readonly rememberFor: number;
}

/** What an OAuth 2.0 server lets the app do at which its users sign in. Challenges come from browsers: any text. */
export interface LoginRequests {
  /** The request behind a challenge; undefined where it is not known, or its time is over. */
  read(challenge: string): LoginRequest | undefined;
  /** Accepts it. @returns where the browser goes on */
  accept(challenge: string, user: RecognisedUser): string | undefined;
}
