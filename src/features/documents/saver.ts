import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { nameOfUri } from '../../editor/document-uri.ts';
import { orRefuse } from '../../editor/registration-token.ts';
import { refuseProblems } from '../../editor/schemas/refuse-problems.ts';
import { withPatience } from '../../editor/patience.ts';
import { hasStatus } from '../../ory/errors.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import type { Kind } from '../../kinds/kind.ts';
import { DocumentError } from '../../saving/document-error.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import type { Moment } from '../../saving/history/stored.ts';
import type { Conflict, Step } from '../../saving/plan.ts';
import type { Resource } from '../../saving/resource.ts';
import { compare, save, type SaveHooks } from '../../saving/save.ts';
import type { Saved } from '../../saving/saved.ts';
import { unlessCancelled } from '../../saving/sending.ts';
import { writtenPast } from '../../saving/edit-state.ts';
import type { Version } from '../../saving/version.ts';
import type { Entries, Entry, ReportedStat } from './entries.ts';
import type { ServerAdjustments } from './server-adjustments.ts';
import type { Problems } from './problems.ts';
import { isNew, placeOf, whyReadOnly, type DocumentSource, sourceOf } from './source.ts';
import { tellSaved, tellWarnings } from './tell.ts';

/** Saves documents of resources that exist: brings the editor's questions and the save itself together. */
export class Saver {
  constructor(
    private readonly container: Container,
    private readonly entries: Entries,
    private readonly problems: Problems,
    private readonly adjustments: ServerAdjustments,
    private readonly fire: (uri: vscode.Uri) => void,
  ) {}

  /**
   * The editor's question before a save: is the file newer than what you opened? Reads the server's copy and compares.
   * @returns what to tell the editor: a newer time and another size where it should offer Compare and Overwrite;
   *   undefined where there is nothing special to tell. A failure is kept for the write, which tells it.
   */
  async check(uri: vscode.Uri, manual: boolean): Promise<ReportedStat | undefined> {
    const entry = this.entries.of(uri);
    const text = textOf(uri);
    const attempt = entry.begin(manual, text);
    let edited: JsonNode | undefined;
    try {
      const target = await sourceOf(this.container, uri);
      edited = await this.readable(uri, text);
      // A text that can't be read is refused without asking the server.
      if (isNew(target.ref) || (text !== undefined && !edited) || this.readOnlyReason(target))
        return undefined;
      entry.standsAt(placeOf(this.container, target.ref));
      await withPatience(titleOf(uri, target), (call) =>
        compare(entry, resourceOf(uri, target), attempt, edited, this.hooks(uri, target, manual), call),
      );
    } catch (failure) {
      attempt.failure = failure;
    }
    entry.reportedStat ??= { mtime: 1, size: 1 };
    if (attempt.judged?.verdict !== 'conflict') return entry.reportedStat;
    const theirs = attempt.fresh?.masked;
    if (text !== undefined && edited && theirs) {
      const where = this.container.connections.byId(uri.authority)?.name ?? uri.authority;
      await this.problems.showConflict(uri, text, { conflict: attempt.judged, theirs, where });
    }
    return { mtime: Math.max(Date.now(), entry.reportedStat.mtime + 1), size: entry.reportedStat.size + 1 };
  }

  /** What of the server's copy an Overwrite with the text of an open document would undo. */
  async conflictWith(uri: vscode.Uri, kind: Kind, theirs: Version): Promise<Conflict | undefined> {
    const edited = await this.readable(uri, textOf(uri));
    if (!edited) return undefined;
    const base = this.entries.of(uri).base ?? (await this.entries.restore(uri, kind, theirs));
    try {
      const judged = await this.container.work.run('judge', { kind, base, edited, fresh: theirs });
      return judged.verdict === 'conflict' ? judged : undefined;
    } catch {
      // A text that can't be saved as it is undoes nothing; the save says what is wrong with it.
      return undefined;
    }
  }

