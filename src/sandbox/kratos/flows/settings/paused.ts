/** A change of settings that was stopped because the login was too old; it goes on when that is mended. */
export interface PausedChange {
  readonly id: string;
  readonly flow_id: string;
  readonly identity_id: string;
  readonly method: string;
  /** What was submitted: names and texts. */
  readonly values: readonly (readonly [string, readonly string[]])[];
  readonly expires_at: string;
}

const LIMIT = 1_000;

/** Paused changes by id; the oldest are forgotten when there are too many. */
export class PausedSettings {
  private readonly changes = new Map<string, PausedChange>();

  add(change: PausedChange): void {
    this.changes.set(change.id, change);
    const [oldest] = this.changes.keys();
    if (this.changes.size > LIMIT && oldest !== undefined) this.changes.delete(oldest);
  }

  /** Takes a change out. */
  take(id: string): PausedChange | undefined {
    const change = this.changes.get(id);
    this.changes.delete(id);
    return change;
  }

  get(id: string): PausedChange | undefined {
    return this.changes.get(id);
  }

  snapshot(): readonly PausedChange[] {
    return [...this.changes.values()];
  }

  restore(changes: readonly PausedChange[]): void {
    for (const change of changes) this.changes.set(change.id, change);
  }
}
