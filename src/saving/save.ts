import * as l10n from '@vscode/l10n';
import type { CallOptions } from '../ory/client.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { Attempt } from './attempt.ts';
import { follow } from './base.ts';
import { DocumentError } from './document-error.ts';
import type { Plan } from './plan.ts';
import { readResource, type Resource } from './resource.ts';
import { sendWrite } from './sending.ts';
import type { Saved } from './saved.ts';
import type { EditState } from './edit-state.ts';
import type { Version } from './version.ts';
import { here } from './work/work.ts';
import { placesInWords } from './words.ts';

/** What else takes part in a save. */
export interface SaveHooks {
  /** What the text of an editor that was brought back derives from, where that can be told. */
  restore?(fresh: Version): Promise<EditState['base']>;
  /**
   * Refuses what the server would refuse.
   * @param opened what the text derives from, masked; undefined where that is not known
   * @throws with what is wrong
   */
  check?(edited: JsonNode, opened: JsonNode | undefined, call: CallOptions): Promise<void>;
  /** Keeps the version that is about to be replaced; it never fails, and the write does not wait for it. */
  beforeWrite?(before: Version): Promise<unknown>;
  /**
   * Keeps what was made of it.
   * @param sent masked; set where the server kept something else
   */
  afterWrite?(after: Version, plan: Plan, sent: JsonNode | undefined): Promise<unknown>;
  /** What is to be noted of a read that failed after the write was done. */
  readBackFailed?(error: unknown): void;
}

/** So many times a server that guards its writes may say that another came first. */
const TRIES = 4;

/**
 * Reads the server's copy and compares it with what is to be saved.
 * @param edited undefined where it is not known: then nothing but a person can decide
 * @throws {OryError} where the server can't be read
 */
export async function compare(
  session: EditState,
  resource: Resource,
  attempt: Attempt,
  edited: JsonNode | undefined,
  hooks: SaveHooks,
  call: CallOptions,
): Promise<void> {
  const fresh = await readResource(resource, call);
  if (!session.base && !attempt.past) session.base = await hooks.restore?.(fresh);
  attempt.fresh = fresh;
  const { kind, work = here } = resource;
  const base = session.baseOf(attempt);
  attempt.judged = edited
    ? await work.run('judge', { kind, base, edited, fresh }, {}, call.signal)
    : { verdict: 'conflict', overlaps: [{ path: [], there: [] }], hasBase: false };
}

/**
 * Saves: reads the server's copy once more, puts the changes of both sides together, writes the least that is needed,
 * and reads back what the server keeps. Between that read and the write lies one round trip, in which nobody can see
 * another's write.
 * @throws {DocumentError} where the server's copy changed in the same place, and that change was not reported before
 */
export async function save(
  session: EditState,
  resource: Resource,
  attempt: Attempt,
  edited: JsonNode,
  hooks: SaveHooks,
  call: CallOptions,
): Promise<Saved> {
  if (attempt.failure !== undefined) throw attempt.failure as Error;
  const opened = session.baseOf(attempt)?.shown ?? attempt.fresh?.masked;
  await hooks.check?.(edited, opened, call);
  const { plan, fresh, warnings } = await write(session, resource, attempt, edited, hooks, call);
  const written = plan.changes.length > 0;
  const after = written ? await readBack(resource, plan, hooks, call) : fresh;
  const { kind, work = here } = resource;
  const kept = await work.run('kept', { kind, plan: { target: plan.target, changes: plan.changes }, after });
  if (written) {
    const otherwise = kept.adjusted.length > 0;
    await hooks.afterWrite?.(after, plan, otherwise ? await masked(resource, plan.target) : undefined);
  }
  if (!attempt.past) {
    session.base = follow(kind, session.base, { server: after, shown: edited });
  }
  attempt.outcome = 'saved';
  return { plan, after, warnings, kept };
}

interface Written {
  readonly plan: Plan;
  readonly fresh: Version;
  readonly warnings: readonly string[];
}

async function write(
  session: EditState,
  resource: Resource,
  attempt: Attempt,
  edited: JsonNode,
  hooks: SaveHooks,
  call: CallOptions,
): Promise<Written> {
  const { kind, client, id, name, where, work = here } = resource;
  for (let tries = 1; ; tries++) {
    await compare(session, resource, attempt, edited, hooks, call);
    const { fresh } = attempt;
    if (!fresh) throw new Error('The server’s copy was not read.');
    const plan = await planOf(session, resource, attempt, edited, fresh);
    if (plan.changes.length === 0) return { plan, fresh, warnings: [] };
    const edit = { id, opened: fresh.raw, edited: plan.target, fresh: fresh.raw };
    const writing = sendWrite(
      call,
      l10n.t(
        'Cancelled while {0} was being saved: {1} may or may not have the change. Your text is still here: save it again to see.',
        name,
        where,
      ),
      (sending) => work.run('write', { kind, edit }, { client, call: sending }),
    );
    // The request is on its way first: nobody can see what others write before it is carried out.
    const kept = hooks.beforeWrite?.(fresh);
    try {
      return { plan, fresh, warnings: await writing };
    } catch (error) {
      if (tries === TRIES || kind.writing?.cameTooLate?.(error) !== true) throw error;
    } finally {
      await kept;
    }
  }
}

/** @throws {DocumentError} where only a person can decide */
async function planOf(
  session: EditState,
  { kind, name, where, work = here }: Resource,
  attempt: Attempt,
  edited: JsonNode,
  fresh: Version,
): Promise<Plan> {
  const { judged, known } = attempt;
  if (judged && judged.verdict !== 'conflict') return judged.plan;
  if (attempt.past) {
    throw new DocumentError(
      'unavailable',
      l10n.t(
        '{0} was changed on {1} since it was read. Read it again, and make the change in that.',
        name,
        where,
      ),
    );
  }
  const base = session.baseOf(attempt);
  if (!known) {
    attempt.outcome = 'refused';
    throw new DocumentError(
      'unavailable',
      l10n.t('{0} was changed on {1} since it was read. Save once more to compare.', name, where),
    );
  }
  const sides = { kind, base, edited, fresh };
  const unknown = await work.run('undecided', { ...sides, known });
  if (unknown.length > 0) {
    attempt.outcome = 'refused';
    const places = placesInWords(unknown);
    const copies = { kind, one: known.version.masked, other: fresh.masked };
    throw new DocumentError(
      'unavailable',
      (await work.run('same', copies))
        ? l10n.t('{0} has another {1}, too. Save {2} once more to compare.', where, places, name)
        : l10n.t(
            '{0} was changed on {1} again, since you compared: {2}. Save once more to compare.',
            name,
            where,
            places,
          ),
    );
  }
  return work.run('overwrite', sides);
}

const masked = ({ kind, work = here }: Resource, tree: JsonNode): Promise<JsonNode> =>
  work.run('mask', { kind, tree });

/** Servers normalise values, set others, and sometimes keep something else. */
async function readBack(
  resource: Resource,
  plan: Plan,
  hooks: SaveHooks,
  call: CallOptions,
): Promise<Version> {
  try {
    return await readResource(resource, call);
  } catch (error) {
    // It was saved. Only what the server made of it is not known: should that be anything else, the next save sees it.
    hooks.readBackFailed?.(error);
    return { raw: plan.target, masked: await masked(resource, plan.target) };
  }
}
