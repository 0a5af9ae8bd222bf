import * as vscode from 'vscode';
import { type Connection, hasService, kindOf } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import { withoutIcons } from '../../editor/text.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { OnServer } from './copy.ts';
import { pickFile } from './pick-file.ts';
import { chooseOther } from './choose-other.ts';

/** What something is compared with. `sameId` is set where it was chosen unseen, on another connection. */
export type Other =
  | { readonly is: 'resource'; readonly resource: OnServer; readonly sameId?: true }
  | { readonly is: 'file'; readonly file: vscode.Uri };

interface Item extends vscode.QuickPickItem {
  readonly choose?: () => Promise<Other | undefined>;
}

/** Asks what a resource is to be compared with: what is open, another one, the same elsewhere, a file. */
export async function pickOther(container: Container, one: OnServer): Promise<Other | undefined> {
  const kind = KINDS[one.ref.kind];
  const others = container.connections.all.filter(
    (connection) => connection.id !== one.connection.id && hasService(connection, kind.service),
  );
  const elsewhere = (connection: Connection): Item => ({
    label: vscode.l10n.t('$(arrow-swap) The same {0} on {1}', kind.idName, withoutIcons(connection.name)),
    description: kindOf(connection),
    choose: () => {
      const ref = { ...one.ref, connection: connection.id };
      return Promise.resolve({ is: 'resource', resource: { ref, connection, name: one.name }, sameId: true });
    },
  });
  const another = (connection: Connection): Item => ({
    label: vscode.l10n.t(
      '$(search) {0} {1} on {2}…',
      connection === one.connection ? 'Another' : 'Any',
      kind.noun,
      withoutIcons(connection.name),
    ),
    choose: async () => {
      const resource = await chooseOther(container, kind, connection);
      return resource && { is: 'resource', resource };
    },
  });
  const file: Item = {
    label: vscode.l10n.t('$(file) A file…'),
    choose: async () => {
      const chosen = await pickFile(vscode.l10n.t('Compare {0} with', one.name), kind);
      return chosen && { is: 'file', file: chosen };
    },
  };
  const open = openOnes(container, one);
  // Projects have ids of their own wherever they are.
  const same = kind.id === 'projects' ? [] : others.map(elsewhere);
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: Item[] = [
    another(one.connection),
    ...same,
    ...others.map(another),
    file,
    ...(open.length > 0 ? [separator('open'), ...open] : []),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Compare {0} · {1}', one.name, one.connection.name),
    placeHolder: vscode.l10n.t('With what?'),
    matchOnDescription: true,
  });
  return chosen?.choose?.();
}

/** The resources of the same kind whose documents are open. */
function openOnes(container: Container, one: OnServer): Item[] {
  const uris = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()].flatMap((uri) => {
    const ref = parseDocumentUri(uri);
    const connection = container.connections.byId(ref?.connection ?? '');
    if (!ref || ref.isNew || ref.kind !== one.ref.kind || !connection) return [];
    if (ref.id === one.ref.id && ref.connection === one.ref.connection) return [];
    const resource = { ref, connection, name: nameOfUri(uri) };
    return {
      label: withoutIcons(resource.name),
      description: withoutIcons(connection.name),
      choose: () => Promise.resolve<Other>({ is: 'resource', resource }),
    };
  });
}
