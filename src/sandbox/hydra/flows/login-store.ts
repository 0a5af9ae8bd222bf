/** A remembered login of a user in one browser. */
export interface Login {
  /** A UUID: the `sid` of ID tokens. */
  readonly id: string;
  readonly subject: string;
  /** Seconds since 1970. */
  readonly authenticatedAt: number;
  readonly remember: boolean;
}

export class LoginStore {
  private readonly byId = new Map<string, Login>();

  get(id: string): Login | undefined {
    return this.byId.get(id);
  }

  put(login: Login): void {
    this.byId.set(login.id, login);
  }

  filter(matches: (login: Login) => boolean): Login[] {
    return [...this.byId.values()].filter(matches);
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  save(): Login[] {
    return [...this.byId.values()];
  }

  load(saved: readonly Login[]): void {
    this.byId.clear();
    for (const login of saved) this.byId.set(login.id, login);
  }
}
