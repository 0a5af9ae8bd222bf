import type { RunInput } from './run-input.ts';

/** One run, without any secret: `input` went through `withoutSecrets`. */
export interface HistoryEntry {
  /** Id of the operation. */
  readonly operation: string;
  /** Id of the connection. */
  readonly connection: string;
  readonly input: RunInput;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  readonly ms: number;
  /** Absent where nothing was answered. */
  readonly status?: number;
  /** Why nothing was answered, in a word. */
  readonly failure?: string;
}

/** What was run, the newest first; the oldest is forgotten when there are more than a person looks through. */
export class RunHistory {
  private list: readonly HistoryEntry[] = [];

  constructor(private readonly maximum = 100) {}

  get entries(): readonly HistoryEntry[] {
    return this.list;
  }

  add(entry: HistoryEntry): void {
    this.list = [entry, ...this.list].slice(0, this.maximum);
  }

  /** Ids of the operations that were run lately, each once. */
  get operations(): readonly string[] {
    return [...new Set(this.list.map(({ operation }) => operation))];
  }
}
