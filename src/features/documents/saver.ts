import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { withPatience } from '../../editor/patience.ts';
import type { CallOptions } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { sameContent } from '../../resources/changes.ts';
import { nameOfUri } from '../../editor/document-uri.ts';
import { DocumentError } from '../../saving/document-error.ts';
import type { Attempt } from './attempt.ts';
import { asked, baseOf, begin, past } from './attempts.ts';
import type { Entries, Entry, Told } from './entries.ts';
import { parsed } from '../../saving/forms/form.ts';
import { formOf } from '../../saving/forms/form-of.ts';
import { compareKept, judge, type Plan, planOverwrite, planWrite } from '../../saving/plan.ts';
import { readVersion } from './reading.ts';
import { sendWrite, unlessCancelled } from '../../saving/sending.ts';
import { tellKept, tellUnchanged, tellWarnings } from './tell.ts';
import { isNew, readOnlyReason, type Target, targetOf } from './target.ts';
import type { Version } from '../../saving/version.ts';

/** Milliseconds for which what `stat` read before a write is still "just before". */
const JUST_BEFORE = 3000;

/** Saves documents of resources that exist, and sees to it that no other's change is lost. */
export class Saver {
  constructor(
    private readonly container: Container,
    private readonly entries: Entries,
    private readonly fire: (uri: vscode.Uri) => void,
  ) {}

  /**
   * The editor's question before a save: is the file newer than what you opened? Reads the server's copy and compares.
   * @returns what to tell the editor: a newer time and another size where it should offer Compare and Overwrite;
   *   undefined where there is nothing special to tell. A failure is kept for the write, which tells it.
   */
  async check(uri: vscode.Uri, manual: boolean): Promise<Told | undefined> {
    const entry = this.entries.of(uri);
    const text = vscode.workspace.textDocuments
      .find((open) => open.uri.toString() === uri.toString())
      ?.getText();
    const attempt = begin(entry, manual, text);
    try {
      const target = await targetOf(this.container, uri);
      const edited = text === undefined ? undefined : parsed(await formOf(uri.path), text);
      // A text that is no JSON is refused without asking the server.
      if (isNew(target.ref) || (text !== undefined && !edited) || this.closed(target)) return undefined;
      await withPatience(titleOf(uri, target), (call) => this.compare(uri, target, attempt, edited, call));
    } catch (failure) {
      attempt.failure = failure;
    }
    entry.told ??= { mtime: 1, size: 1 };
    if (!attempt.conflict) return entry.told;
    return { mtime: Math.max(Date.now(), entry.told.mtime + 1), size: entry.told.size + 1 };
  }

  /**
   * Writes a document's text to the server, reads it back and makes that the version to compare the next save with.
   * @param announced set where the editor announced this save and did not call `stat` since
   */
  async write(
    uri: vscode.Uri,
    target: Target,
    text: string,
    announced: { readonly manual: boolean } | undefined,
  ): Promise<void> {
    const entry = this.entries.of(uri);
    const closed = this.closed(target);
    if (closed) throw new DocumentError('no-permissions', closed);
    const edited = (await formOf(uri.path)).parse(text);
    const attempt = announced ? begin(entry, announced.manual, text) : (asked(entry, text) ?? past(entry));
    try {
      await withPatience(titleOf(uri, target), (call) =>
        this.send(uri, target, attempt, { edited, text }, call),
      );
      attempt.outcome = 'saved';
    } catch (error) {
      if (attempt.outcome === 'open') attempt.outcome = 'failed';
      if (!hasStatus(error, 404)) {
        throw unlessCancelled(error, `Cancelled: ${nameOfUri(uri)} was not saved.`);
      }
      throw new DocumentError(
        'not-found',
        `${nameOfUri(uri)} was deleted from ${target.connection.name} meanwhile. Your text is still here: keep it with Save As, or create it anew.`,
      );
    }
  }

