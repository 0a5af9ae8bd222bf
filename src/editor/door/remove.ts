import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import { isNoRoute } from '../../ory/no-route.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { counted } from '../../kinds/nouns.ts';
import type { TaskHost } from '../tasks/task-host.ts';
import { performAll } from '../tasks/perform.ts';
import { offerUndo, undoableOf } from './offer-undo.ts';
import { listed } from '../tasks/tell-done.ts';
import type { DocumentRef } from '../document-uri.ts';
import { oneLine, withoutIcons } from '../text.ts';
import { enter } from './gate.ts';

/** A resource that is to be deleted, by the name under which people know it. */
export interface Removal extends DocumentRef {
  readonly name: string;
}

/** Reading what is about to be deleted takes a request each: of more, nothing is kept. */
const UNDO_AT_MOST = 20;

/** Whether one may delete them: asked once for all of them. */
export function mayRemove(
  host: Pick<TaskHost, 'connections'>,
  connection: Connection,
  all: readonly Removal[],
): Promise<boolean> {
  const { verb, place, what } = wordsOf(all);
  const consequences = new Set(all.map(({ kind }) => KINDS[kind].removing?.consequence ?? ''));
  return enter(host, {
    connection,
    effect: 'destroys',
    count: all.length,
    question: `${verb} ${what} ${place} ${connection.name}?`,
    consequence: listed(all.map(({ name }) => ({ name: oneLine(name) }))) + [...consequences].join(' '),
    verb,
    name: all.length === 1 ? oneLine(all[0]?.name ?? '') : what,
  });
}

/**
 * Deletes one after the other, tells what failed, which can be tried again, and offers to undo the rest.
 * @param viewId the view that shows that something is going on
 */
export async function removeAll(
  host: TaskHost,
  connection: Connection,
  all: readonly Removal[],
  viewId?: string,
): Promise<void> {
  const { verb, going, gone, what } = wordsOf(all);
  const task = {
    connection,
    all,
    nameOf: ({ name }: Removal) => name,
    title: `${going} ${what}`,
    couldnt: `${verb.toLowerCase()} ${what}`,
    lacks: vscode.l10n.t(
      '{0} single {1}',
      going.toLowerCase(),
      counted([all[0]?.kind ?? 'identities', all[0]?.kind ?? 'identities']).slice(2),
    ),
  };
  const door = await host.door();
  const work = async (client: OryClient, one: Removal, call: CallOptions) => {
    if (viewId === undefined) return remove(client, one, call);
    await vscode.window.withProgress({ location: { viewId } }, () => remove(client, one, call));
  };
  const done =
    all.length > UNDO_AT_MOST
      ? await door.batch(connection, (write) =>
          performAll(host, { ...task, work: (client, one, call) => work(client, one, { ...call, write }) }),
        )
      : await performAll(host, { ...task, work });
  if (done.length === 0) return;
  const undoable = done.flatMap(({ kind, id }) => undoableOf(host, connection, kind, [id]));
  const { what: whole, place } = wordsOf(done);
  const outcome = `${gone} ${whole} ${place} ${connection.name}`;
  if (undoable.length > 0) {
    const left = done.length - undoable.length;
    void offerUndo(
      host,
      connection,
      outcome,
      undoable,
      left > 0 ? vscode.l10n.t('{0} can’t be restored', left) : '',
    );
    return;
  }
  const final = done.some(({ kind }) => 'undo' in (KINDS[kind].removing ?? {}))
    ? vscode.l10n.t('. It can’t be undone')
    : '';
  vscode.window.setStatusBarMessage(`$(check) ${withoutIcons(outcome + final)}`, 8000);
}

async function remove(client: OryClient, { kind, id }: Removal, call: CallOptions): Promise<void> {
  try {
    await KINDS[kind].removing?.remove(client, id, call);
  } catch (error) {
    // What is gone already needs no deleting; its row goes, too. An ended session stays, so that one is told.
    if (kind === 'sessions' || !hasStatus(error, 404) || isNoRoute(error)) throw error;
  }
}

interface RemovalWords {
  readonly verb: string;
  readonly going: string;
  readonly gone: string;
  readonly place: string;
  /** "ada@example.com", "the session Firefox", "3 clients". */
  readonly what: string;
}

function wordsOf(all: readonly Removal[]): RemovalWords {
  const [first] = all;
  const what = all.length === 1 && first ? subjectOf(first) : counted(all.map(({ kind }) => kind));
  return all.every(({ kind }) => kind === 'sessions')
    ? { verb: vscode.l10n.t('End'), going: 'Ending', gone: 'Ended', place: 'at', what }
    : { verb: vscode.l10n.t('Delete'), going: 'Deleting', gone: 'Deleted', place: 'from', what };
}

/** "ada@example.com", but "the session Firefox": a device's name alone would say too little. */
function subjectOf({ kind, name }: Removal): string {
  const shown = oneLine(name);
  return kind === 'identities' || kind === 'clients'
    ? shown
    : vscode.l10n.t('the {0} {1}', KINDS[kind].noun, shown);
}
