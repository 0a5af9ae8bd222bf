import * as vscode from 'vscode';
import type { JsonNode } from '../../ory/json/tree.ts';
import { FieldErrors, type FieldProblem } from '../../kinds/save-error.ts';
import { type CheckThread, TooSlowError } from '../../schemas/check/check-thread.ts';
import type { DocumentRef } from '../document-uri.ts';
import type { Work } from '../../saving/work/work.ts';
import type { LiveIdentitySchemas } from './live-schemas.ts';

/** How long (ms) a save waits for the identity schemas of a server, before it leaves the traits to it. */
const PATIENCE = 5000;
/** How long (ms) a line stands in the status bar. */
const SHOWN = 10_000;

/** Other kinds have none. */
const NO_TRAITS: Awaited<ReturnType<LiveIdentitySchemas['fresh']>> = {
  ids: [],
  complete: false,
  addressesOf: () => [],
  schemas: new Map(),
};

interface Parts {
  identitySchemas(): Promise<LiveIdentitySchemas>;
  checks(): Promise<CheckThread>;
  readonly work: Work;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Refuses what the server would refuse for sure, before it is sent: each problem with its place. Advice stops nothing,
 * and neither does a schema that takes too long to check: that is said, and the server is asked.
 * @param edited the document as it stands in its editor, masked
 * @param opened what it derives from, masked, where the resource exists
 * @throws {FieldErrors} where there are problems
 */
export async function refuseProblems(
  parts: Parts,
  { connection, kind, isNew }: DocumentRef,
  edited: JsonNode,
  opened?: JsonNode,
): Promise<void> {
  const live =
    kind === 'identities' ? await (await parts.identitySchemas()).fresh(connection, PATIENCE) : NO_TRAITS;
  const { find } = await parts.checks();
  const checked = { kind, isNew: isNew === true, connection, tree: edited, opened };
  const { ids, complete, schemas } = live;
  const addresses = new Map(ids.map((one) => [one, live.addressesOf(one)] as const));
  let problems: readonly FieldProblem[];
  try {
    problems = await parts.work.run(
      'check',
      { checked, schemas: { ids, complete, addresses, schemas } },
      { find },
    );
  } catch (error) {
    if (!(error instanceof TooSlowError)) throw error;
    const said = vscode.l10n.t('The schema was too slow to check: the server checks what is saved.');
    parts.log.warn(`${connection}: ${said}`);
    vscode.window.setStatusBarMessage(`$(warning) ${said}`, SHOWN);
    return;
  }
  if (problems.length > 0) throw new FieldErrors(problems);
}