  private async send(
    uri: vscode.Uri,
    target: Target,
    attempt: Attempt,
    { edited, text }: { edited: JsonNode; text: string },
    call: CallOptions,
  ): Promise<void> {
    const { kind, client, ref, connection } = target;
    const entry = this.entries.of(uri);
    if (attempt.failure !== undefined) throw attempt.failure as Error;
    const before = attempt.fresh;
    if (!before || Date.now() - attempt.readAt > JUST_BEFORE)
      await this.compare(uri, target, attempt, edited, call);
    const fresh = attempt.fresh;
    if (!fresh) throw new Error('The server’s copy was not read.');
    const base = baseOf(entry, attempt);
    if (attempt.conflict && attempt.past) {
      throw new DocumentError(
        'unavailable',
        `${nameOfUri(uri)} was changed on ${connection.name} since it was read. Read it again, and make the change in that.`,
      );
    }
    if (attempt.conflict && !(attempt.known && sameContent(kind, attempt.known, fresh.masked))) {
      attempt.outcome = 'refused';
      const again = attempt.known ? ' again, since you compared' : '';
      throw new DocumentError(
        'unavailable',
        `${nameOfUri(uri)} was changed on ${connection.name}${again}. Save once more to compare.`,
      );
    }
    const plan =
      attempt.conflict || !base
        ? planOverwrite(kind, base, edited, fresh)
        : planWrite(kind, base, edited, fresh);
    const edit = { id: ref.id, opened: fresh.raw, edited: plan.target, fresh: fresh.raw };
    const warnings =
      plan.changes.length === 0
        ? []
        : await sendWrite(
            call,
            `Cancelled while ${nameOfUri(uri)} was being saved: ${connection.name} may or may not have the change. Your text is still here: save it again to see.`,
            async (sending) => (await kind.writing?.save(client, edit, sending)) ?? [],
          );
    await this.readBack(uri, target, attempt, { plan, edited, text, fresh }, call);
    tellWarnings(connection, warnings);
    if (plan.changes.length > 0) this.container.changes.fire({ ...ref, what: 'saved' });
  }

  /** Reads again what was saved: servers normalise values, set others, and sometimes keep something else. */
  private async readBack(
    uri: vscode.Uri,
    target: Target,
    attempt: Attempt,
    saved: { plan: Plan; edited: JsonNode; text: string; fresh: Version },
    call: CallOptions,
  ): Promise<void> {
    const { plan, edited, text, fresh } = saved;
    const entry = this.entries.of(uri);
    const after = plan.changes.length === 0 ? fresh : await this.readAfter(target, saved, call);
    const form = await formOf(uri.path);
    const handed = { ...after, text: form.print(after.masked, text) };
    entry.handed = handed;
    if (plan.changes.length > 0) tellKept(target.connection, compareKept(target.kind, plan, after));
    else tellUnchanged(target.connection);
    // What an editor shows did not change: without changes it reads again and takes that up, with changes it keeps
    // what its text derives from, and the next save sees what was written here.
    if (attempt.past) return;
    const size = Buffer.byteLength(text);
    entry.told = { mtime: Math.max(Date.now(), (entry.told?.mtime ?? 0) + 1), size };
    this.entries.rebase(uri, target.kind, { server: handed, shown: edited });
    if (handed.text !== text) entry.afterSave = () => this.show(uri, entry, after);
  }

  private async readAfter(
    target: Target,
    { plan, edited }: { plan: Plan; edited: JsonNode },
    call: CallOptions,
  ): Promise<Version> {
    try {
      return await readVersion(target, call);
    } catch (error) {
      // It was saved. Only what the server made of it is not known: should that be anything else, the next save sees it.
      this.container.log.warn(
        this.container.redactor.text(`Couldn't read back ${target.ref.id}: ${String(error)}`),
      );
      return { raw: plan.target, masked: edited };
    }
  }

  /**
   * Makes the editor read what the server kept: after it has ended its save, and told with a newer time. The size stays
   * what it was told, because a time and a size that both differ are its sign of a conflict, should someone type now.
   */
  private show(uri: vscode.Uri, entry: Entry, after: Version): Promise<void> {
    entry.prepared = { version: after, at: Date.now() };
    if (entry.told) entry.told = { ...entry.told, mtime: entry.told.mtime + 1 };
    this.fire(uri);
    return Promise.resolve();
  }

  private async compare(
    uri: vscode.Uri,
    target: Target,
    attempt: Attempt,
    edited: JsonNode | undefined,
    call: CallOptions,
  ): Promise<void> {
    const entry = this.entries.of(uri);
    const fresh = await readVersion(target, call);
    if (!entry.base && !attempt.past) {
      const restored = this.entries.restore(uri, target.kind, fresh);
      if (restored) entry.base = restored;
    }
    attempt.fresh = fresh;
    attempt.readAt = Date.now();
    attempt.conflict =
      edited === undefined || judge(target.kind, baseOf(entry, attempt), edited, fresh) === 'conflict';
  }

  private closed({ kind, connection, ref }: Target): string | undefined {
    return readOnlyReason(kind, connection, ref);
  }
}

const titleOf = (uri: vscode.Uri, { connection }: Target): string =>
  `Saving ${nameOfUri(uri)} to ${connection.name}`;
