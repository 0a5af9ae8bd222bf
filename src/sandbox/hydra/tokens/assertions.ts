import { HydraError } from '../http/errors.ts';

/** The ids of assertions that were presented; each is good for one time. */
export class UsedAssertions {
  private readonly expiryById = new Map<string, number>();

  /**
   * @param expiry when the assertion expires by itself, in seconds since 1970
   * @throws HydraError 400 `jti_known` when the id was used before.
   */
  use(id: string, expiry: number, now: number): void {
    this.check(id);
    for (const [known, until] of this.expiryById) if (until < now) this.expiryById.delete(known);
    this.expiryById.set(id, expiry);
  }

  /** @throws HydraError 400 `jti_known` when the id was used before. */
  check(id: string): void {
    if (this.expiryById.has(id))
      throw new HydraError(400, 'jti_known', 'An assertion with this jti was presented before.');
  }

  save(): [string, number][] {
    return [...this.expiryById];
  }

  load(saved: readonly (readonly [string, number])[]): void {
    this.expiryById.clear();
    for (const [id, expiry] of saved) this.expiryById.set(id, expiry);
  }
}
