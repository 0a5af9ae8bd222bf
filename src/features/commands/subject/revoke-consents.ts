import * as vscode from 'vscode';
import { partsOf } from '../../../editor/row-part.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { revokeOAuth2ConsentSessions } from '../../../ory/operations/oauth2-sessions.ts';
import type { Actions } from '../command-host.ts';
import type { Named } from '../../../editor/named.ts';
import { askThenPerform } from '../../../editor/tasks/ask-then-perform.ts';
import { chooseSubject, followRevocation, type Subject } from './subject.ts';
import { readConsents } from './read-consents.ts';
import { grantOf } from './subject-text.ts';
import { several, tellDone } from '../../../editor/tasks/tell-done.ts';

/** Takes back what a subject granted to some clients, with their tokens. */
export async function run(actions: Actions, ...args: unknown[]): Promise<void> {
  const of = await chooseSubject(actions, args, { title: vscode.l10n.t('Revoke Consents'), writes: true });
  if (!of) return;
  const { connection, subject, name } = of;
  const rows = partsOf(args, 'consent').filter((part) => part.subject === subject);
  const all = distinct(
    rows.length > 0
      ? rows.map(({ client, clientName }) => ({ id: client, name: clientName }))
      : await askClients(actions, of),
  );
  if (all.length === 0) return;
  const whom = several(all, 'clients');
  const done = await askThenPerform(actions.container, {
    connection,
    all,
    question: vscode.l10n.t('Revoke what {0} granted to {1} on {2}?', name, whom, connection.name),
    consequence: vscode.l10n.t('The tokens that came of it end, and the client has to ask again.'),
    verb: vscode.l10n.t('Revoke'),
    name: whom,
    title: vscode.l10n.t('Revoking what {0} granted to {1}', name, whom),
    couldnt: vscode.l10n.t('revoke what {0} granted to {1}', name, whom),
    lacks: vscode.l10n.t('revoking consents'),
    work: (client, { id }, call) => client.call(revokeOAuth2ConsentSessions, { subject, client: id }, call),
  });
  if (done.length === 0) return;
  tellDone(vscode.l10n.t('Revoked what {0} granted to {1}', name, several(done, 'clients')), connection);
  await followRevocation(actions, of);
}

const distinct = (all: readonly Named[]): readonly Named[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

async function askClients(actions: Actions, of: Subject): Promise<readonly Named[]> {
  const { connection, name } = of;
  const consents = await readConsents(actions, of);
  if (!consents) return [];
  const grants = consents.map((consent) => grantOf(consent));
  if (grants.length === 0) {
    void vscode.window.showInformationMessage(
      withoutLinks(
        vscode.l10n.t('{0} granted nothing on {1} that is still in force.', name, connection.name),
      ),
    );
    return [];
  }
  const picked = await vscode.window.showQuickPick(
    grants.map(({ client, clientName, scopes }) => ({
      label: withoutIcons(clientName),
      description: scopes.join(' '),
      one: { id: client, name: clientName },
    })),
    {
      title: vscode.l10n.t('Revoke Consents of {0} · {1}', name, connection.name),
      placeHolder: vscode.l10n.t('To whom?'),
      canPickMany: true,
    },
  );
  return picked?.map(({ one }) => one) ?? [];
}
