import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { type PartOf, partsOf } from '../../../editor/row-part.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { deleteIdentityCredentials, getIdentity } from '../../../ory/operations/identities.ts';
import { canHaveSeveral, credentialsOf } from '../../../kinds/identity/credentials.ts';
import type { Actions } from '../command-host.ts';
import { chooseOne } from '../../../editor/target.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { tellUndoable } from '../../../editor/door/offer-undo.ts';
import { requireConnection } from '../../../editor/require-connection.ts';

type Credential = Pick<PartOf<'credential'>, 'identity' | 'identityName' | 'type'> & {
  /** Which of several, where the server must be told. */
  readonly identifier?: string;
};

/** Deletes a way to log in; the server refuses where it is the last. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const [part] = partsOf(args, 'credential');
  const found = part ? await ofRow(actions, part) : await ofIdentity(actions, args);
  if (!found) return;
  const { connection, credential } = found;
  const { identity, identityName, type, identifier } = credential;
  const what = vscode.l10n.t(
    'the {0} credential of {1}{2}',
    type,
    identityName,
    identifier ? ` (${identifier})` : '',
  );
  const { container } = actions;
  const done = await askThenPerform(container, {
    connection,
    all: [{ id: identity, name: identityName }],
    question: vscode.l10n.t('Delete {0} from {1}?', what, connection.name),
    consequence: vscode.l10n.t('It can’t be used to sign in any more.'),
    verb: vscode.l10n.t('Delete'),
    name: identityName,
    title: vscode.l10n.t('Deleting {0}', what),
    couldnt: vscode.l10n.t('delete {0}', what),
    lacks: vscode.l10n.t('deleting credentials'),
    work: (client, { id }, call) => client.call(deleteIdentityCredentials, { id, type, identifier }, call),
  });
  if (done.length > 0)
    tellUndoable(container, {
      what: vscode.l10n.t('Deleted {0}', what),
      connection,
      kind: 'identities',
      ids: [identity],
    });
}

interface Found {
  readonly connection: Connection;
  readonly credential: Credential;
}

async function ofRow({ container }: Actions, part: PartOf<'credential'>): Promise<Found | undefined> {
  const connection = await requireConnection(
    container,
    { service: 'kratos-admin', writes: true },
    part.connection,
  );
  if (!connection) return undefined;
  if (!canHaveSeveral(part.type)) return { connection, credential: part };
  const identifier =
    part.identifiers.length > 1
      ? await vscode.window.showQuickPick([...part.identifiers], {
          title: vscode.l10n.t('Delete Credential of {0}', part.identityName),
          placeHolder: vscode.l10n.t('Which one?'),
        })
      : part.identifiers[0];
  return identifier ? { connection, credential: { ...part, identifier } } : undefined;
}

async function ofIdentity(actions: Actions, args: readonly unknown[]): Promise<Found | undefined> {
  const title = vscode.l10n.t('Delete Credential');
  const chosen = await chooseOne(actions, args, {
    kind: 'identities',
    writes: true,
    title,
  });
  if (!chosen) return undefined;
  const { connection, one } = chosen;
  const read = await perform(
    actions.container,
    {
      connection,
      title: vscode.l10n.t('Reading the credentials of {0}', one.name),
      couldnt: vscode.l10n.t('read the credentials of {0}', one.name),
      lacks: 'credentials',
    },
    async (client, call) => credentialsOf((await client.call(getIdentity, { id: one.id }, call)).data),
  );
  if (!read) return undefined;
  const choices = read.value.flatMap(({ type, credential }) => choicesOf(type, credential.identifiers ?? []));
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(
      withoutLinks(vscode.l10n.t('{0} has no credentials.', one.name)),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(choices, {
    title: `${title} of ${one.name} · ${connection.name}`,
    placeHolder: vscode.l10n.t('Which one?'),
  });
  if (!picked) return undefined;
  const credential = { identity: one.id, identityName: one.name, type: picked.label };
  return {
    connection,
    credential: picked.identifier ? { ...credential, identifier: picked.identifier } : credential,
  };
}

interface CredentialChoice extends vscode.QuickPickItem {
  readonly identifier?: string;
}

function choicesOf(type: string, identifiers: readonly string[]): CredentialChoice[] {
  if (!canHaveSeveral(type)) return [{ label: type, description: withoutIcons(identifiers.join(', ')) }];
  return identifiers.map((identifier) => ({
    label: type,
    description: withoutIcons(identifier),
    identifier,
  }));
}
