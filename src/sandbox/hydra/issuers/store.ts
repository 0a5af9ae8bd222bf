/** A JWT issuer whose assertions are accepted for one subject, or for any. */
export interface TrustedIssuer {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly allow_any_subject: boolean;
  readonly scope: readonly string[] | null;
  readonly public_key: { readonly set: string; readonly kid: string };
  readonly created_at: string;
  readonly expires_at: string;
}

export class IssuerStore {
  private all: TrustedIssuer[] = [];

  add(issuer: TrustedIssuer): void {
    this.all.push(issuer);
    this.all.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  remove(matches: (issuer: TrustedIssuer) => boolean): void {
    this.all = this.all.filter((issuer) => !matches(issuer));
  }

  /** Those that match, in the order of their ids. */
  filter(matches: (issuer: TrustedIssuer) => boolean): TrustedIssuer[] {
    return this.all.filter(matches);
  }

  save(): readonly TrustedIssuer[] {
    return this.all;
  }

  load(saved: readonly TrustedIssuer[]): void {
    this.all = [...saved];
  }
}
