import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { type DocumentRef, parseDocumentUri, SCHEME } from '../../editor/document-uri.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { withPatience } from '../../editor/patience.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { Creator } from './creator.ts';
import { Drafts } from './drafts.ts';
import { Entries, type ReadVersion } from './entries.ts';
import { fileError } from './file-error.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import { Follower } from './follower.ts';
import { ServerAdjustments } from './server-adjustments.ts';
import { Problems } from './problems.ts';
import { ReadableSecrets } from './readable-secrets.ts';
import { unsavedBases } from './unsaved-bases.ts';
import { Warnings } from './warnings.ts';
import { readTemplate, readVersion } from './reading.ts';
import { Saver } from './saver.ts';
import { isNew, whyReadOnly, type DocumentSource, sourceOf } from './source.ts';
import type { Conflict } from '../../saving/plan.ts';
import type { Version } from '../../saving/version.ts';

/** Milliseconds for which what was read ahead serves the `readFile` that follows. */
const FRESH = 10_000;

/** Takes the announcement of a save, once. */
export type TakeAnnouncement = (uri: vscode.Uri) => { readonly manual: boolean } | undefined;

/** What the `ory:` file system does. */
export class Documents implements vscode.Disposable {
  private readonly entries: Entries;
  private readonly problems: Problems;
  private readonly warnings: Warnings;
  private readonly adjustments: ServerAdjustments;
  private readonly secrets: ReadableSecrets;
  private readonly follower: Follower;
  private readonly saver: Saver;
  private readonly drafts: Drafts;
  private readonly creator: Creator;

