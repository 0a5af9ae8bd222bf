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
  const given = requireSaved(args, 'Open an identity or a client first, or use the menu of its row.');
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
      : `A ${kind.noun} can’t be duplicated.`;
    if (closed !== undefined || !kind.creating?.copy) {
      void vscode.window.showWarningMessage(withoutLinks(closed ?? ''));
      return;
    }
    const version = await withPatience(`Reading ${called} from ${target.connection.name}`, (call) =>
      readVersion(target, call),
    );
    const { document, lost } = kind.creating.copy(version.masked);
    const name = kind.nameOf(version.masked, ref.id);
    const uri = documentUri(fresh, `Copy of ${name}`);
    (await files.documents()).draft(uri, jsonForm.print(document));
    await vscode.window.showTextDocument(uri, { preview: false });
    const words = `Saving it creates a copy of ${name} on ${target.connection.name}. ${lost.join(' ')}`;
    void vscode.window.showInformationMessage(withoutLinks(words));
  } catch (error) {
    await container.tell(error, { doing: `Couldn’t duplicate ${called}`, connection });
  }
}
