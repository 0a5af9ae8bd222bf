import type { Session } from './model.ts';

/** Sessions by id, token and identity, newest first where they are listed. */
export class SessionStore {
  private readonly sessions = new Map<string, Session>();
  private readonly idsByToken = new Map<string, string>();

  get(id: string): Session | undefined {
    return this.sessions.get(id);
  }

  byToken(token: string): Session | undefined {
    return this.sessions.get(this.idsByToken.get(token) ?? '');
  }

  put(session: Session): void {
    this.sessions.set(session.id, session);
    this.idsByToken.set(session.token, session.id);
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
    for (const { id } of own) this.delete(id);
    return own.length;
  }

  delete(id: string): void {
    this.idsByToken.delete(this.sessions.get(id)?.token ?? '');
    this.sessions.delete(id);
  }

  /** Ends those of an identity but one, and says how many there were, those that had ended before included. */
  revokeOthers(identityId: string, id: string): number {
    const others = this.of(identityId).filter((session) => session.id !== id);
    for (const session of others) this.put({ ...session, active: false });
    return others.length;
  }

  snapshot(): readonly Session[] {
    return [...this.sessions.values()];
  }

  restore(sessions: readonly Session[]): void {
    this.sessions.clear();
    this.idsByToken.clear();
    for (const session of sessions) this.put(session);
  }
}

function newestFirst(a: Session, b: Session): number {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
