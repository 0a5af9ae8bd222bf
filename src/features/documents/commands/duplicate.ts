import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { documentUri } from '../../../editor/document-uri.ts';
import { withPatience } from '../../../editor/patience.ts';
import { requireSaved } from '../../../editor/target.ts';
import { withoutLinks } from '../../../editor/text.ts';
import { jsonForm } from '../../../saving/forms/json.ts';
import type { OryFileSystem } from '../provider.ts';
import { readVersion } from '../reading.ts';
import { newId, whyReadOnly, sourceOf } from '../source.ts';

/** Opens a new document that is like a resource; what can't be copied is said. The first save creates it. */
export async function duplicate(
  container: Container,
  files: OryFileSystem,
  args: readonly unknown[],
): Promise<void> {
  const given = requireSaved(
    args,
    vscode.l10n.t('Open an identity or a client first, or use the menu of its row.'),
  );
  if (!given) return;
  const { ref } = given;
  const connection = container.connections.byId(ref.connection);
  const called = withoutLinks(given.name ?? ref.id);
  try {
    const target = await sourceOf(container, ref);
    const { kind } = target;
    const id = newId(undefined);
    const fresh = { connection: ref.connection, kind: ref.kind, id, isNew: true } as const;
    const closed = kind.creating?.copy
      ? whyReadOnly(kind, connection, fresh)
      : vscode.l10n.t('A {0} can’t be duplicated.', kind.noun);
    if (closed !== undefined || !kind.creating?.copy) {
      void vscode.window.showWarningMessage(withoutLinks(closed ?? ''));
      return;
    }
    const version = await withPatience(
      vscode.l10n.t('Reading {0} from {1}', called, target.connection.name),
      (call) => readVersion(target, call),
    );
    const { document, lost } = kind.creating.copy(version.masked);
    const name = kind.nameOf(version.masked, ref.id);
    const uri = documentUri(fresh, vscode.l10n.t('Copy of {0}', name));
    (await files.documents()).draft(uri, jsonForm.print(document));
    await vscode.window.showTextDocument(uri, { preview: false });
    const words = vscode.l10n.t(
      'Saving it creates a copy of {0} on {1}. {2}',
      name,
      target.connection.name,
      lost.join(' '),
    );
    void vscode.window.showInformationMessage(withoutLinks(words));
  } catch (error) {
    await container.tell(error, { doing: vscode.l10n.t('Couldn’t duplicate {0}', called), connection });
  }
}