  /**
   * Writes a document's text to the server.
   * @param announced set where the editor announced this save and did not call `stat` since
   */
  async write(
    uri: vscode.Uri,
    target: DocumentSource,
    text: string,
    announced: { readonly manual: boolean } | undefined,
  ): Promise<void> {
    const entry = this.entries.of(uri);
    const reason = this.readOnlyReason(target);
    if (reason) throw new DocumentError('no-permissions', reason);
    entry.standsAt(placeOf(this.container, target.ref));
    const { work, redactor } = this.container;
    const ending = endingOf(uri.path);
    const edited = await work.run('edited', { ending, text });
    for (const { value } of await work.run('typed', { kind: target.kind, tree: edited }))
      redactor.learn(value);
    const attempt = announced
      ? entry.begin(announced.manual, text)
      : (entry.asked(text) ?? writtenPast(entry.lastRead));
    try {
      const hooks = this.hooks(uri, target, attempt.manual);
      const door = await this.container.door();
      // It keeps what it replaces by itself, and is announced once it has read back what the server keeps.
      const saved = await door.batch(target.connection, async (notes) => {
        const done = await withPatience(titleOf(uri, target), (call) =>
          save(entry, resourceOf(uri, target), attempt, edited, hooks, { ...call, write: notes }),
        );
        const shown = {
          ...done.after,
          text: await work.run('print', { ending, tree: done.after.masked, over: text }),
        };
        entry.lastRead = shown;
        // What an editor shows did not change by another's write: without changes it reads again and takes that up,
        // with changes it keeps what its text derives from, and the next save sees what was written here.
        if (!attempt.past) this.ended(uri, target, entry, shown.text === text ? undefined : done.after, text);
        this.tell(target, done);
        return done;
      });
      await this.adjustments.follow(uri, target, saved, attempt.manual);
    } catch (error) {
      if (attempt.outcome === 'open') attempt.outcome = 'failed';
      if (!hasStatus(error, 404)) {
        throw unlessCancelled(error, vscode.l10n.t('Cancelled: {0} was not saved.', nameOfUri(uri)));
      }
      throw new DocumentError(
        'not-found',
        vscode.l10n.t(
          '{0} was deleted from {1} meanwhile. Your text is still here: keep it with Save As, or create it anew.',
          nameOfUri(uri),
          target.connection.name,
        ),
      );
    }
  }

  /** @param after what the editor is to show once it has ended its save; undefined where it shows that already */
  private ended(
    uri: vscode.Uri,
    { kind }: DocumentSource,
    entry: Entry,
    after: Version | undefined,
    text: string,
  ): void {
    entry.reportedStat = {
      mtime: Math.max(Date.now(), (entry.reportedStat?.mtime ?? 0) + 1),
      size: Buffer.byteLength(text),
    };
    this.entries.keep(uri, kind);
    if (after) entry.afterSave = () => this.show(uri, entry, after);
  }

  /**
   * Makes the editor read what the server kept: after it has ended its save, and told with a newer time. The size stays
   * what it was told, because a time and a size that both differ are its sign of a conflict, should someone type now.
   */
  private show(uri: vscode.Uri, entry: Entry, after: Version): Promise<void> {
    entry.prefetched = { version: after, at: Date.now() };
    if (entry.reportedStat)
      entry.reportedStat = { ...entry.reportedStat, mtime: entry.reportedStat.mtime + 1 };
    this.fire(uri);
    return Promise.resolve();
  }

  private tell({ connection }: DocumentSource, saved: Saved): void {
    tellSaved(connection, saved);
    tellWarnings(connection, saved.warnings);
  }

  private hooks(uri: vscode.Uri, { kind, ref, connection }: DocumentSource, manual: boolean): SaveHooks {
    const keep = async (moment: Moment, masked: JsonNode, changed: readonly Step[] = []) => {
      const history = await this.container.history();
      const facts = { moment, name: nameOfUri(uri), changed: changed.map(({ path }) => path) };
      await history.keep(connection, ref, facts, masked);
    };
    return {
      beforeWrite: (before) => keep('before', before.masked),
      afterWrite: async (after, { changes }, sent) => {
        if (sent) await keep('sent', sent, changes);
        await keep('after', after.masked, changes);
      },
      restore: (fresh) => this.entries.restore(uri, kind, fresh),
      check: async (edited, opened) => {
        await refuseProblems(this.container, ref, edited, opened);
        if (ref.kind !== 'clients') return;
        const write = { connection, id: ref.id, name: nameOfUri(uri), verb: vscode.l10n.t('Save') };
        await orRefuse(this.container, write, manual);
      },
      readBackFailed: (error) =>
        this.container.log.warn(
          this.container.redactor.text(`Couldn't read back ${ref.id}: ${String(error)}`),
        ),
    };
  }

  /** What a text stands for; undefined where it can't be read. */
  private async readable(uri: vscode.Uri, text: string | undefined): Promise<JsonNode | undefined> {
    if (text === undefined) return undefined;
    const ending = endingOf(uri.path);
    return this.container.work.run('edited', { ending, text }).catch(() => undefined);
  }

  private readOnlyReason({ kind, connection, ref }: DocumentSource): string | undefined {
    return whyReadOnly(kind, connection, ref);
  }
}

const textOf = (uri: vscode.Uri): string | undefined =>
  vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())?.getText();

const titleOf = (uri: vscode.Uri, { connection }: DocumentSource): string =>
  vscode.l10n.t('Saving {0} to {1}', nameOfUri(uri), connection.name);

const resourceOf = (uri: vscode.Uri, { kind, client, ref, connection, work }: DocumentSource): Resource => ({
  kind,
  work,
  client,
  id: ref.id,
  name: nameOfUri(uri),
  where: connection.name,
});
