import type { Undo } from '../../kinds/kind.ts';
import type { DocumentRef } from '../document-uri.ts';

/** A write that can be taken back. What that takes may hold keys and hashes: it is in memory only, and not for long. */
export interface Undoable {
  readonly ref: DocumentRef;
  /** What people call it. */
  readonly name: string;
  readonly undo: Undo;
  /** What no version in the history brings back, in words; empty where there is nothing. */
  readonly gone: string;
  /** Milliseconds since 1970 when it is forgotten. */
  readonly until: number;
}

const KEPT_MS = 10 * 60 * 1000;
const MOST = 50;
const MOST_BYTES = 16 * 1024 * 1024;

/** What this window can take back: the last write to each resource, for ten minutes. */
export class UndoMemory {
  private kept: readonly (Undoable & { readonly bytes: number })[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly now: () => number = Date.now) {}

  /** @param bytes how large what it holds is, about */
  put({ ref, ...one }: Omit<Undoable, 'until'>, bytes: number): void {
    this.forget(ref);
    this.kept = [...this.kept, { ref, ...one, bytes, until: this.now() + KEPT_MS }].slice(-MOST);
    while (this.kept.reduce((sum, one) => sum + one.bytes, 0) > MOST_BYTES) this.kept = this.kept.slice(1);
    this.watch();
  }

  /** Whatever comes now, what was known of a resource before can't be taken back any more. */
  forget(ref: DocumentRef): void {
    this.kept = this.kept.filter((one) => !isSame(one.ref, ref));
  }

  /** How the last write to a resource is taken back; undefined where it can't be, or was forgotten. */
  of(ref: DocumentRef): Undoable | undefined {
    this.drop();
    return this.kept.find((one) => isSame(one.ref, ref));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.kept = [];
  }

  private drop(): void {
    this.kept = this.kept.filter(({ until }) => until > this.now());
  }

  /** Forgets by itself: nobody may ask any more. */
  private watch(): void {
    clearTimeout(this.timer);
    const [first] = this.kept;
    if (!first) return;
    this.timer = setTimeout(
      () => {
        this.drop();
        this.watch();
      },
      Math.max(first.until - this.now(), 0),
    );
    this.timer.unref();
  }
}

const isSame = (a: DocumentRef, b: DocumentRef): boolean =>
  a.connection === b.connection && a.kind === b.kind && a.id === b.id;
