/** Ids that are good for one time: assertions, consent verifiers. */
export class UsedOnce {
  private readonly expiryById = new Map<string, number>();

  has(id: string): boolean {
    return this.expiryById.has(id);
  }

  /**
   * @param expiry when the bearer of the id expires by itself, in seconds since 1970: it need not be remembered after
   */
  add(id: string, expiry: number, now: number): void {
    for (const [known, until] of this.expiryById) if (until < now) this.expiryById.delete(known);
    this.expiryById.set(id, expiry);
  }

  save(): [string, number][] {
    return [...this.expiryById];
  }

  load(saved: readonly (readonly [string, number])[]): void {
    this.expiryById.clear();
    for (const [id, expiry] of saved) this.expiryById.set(id, expiry);
  }
}
