import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import { enter } from '../../../editor/door/gate.ts';
import { saveChange } from '../../../editor/door/write.ts';
import { withPatience } from '../../../editor/patience.ts';
import { oneLine, withoutIcons, withoutLinks } from '../../../editor/text.ts';
import type { CallOptions } from '../../../ory/client.ts';
import { hasStatus } from '../../../ory/errors.ts';
import { sameContent, textAt } from '../../../kinds/changes.ts';
import { withDifferences } from '../../../kinds/compare/differences.ts';
import type { Apply } from '../apply.ts';
import { readNow } from '../compare.ts';
import { readCopy } from '../copy.ts';
import { changesOf, type Patch } from '../patches.ts';

/** Sends a patch that was looked at, on the very revision that it was made for. */
export async function run(apply: Apply, given?: unknown): Promise<void> {
  const { container, patches } = apply;
  const found = patches.inFront(given);
  if (!found) return;
  const { uri, patch } = found;
  const { server } = patch.target;
  if (!(await isSure(apply, patch))) return;
  const title = vscode.l10n.t('Applying {0} to {1}', changesOf(patch), server.name);
  try {
    const warnings = await withPatience(title, (call) => send(apply, patch, call));
    if (!warnings) {
      await tellMoved(apply, patch, uri);
      return;
    }
    await patches.close(uri);
    const done = vscode.l10n.t('$(check) Applied {0} to {1}', changesOf(patch), withoutIcons(server.name));
    vscode.window.setStatusBarMessage(done, 6000);
    await refresh(apply, patch);
    void tellWarnings(patch, warnings);
  } catch (error) {
    const doing = vscode.l10n.t('Couldn’t apply {0} to {1}', changesOf(patch), withoutLinks(server.name));
    await container.tell(error, { doing, connection: server.connection, retry: () => run(apply, uri) });
  }
}

/** They stand at their places in the project's document, too. */
async function tellWarnings({ target: { server } }: Patch, warnings: readonly string[]): Promise<void> {
  const said = warnings.filter(Boolean);
  if (said.length === 0) return;
  const show = vscode.l10n.t('Show in Document');
  const words = withoutLinks(vscode.l10n.t('Applied to {0}, which warns: {1}', server.name, said.join(' ')));
  if ((await vscode.window.showWarningMessage(words, show)) !== show) return;
  await ory.openDocument(server.ref, server.name);
}

/** What the preview shows is what is sent; where people live, one types the project's name all the same. */
async function isSure({ container }: Apply, { target, chosen }: Patch): Promise<boolean> {
  const { connection, name } = target.server;
  const live = connection.production || textAt(target.raw, 'environment') === 'prod';
  return enter(container, {
    effect: live ? 'destroys' : 'edits',
    question: vscode.l10n.t('Apply {0} to {1}?', changesOf({ chosen }), oneLine(name)),
    consequence: vscode.l10n.t('It is a production project, and takes effect at once.'),
    verb: vscode.l10n.t('Apply'),
    name: oneLine(name),
    connection,
    always: true,
  });
}

/** @returns what the API warned of; undefined where the project was changed meanwhile, and nothing was sent */
async function send(
  { container }: Apply,
  { target, chosen, comparison: { kind } }: Patch,
  call: CallOptions,
): Promise<readonly string[] | undefined> {
  const { ref, connection } = target.server;
  const client = await container.client(connection);
  const fresh = (await readCopy(client, target.server, call)).raw;
  if (!sameContent(kind, target.raw, fresh)) return undefined;
  const edit = { id: ref.id, fresh, edited: withDifferences(fresh, chosen) };
  try {
    return await saveChange(kind, client, edit, call);
  } catch (error) {
    // Between the read and the write: the server guards the revision.
    if (hasStatus(error, 409)) return undefined;
    throw error;
  }
}

async function tellMoved(apply: Apply, patch: Patch, uri: vscode.Uri): Promise<void> {
  const { name } = patch.target.server;
  await apply.patches.close(uri);
  await refresh(apply, patch);
  const again = vscode.l10n.t('Choose Again…');
  const words = vscode.l10n.t(
    '{0} was changed by somebody else meanwhile: nothing was sent. The comparison shows it as it is now.',
    name,
  );
  if ((await vscode.window.showWarningMessage(withoutLinks(words), again)) !== again) return;
  await ory.applyDifferences(patch.at.right);
}

/** Reads the target again and shows the comparison as it is now. */
async function refresh({ container, comparisons }: Apply, { target, comparison, at }: Patch): Promise<void> {
  if (!comparisons.of(at.right)) return;
  const now = await readNow(container, target.server);
  const { left, right } = comparison;
  const side = target === left ? { left: now } : { right: now };
  comparisons.put(at, { ...comparison, left, right, ...side });
}
