import * as l10n from '@vscode/l10n';
import { ago } from '../kinds/row.ts';

/** A request that waits for a decision, as this window knows it. */
export interface KnownChallenge {
  /** Names it where its challenge must not stand. */
  readonly key: string;
  /** Id of the connection. */
  readonly connection: string;
  readonly kind: 'login' | 'consent' | 'logout' | 'device';
  /** Whoever has it can decide the request: it is shown nowhere and never kept. */
  readonly challenge: string;
  /** What people call the client and the subject; empty where nobody knows yet. */
  readonly client: string;
  readonly subject: string;
  /** When this window came to know it, in milliseconds since 1970. */
  readonly at: number;
}

/** More are no help, and the oldest are over. */
const MAXIMUM = 50;

/** The challenges that panels and runs of this window have seen and nobody has answered, in memory only. */
export class KnownChallenges {
  private list: readonly KnownChallenge[] = [];
  private count = 0;

  note(known: Omit<KnownChallenge, 'key' | 'at'>): void {
    this.count += 1;
    const others = this.list.filter(({ challenge }) => challenge !== known.challenge);
    this.list = [{ ...known, key: `challenge-${this.count}`, at: Date.now() }, ...others].slice(0, MAXIMUM);
  }

  /** It was answered. */
  forget(challenge: string): void {
    this.list = this.list.filter((known) => known.challenge !== challenge);
  }

  /** Those that a parameter of an operation takes, the newest first. */
  for(connection: string, parameter: string): readonly KnownChallenge[] {
    return this.list.filter(
      (known) => known.connection === connection && parameter === `${known.kind}_challenge`,
    );
  }
}

/** What a challenge is called in place of itself: "login for Web shop", and "ada, 2 minutes ago". */
export function challengeWords({ kind, client, subject, at }: KnownChallenge, now = new Date()) {
  return {
    name: client ? l10n.t('{0} for {1}', kind, client) : kind,
    from: [subject, ago(new Date(at), now)].filter(Boolean).join(', '),
  };
}
