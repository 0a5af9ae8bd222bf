import type { Session } from './model.ts';

/** Sessions by id and by identity, newest first where they are listed. */
export class SessionStore {
  private readonly sessions = new Map<string, Session>();

  get(id: string): Session | undefined {
    return this.sessions.get(id);
  }

  put(session: Session): void {
    this.sessions.set(session.id, session);
  }

  /** All, the newest first. */
  all(): readonly Session[] {
    return [...this.sessions.values()].sort(newestFirst);
  }

  of(identityId: string): readonly Session[] {
    return [...this.sessions.values()]
      .filter(({ identity_id }) => identity_id === identityId)
      .sort(newestFirst);
  }

  /** Deletes those of an identity and says how many there were. */
  deleteOf(identityId: string): number {
    const own = this.of(identityId);
    for (const { id } of own) this.sessions.delete(id);
    return own.length;
  }

  snapshot(): readonly Session[] {
    return [...this.sessions.values()];
  }

  restore(sessions: readonly Session[]): void {
    this.sessions.clear();
    for (const session of sessions) this.put(session);
  }
}

function newestFirst(a: Session, b: Session): number {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
