import * as vscode from 'vscode';
import type { JsonNode } from '../../ory/json/tree.ts';
import type { Kind } from '../../kinds/kind.ts';
import { type Base, follow } from '../../saving/base.ts';
import { EditState } from '../../saving/edit-state.ts';
import type { UnsavedBases } from '../../saving/unsaved/unsaved-bases.ts';
import type { Version } from '../../saving/version.ts';
import { here, type Work } from '../../saving/work/work.ts';

/** Modification time (ms) and size (bytes) as the editor was told them; both only mean something to it. */
export interface ReportedStat {
  readonly mtime: number;
  readonly size: number;
}

/** A version with the text that stands for it in a document. */
export interface ReadVersion extends Version {
  readonly text: string;
}

/** What is known of one document while the window lives. */
export class Entry extends EditState {
  reportedStat: ReportedStat | undefined;
  /** What was read or written last, by the editor or by anybody else. */
  lastRead: ReadVersion | undefined;
  /** Read ahead, for the next `readFile`. */
  prefetched: { readonly version: Version; readonly at: number } | undefined;
  /** Base URL of the server that the editor's text was read from. */
  place: string | undefined;
  /** What is to happen once the editor says that the save is over. */
  afterSave: (() => Promise<void>) | undefined;
  /** Set where a new document was created: its resource's document. */
  created: vscode.Uri | undefined;
  /** The base that is on disk, or about to be. */
  remembered: Base | undefined;
  /** Whether what a text with changes derives from is to be on disk. */
  isUnsaved = false;
  /** Done when the fingerprint of the base is kept. */
  keeping: Promise<void> | undefined;
  /** What was printed last, of what and over what. */
  printed: { readonly tree: JsonNode; readonly over: string | undefined; readonly text: string } | undefined;

  /**
   * The address of a connection can be edited while a document is open: from another server nothing is known that this
   * text derives from, so a person compares.
   */
  standsAt(place: string | undefined): void {
    if (this.place !== undefined && this.place !== place) this.base = undefined;
    this.place = place;
  }

  /** The editor's save is over. */
  async finish(): Promise<void> {
    const { afterSave } = this;
    this.afterSave = undefined;
    await afterSave?.();
  }
}

/** What survives a reload of the window, for editors that hot exit brings back. No content. */
interface Kept extends ReportedStat {
  readonly fingerprint: string;
  /** Where there are changes, the name of what they derive from on disk. */
  readonly unsaved?: string;
}

const STATE = 'ory.openDocuments';
const AT_MOST = 200;

/** The documents of this window, by URI. */
export class Entries {
  private readonly entries = new Map<string, Entry>();

  /**
   * @param bases what texts with changes derive from, on disk
   * @param work where large documents are worked on
   */
  constructor(
    private readonly state: vscode.Memento,
    private readonly bases: UnsavedBases,
    private readonly work: Work = here,
  ) {}

  of(uri: vscode.Uri): Entry {
    const key = uri.toString();
    let entry = this.entries.get(key);
    if (!entry) {
      entry = new Entry();
      const kept = this.kept(uri);
      if (kept) entry.reportedStat = { mtime: kept.mtime, size: kept.size };
      this.entries.set(key, entry);
    }
    return entry;
  }

  uris(): vscode.Uri[] {
    return [...this.entries.keys()].map((key) => vscode.Uri.parse(key));
  }

  /** Forgets a document that was closed. */
  drop(uri: vscode.Uri): void {
    const entry = this.entries.get(uri.toString());
    if (entry) {
      entry.remembered = undefined;
      entry.isUnsaved = false;
    }
    this.entries.delete(uri.toString());
    const { [uri.toString()]: dropped, ...rest } = this.all();
    if (!dropped) return;
    void this.state.update(STATE, rest);
    this.remove(dropped);
  }

  /** Sets what an editor's text derives from. */
  rebase(uri: vscode.Uri, kind: Kind, base: Base, place: string | undefined): void {
    const entry = this.of(uri);
    entry.place = place;
    entry.base = follow(kind, entry.base, base);
    this.keep(uri, kind);
  }

  /** Keeps a fingerprint of what an editor's text derives from, for a reload. */
  keep(uri: vscode.Uri, kind: Kind): void {
    const entry = this.of(uri);
    const { base } = entry;
    if (!entry.reportedStat || !base) return;
    entry.remembered = undefined;
    entry.isUnsaved = false;
    const isStill = () => entry.base === base && this.entries.get(uri.toString()) === entry;
    // Without one, a text that comes back is compared by a person.
    entry.keeping = this.work.run('fingerprint', { kind, version: base.server }).then(
      (fingerprint) => {
        if (entry.reportedStat && isStill()) this.put(uri, { ...entry.reportedStat, fingerprint });
      },
      () => undefined,
    );
  }

  /** Keeps what a text with changes derives from, once for each base. @throws where the disk refuses */
  async remember(uri: vscode.Uri, kind: Kind): Promise<void> {
    const entry = this.of(uri);
    entry.isUnsaved = true;
    const isWanted = () => entry.isUnsaved;
    await entry.keeping;
    const { base, place } = entry;
    if (!base || entry.remembered === base || !isWanted()) return;
    entry.remembered = base;
    const unsaved = await this.bases.keep({ uri: uri.toString(), place, kind }, base);
    if (unsaved === undefined) return;
    const kept = this.kept(uri);
    // While it was written, the document was saved, reverted or closed.
    if (entry.remembered === base && kept) this.put(uri, { ...kept, unsaved }, base);
    else await this.bases.remove(unsaved);
  }

  /** A text has no changes any more. */
  forget(uri: vscode.Uri): void {
    const kept = this.kept(uri);
    const entry = this.entries.get(uri.toString());
    if (entry) {
      entry.remembered = undefined;
      entry.isUnsaved = false;
    }
    if (!kept?.unsaved) return;
    const { mtime, size, fingerprint } = kept;
    this.put(uri, { mtime, size, fingerprint });
  }

  /** The base of an editor that was brought back by hot exit; undefined where it can't be told. */
  async restore(uri: vscode.Uri, kind: Kind, fresh: Version): Promise<Base | undefined> {
    const kept = this.kept(uri);
    if (!kept) return undefined;
    const fingerprint = await this.work.run('fingerprint', { kind, version: fresh });
    if (kept.fingerprint === fingerprint) return { server: fresh, shown: fresh.masked };
    if (!kept.unsaved) return undefined;
    return this.bases.read(kept.unsaved, { uri: uri.toString(), place: this.of(uri).place, kind }, fresh);
  }

  /** @param remembered what is on disk for it */
  private put(uri: vscode.Uri, kept: Kept, remembered?: Base): void {
    const others = Object.entries(this.all()).filter(([key]) => key !== uri.toString());
    const before = this.kept(uri);
    this.of(uri).remembered = remembered;
    void this.state.update(STATE, Object.fromEntries([...others.slice(1 - AT_MOST), [uri.toString(), kept]]));
    if (before && before.unsaved !== kept.unsaved) this.remove(before);
  }

  /** What is left behind where the disk refuses is dropped with age. */
  private remove({ unsaved }: Kept): void {
    if (unsaved) this.bases.remove(unsaved).catch(() => undefined);
  }

  private kept(uri: vscode.Uri): Kept | undefined {
    return this.all()[uri.toString()];
  }

  private all(): Readonly<Record<string, Kept>> {
    return this.state.get<Record<string, Kept>>(STATE, {});
  }
}
