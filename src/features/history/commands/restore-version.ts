import * as vscode from 'vscode';
import { ory } from '../../../editor/commands/run.ts';
import { readOnlyReasonNow } from '../../../editor/require-connection.ts';
import { withoutLinks } from '../../../editor/text.ts';
import { parseDocumentUri } from '../../../editor/document-uri.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import { formOf } from '../../../saving/forms/form-of.ts';
import { putBack } from '../../../saving/history/put-back.ts';
import { placesInWords } from '../../../saving/words.ts';
import { type Chosen, documentOf, type Kept, momentWords } from '../kept.ts';

/** Puts back the version that is in front, alone or compared with now. */
export async function run(kept: Kept): Promise<void> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri =
    input instanceof vscode.TabInputTextDiff
      ? input.original
      : input instanceof vscode.TabInputText
        ? input.uri
        : undefined;
  const chosen = uri?.scheme === kept.texts.scheme ? await chosenOf(kept, uri) : undefined;
  if (chosen) await restore(kept, chosen);
  else
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Choose a version by “Ory: Show History…” first.'),
    );
}

/** What a shown version is of: its address names the document, and between its folders the version's file. */
async function chosenOf({ container }: Kept, uri: vscode.Uri): Promise<Chosen | undefined> {
  const [, kind, id, file, name = ''] = uri.path.split('/');
  const ref = parseDocumentUri(uri.with({ scheme: 'ory', path: `/${kind ?? ''}/${id ?? ''}/${name}` }));
  const connection = container.connections.byId(uri.authority);
  if (!ref || !connection) return undefined;
  const history = await container.history();
  const key = history.keyOf(connection, ref);
  const versions = key ? (await history.versions.list(key)).versions : [];
  const version = versions.find((each) => each.file.name === `${file ?? ''}.json`);
  return version && { ref, name: version.name, connection, version };
}

/** Makes a version a change of the document, which a person looks at and saves like any other. Tells what fails. */
export async function restore(kept: Kept, chosen: Chosen): Promise<void> {
  const { name, connection } = chosen;
  try {
    await putBackInto(kept, chosen);
  } catch (error) {
    const doing = vscode.l10n.t(
      'Couldn’t put back {0} as it was {1}',
      withoutLinks(name),
      momentWords(chosen.version),
    );
    await kept.container.tell(error, { doing, connection });
  }
}

async function putBackInto({ container }: Kept, { ref, name, connection, version }: Chosen): Promise<void> {
  const history = await container.history();
  const key = history.keyOf(connection, ref);
  const then = key && (await history.versions.read(key, version));
  if (!then) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This version is gone, or its file is damaged.'));
    return;
  }
  const reason = readOnlyReasonNow(container.connections, connection);
  if (reason !== undefined) {
    void vscode.window.showWarningMessage(withoutLinks(reason));
    return;
  }
  await ory.openDocument(ref, name);
  const document = vscode.workspace.textDocuments.find(
    ({ uri }) => uri.toString() === documentOf(ref, name).toString(),
  );
  if (!document) return;
  const form = await formOf(document.uri.path);
  const before = document.getText();
  const { document: wanted, lost, unkept } = putBack(KINDS[ref.kind], form.parse(before), then);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), form.print(wanted, before));
  if (!(await vscode.workspace.applyEdit(edit))) return;
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('$(discard) As it was {0}: save to put it back', momentWords(version)),
    10_000,
  );
  if (unkept.length > 0) {
    const words = vscode.l10n.t(
      'Left as it is now: {0}. It looked like a secret, and those are not kept in the history.',
      placesInWords(unkept),
    );
    void vscode.window.showWarningMessage(withoutLinks(words));
  }
  if (lost.length > 0) {
    void vscode.window.showWarningMessage(
      withoutLinks(
        vscode.l10n.t(
          'Without {0}: secrets are not kept in the history, and {1} has them no more.',
          placesInWords(lost),
          connection.name,
        ),
      ),
    );
  }
}
