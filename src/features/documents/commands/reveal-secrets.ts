import * as vscode from 'vscode';
import type { Container } from '../../../container.ts';
import { documentUri } from '../../../editor/document-uri.ts';
import { withPatience } from '../../../editor/patience.ts';
import type { ShownTexts } from '../../../editor/shown-texts.ts';
import { withoutLinks } from '../../../editor/text.ts';
import { parseJson } from '../../../ory/json/tree.ts';
import { maskForeignSchema } from '../../../ory/secrets/mask.ts';
import { jsonForm } from '../../../saving/forms/json.ts';
import { sourceOf } from '../source.ts';
import type { Given } from '../../../editor/given.ts';
import { requireSaved } from '../../../editor/target.ts';

const REVEAL = 'Reveal';

/** Shows a resource with everything that its document masks, read-only, after asking once. */
export async function revealSecrets(
  container: Container,
  secrets: ShownTexts,
  args: readonly unknown[],
): Promise<void> {
  const given = requireSaved(
    args,
    vscode.l10n.t('Open the document whose secrets you want to see, or use the menu of its row.'),
  );
  if (!given) return;
  const connection = container.connections.byId(given.ref.connection);
  try {
    await reveal(container, secrets, given);
  } catch (error) {
    const doing = vscode.l10n.t("Couldn't reveal the secrets of {0}", given.name ?? given.ref.id);
    await container.tell(error, { doing, connection, retry: () => revealSecrets(container, secrets, args) });
  }
}

async function reveal(container: Container, secrets: ShownTexts, { ref, name }: Given): Promise<void> {
  const { kind, connection, client } = await sourceOf(container, ref);
  const called = withoutLinks(name ?? ref.id);
  if (!kind.reveal) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing is masked in {0}: a {1} holds no secrets.', called, kind.noun),
    );
    return;
  }
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Reveal the secrets of {0} from {1}?', called, connection.name),
    {
      modal: true,
      detail: vscode.l10n.t('They are shown in a read-only document and forgotten when its tab is closed.'),
    },
    REVEAL,
  );
  if (chosen !== REVEAL) return;
  const text = await withPatience(
    vscode.l10n.t('Reading {0} from {1}', called, connection.name),
    (call) => kind.reveal?.(client, ref.id, call) ?? kind.read(client, ref.id, call),
  );
  const uri = documentUri(ref, `${called} (secrets)`).with({ scheme: secrets.scheme });
  await secrets.show(uri, jsonForm.print(maskForeignSchema(parseJson(text))));
}
