import * as vscode from 'vscode';
import type { Kind } from '../../resources/kind.ts';
import type { Base } from './plan.ts';
import { fingerprintOf, type Version } from './version.ts';

/** Modification time (ms) and size (bytes) as the editor was told them; both only mean something to it. */
export interface Told {
  readonly mtime: number;
  readonly size: number;
}

/** One save, from the editor's announcement on. */
export interface Attempt {
  readonly manual: boolean;
  /** What the editor held when it asked, and is about to write; undefined where that is not known. */
  readonly text: string | undefined;
  /** Set where somebody writes past the editor: what such a text derives from is what was read last. */
  readonly past?: { readonly base: Base | undefined };
  /** The server's version that this save was compared with. */
  fresh?: Version;
  /** Why the server could not be read; told when the editor writes, because it takes a failing `stat` for "new file". */
  failure?: unknown;
  conflict: boolean;
  /** The other version that the person knows of, from a conflict that was reported before: the only one to overwrite. */
  readonly known: Version | undefined;
  outcome: 'open' | 'refused' | 'failed' | 'saved';
  /** When the server was read. */
  readAt: number;
}

/** What is known of one document while the window lives. */
export class Entry {
  told: Told | undefined;
  /** What the editor's text derives from; set once the editor was seen to show it. */
  base: Base | undefined;
  /** What was read or written last, by the editor or by anybody else. */
  handed: Version | undefined;
  /** Read ahead, for the next `readFile`. */
  prepared: { readonly version: Version; readonly at: number } | undefined;
  attempt: Attempt | undefined;
  /** What is to happen once the editor says that the save is over. */
  afterSave: (() => Promise<void>) | undefined;
  /** Set where a new document was created: its resource's document. */
  created: vscode.Uri | undefined;

  /** The editor's save is over. */
  async finish(): Promise<void> {
    const { afterSave } = this;
    this.afterSave = undefined;
    await afterSave?.();
  }

  /** A conflict that stands: the version that the person was told of. */
  get reported(): Version | undefined {
    return this.attempt?.conflict && this.attempt.outcome === 'open' ? this.attempt.fresh : undefined;
  }
}

/** What survives a reload of the window, for editors that hot exit brings back. No content. */
interface Kept extends Told {
  readonly fingerprint: string;
}

const STATE = 'ory.openDocuments';
const AT_MOST = 200;
/** How many texts back an undo is understood. */
const REMEMBERED = 20;

/** The documents of this window, by URI. */
export class Entries {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly state: vscode.Memento) {}

  of(uri: vscode.Uri): Entry {
    const key = uri.toString();
    let entry = this.entries.get(key);
    if (!entry) {
      entry = new Entry();
      const kept = this.kept(uri);
      if (kept) entry.told = { mtime: kept.mtime, size: kept.size };
      this.entries.set(key, entry);
    }
    return entry;
  }

  uris(): vscode.Uri[] {
    return [...this.entries.keys()].map((key) => vscode.Uri.parse(key));
  }

  /** Forgets a document that was closed. */
  drop(uri: vscode.Uri): void {
    this.entries.delete(uri.toString());
    const { [uri.toString()]: dropped, ...rest } = this.all();
    if (dropped) void this.state.update(STATE, rest);
  }

  /** Sets what an editor's text derives from, and keeps its fingerprint for a reload. */
  rebase(uri: vscode.Uri, kind: Kind, base: Base): void {
    const entry = this.of(uri);
    const earlier = entry.base ? [entry.base.shown, ...(entry.base.earlier ?? [])].slice(0, REMEMBERED) : [];
    entry.base = { ...base, earlier };
    if (!entry.told) return;
    const others = Object.entries(this.all()).filter(([key]) => key !== uri.toString());
    const kept: Kept = { ...entry.told, fingerprint: fingerprintOf(kind, base.server) };
    void this.state.update(STATE, Object.fromEntries([...others.slice(1 - AT_MOST), [uri.toString(), kept]]));
  }

  /** The base of an editor that was brought back by hot exit, if the server's copy is still the one it had. */
  restore(uri: vscode.Uri, kind: Kind, fresh: Version): Base | undefined {
    if (this.kept(uri)?.fingerprint !== fingerprintOf(kind, fresh)) return undefined;
    return { server: fresh, shown: fresh.masked };
  }

  private kept(uri: vscode.Uri): Kept | undefined {
    return this.all()[uri.toString()];
  }

  private all(): Readonly<Record<string, Kept>> {
    return this.state.get<Record<string, Kept>>(STATE, {});
  }
}
