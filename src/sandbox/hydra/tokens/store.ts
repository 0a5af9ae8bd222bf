import { fingerprint } from '../secrets.ts';

/** What a user's session put into tokens: the extra claims, and what the ID token says about the login. */
export interface TokenSession {
  readonly idToken?: Readonly<Record<string, unknown>>;
  readonly accessToken?: Readonly<Record<string, unknown>>;
  readonly authTime?: number;
  readonly requestedAt?: number;
  readonly acr?: string;
  readonly amr?: readonly string[];
  readonly sid?: string;
  readonly nonce?: string;
  /** The subject that ID tokens name, where the client gets to see another one than the server knows. */
  readonly shownAs?: string;
  /** The code of a flow that answered with an ID token at once: later ones hold its digest as well. */
  readonly code?: string;
}

/** An access or refresh token that was handed out. Times in seconds since 1970. */
export interface TokenRecord {
  readonly key: string;
  readonly kind: 'access' | 'refresh';
  /** All tokens that come from one grant. */
  readonly family: string;
  readonly clientId: string;
  readonly subject: string;
  readonly scope: readonly string[];
  readonly audience: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number | null;
  readonly session: TokenSession;
  /** The consent that it rests on; none for machines. */
  readonly consentId?: string;
  /** A refresh token that was used: presenting it again ends its family. */
  readonly used?: boolean;
}

/** Tokens by a digest of their text, so that no snapshot holds one that works. */
export class TokenStore {
  private readonly byKey = new Map<string, TokenRecord>();

  find(token: string): TokenRecord | undefined {
    return this.byKey.get(fingerprint(token));
  }

  add(token: string, record: Omit<TokenRecord, 'key'>): void {
    if (this.byKey.size % 1000 === 999) this.removeExpired(record.issuedAt);
    const key = fingerprint(token);
    this.byKey.set(key, { ...record, key });
  }

  markUsed(record: TokenRecord): void {
    this.byKey.set(record.key, { ...record, used: true });
  }

  remove(matches: (token: TokenRecord) => boolean): void {
    for (const [key, token] of this.byKey) if (matches(token)) this.byKey.delete(key);
  }

  save(): TokenRecord[] {
    return [...this.byKey.values()];
  }

  load(saved: readonly TokenRecord[]): void {
    this.byKey.clear();
    for (const token of saved) this.byKey.set(token.key, token);
  }

  private removeExpired(now: number): void {
    this.remove((token) => token.expiresAt !== null && token.expiresAt < now);
  }
}