  constructor(
    private readonly container: Container,
    fire: (uri: vscode.Uri) => void,
    private readonly announcement: TakeAnnouncement,
  ) {
    this.entries = new Entries(container.context.workspaceState, unsavedBases(container), container.work);
    this.problems = new Problems(container.marks, container.redactor, container.work);
    this.warnings = new Warnings(container);
    this.drafts = new Drafts();
    this.adjustments = new ServerAdjustments(container.marks, container.redactor, container.work);
    this.secrets = new ReadableSecrets(container.marks, container.work);
    this.saver = new Saver(container, this.entries, this.problems, this.adjustments, fire);
    this.creator = new Creator(container, this.entries, this.drafts);
    this.follower = new Follower(container, this.entries, fire);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const ref = parseDocumentUri(uri);
    if (!ref) return statOfFolder(uri);
    const entry = this.entries.of(uri);
    const announced = this.announcement(uri);
    if (announced) {
      const told = await this.saver.check(uri, announced.manual);
      if (told) return this.fileStat(uri, told);
    }
    if (isNew(ref)) return this.fileStat(uri, { mtime: 1, size: 1 });
    if (!entry.reportedStat || (!entry.lastRead && !entry.base)) {
      const { text } = await this.load(uri);
      entry.reportedStat ??= { mtime: Date.now(), size: Buffer.byteLength(text) };
    }
    return this.fileStat(uri, entry.reportedStat);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const ref = parseDocumentUri(uri);
    if (!ref)
      throw vscode.FileSystemError.FileNotFound(vscode.l10n.t('This is the address of no Ory document.'));
    if (isNew(ref)) {
      const draft = this.drafts.textOf(uri);
      if (draft !== undefined) return Buffer.from(draft);
    }
    const entry = this.entries.of(uri);
    const version = await this.load(uri);
    entry.prefetched = undefined;
    entry.lastRead = version;
    entry.reportedStat ??= { mtime: Date.now(), size: Buffer.byteLength(version.text) };
    this.follower.adopt(uri);
    return Buffer.from(version.text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const text = Buffer.from(content).toString('utf8');
    const where = this.whereOf(uri);
    try {
      const target = await sourceOf(this.container, uri);
      if (isNew(target.ref)) {
        const manual = this.announcement(uri)?.manual ?? this.entries.of(uri).attempt?.manual ?? false;
        await this.creator.save(uri, target, text, manual);
      } else {
        await this.saver.write(uri, target, text, this.announcement(uri));
      }
      this.problems.clear(uri);
    } catch (error) {
      await this.mark(uri, text, error);
      throw this.told(error, where, vscode.l10n.t("Couldn't save {0}", uri.path));
    }
  }

  /** Reads a resource before its document is opened, so that what fails can be told in words. @throws {OryError} */
  async readAhead(ref: DocumentRef): Promise<Version> {
    return this.read(await sourceOf(this.container, ref));
  }

  /** Keeps what was read already for the document that is about to be opened. */
  keep(uri: vscode.Uri, version: Version): void {
    this.entries.of(uri).prefetched = { version, at: Date.now() };
  }

  /**
   * What the server has now, as the text of a document, and what of it an Overwrite would undo. After a conflict, this is
   * the version that the person knows of.
   * @throws {OryError}
   */
  async serverCopy(
    uri: vscode.Uri,
  ): Promise<{ readonly text: string; readonly conflict: Conflict | undefined }> {
    const entry = this.entries.of(uri);
    const target = await sourceOf(this.container, uri);
    const version = await this.read(target);
    if (entry.attempt && entry.reported) entry.attempt.compared = version;
    const conflict = await this.saver.conflictWith(uri, target.kind, version);
    return { text: (await this.written(uri, version)).text, conflict };
  }

  /** Sets what a new document begins with, in place of its template. */
  draft(uri: vscode.Uri, text: string): void {
    this.drafts.keep(uri, text);
  }

  /** Keeps a secret of a new document in memory. @returns what stands for it in the text */
  hold(uri: vscode.Uri, secret: string): string {
    this.container.redactor.learn(secret);
    return this.drafts.hold(uri, secret);
  }

  /** Marks what a change was warned of that came before this was there to hear of it. */
  warn(change: ResourceChange): void {
    this.warnings.follow(change);
  }

  dispose(): void {
    this.follower.dispose();
    this.problems.dispose();
    this.warnings.dispose();
    this.adjustments.dispose();
    this.secrets.dispose();
    this.drafts.dispose();
  }

  private async load(uri: vscode.Uri): Promise<ReadVersion> {
    const entry = this.entries.of(uri);
    if (entry.prefetched && Date.now() - entry.prefetched.at < FRESH) {
      return this.written(uri, entry.prefetched.version);
    }
    const where = this.whereOf(uri);
    try {
      const version = await this.read(await sourceOf(this.container, uri));
      this.keep(uri, version);
      return await this.written(uri, version);
    } catch (error) {
      throw this.told(error, where, vscode.l10n.t("Couldn't open {0}", uri.path));
    }
  }

  /** What goes wrong where a failure is marked must not stand in for the failure. */
  private async mark(uri: vscode.Uri, text: string, error: unknown): Promise<void> {
    try {
      await this.problems.show(uri, text, error);
    } catch (failure) {
      this.container.log.error(this.container.redactor.text(`Couldn't mark ${uri.path}: ${String(failure)}`));
    }
  }

  /** A version in the form of its document. */
  private async written(uri: vscode.Uri, version: Version): Promise<ReadVersion> {
    const entry = this.entries.of(uri);
    const tree = version.masked;
    const over = entry.lastRead?.text;
    // The editor asks for its size first, then for itself.
    if (entry.printed?.tree !== tree || entry.printed.over !== over) {
      const text = await this.container.work.run('print', { ending: endingOf(uri.path), tree, over });
      entry.printed = { tree, over, text };
      return { ...version, text };
    }
    return { ...version, text: entry.printed.text };
  }

  private read(target: DocumentSource): Promise<Version> {
    const { kind, connection, ref } = target;
    const title = vscode.l10n.t('Reading {0} from {1}', kind.noun, connection.name);
    return withPatience(title, (call) =>
      isNew(ref) ? readTemplate(target, call) : readVersion(target, call),
    );
  }

  private told(error: unknown, where: string, doing: string): vscode.FileSystemError {
    const said = fileError(error, where, this.container.redactor);
    this.container.log.warn(this.container.redactor.text(`${doing}: ${said.message}`));
    return said;
  }

  private whereOf(uri: vscode.Uri): string {
    return this.container.connections.byId(uri.authority)?.name ?? uri.authority;
  }

  private fileStat(uri: vscode.Uri, { mtime, size }: { mtime: number; size: number }): vscode.FileStat {
    const ref = parseDocumentUri(uri);
    const connection = this.container.connections.byId(uri.authority);
    const closed = ref && whyReadOnly(KINDS[ref.kind], connection, ref) !== undefined;
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime,
      size,
      ...(closed ? { permissions: vscode.FilePermission.Readonly } : {}),
    };
  }
}

/** Above a document: the connection, its kinds, their ids. Everything else is not there. */
function statOfFolder(uri: vscode.Uri): vscode.FileStat {
  const [kind, , ...rest] = uri.path.split('/').filter(Boolean);
  if (uri.scheme !== SCHEME || rest.length > 0 || (kind !== undefined && !Object.hasOwn(KINDS, kind))) {
    throw vscode.FileSystemError.FileNotFound(vscode.l10n.t('This is the address of no Ory document.'));
  }
  return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
}
