import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { identityName } from '../../../resources/identity/row.ts';
import { IdentitySearch } from '../../../resources/identity/search.ts';
import type { Actions } from '../actions.ts';
import type { Named } from '../../../editor/target.ts';
import { perform } from '../../../editor/deeds/perform.ts';

const SIZE = 50;

/** Asks for an identity by what a person knows of it; several that were found are offered. */
export async function askIdentity(
  { container }: Actions,
  connection: Connection,
  title: string,
): Promise<readonly Named[]> {
  const typed = await vscode.window.showInputBox({
    title: `${title} · ${connection.name}`,
    prompt: 'Whose? It is looked up at the server.',
    placeHolder: 'E-mail, user name, phone, id or external id',
  });
  const text = typed?.trim();
  if (!text) return [];
  const found = await perform(
    container,
    {
      connection,
      title: `Looking for ${text}`,
      couldnt: `look for ${text}`,
      lacks: 'searching identities',
    },
    async (client, call) => (await new IdentitySearch(client, text, SIZE).next(call))?.items ?? [],
  );
  if (!found) return [];
  const all = found.value.map((identity) => ({ id: identity.id, name: identityName(identity) }));
  if (all.length === 1) return all;
  if (all.length === 0) {
    const words = `Nobody on ${connection.name} is found by “${text}”.`;
    void vscode.window.showInformationMessage(withoutLinks(words));
    return [];
  }
  const chosen = await vscode.window.showQuickPick(
    all.map((one) => ({ label: withoutIcons(one.name), description: one.id, one })),
    { title, placeHolder: `“${text}” is found with several: whom do you mean?`, matchOnDescription: true },
  );
  return chosen ? [chosen.one] : [];
}
