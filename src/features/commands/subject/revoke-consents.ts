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
  const of = await chooseSubject(actions, args, { title: 'Revoke Consents', writes: true });
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
    question: `Revoke what ${name} granted to ${whom} on ${connection.name}?`,
    consequence: 'The tokens that came of it end, and the client has to ask again.',
    verb: 'Revoke',
    name: whom,
    title: `Revoking what ${name} granted to ${whom}`,
    couldnt: `revoke what ${name} granted to ${whom}`,
    lacks: 'revoking consents',
    work: (client, { id }, call) => client.call(revokeOAuth2ConsentSessions, { subject, client: id }, call),
  });
  if (done.length === 0) return;
  tellDone(`Revoked what ${name} granted to ${several(done, 'clients')}`, connection);
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
      withoutLinks(`${name} granted nothing on ${connection.name} that is still in force.`),
    );
    return [];
  }
  const picked = await vscode.window.showQuickPick(
    grants.map(({ client, clientName, scopes }) => ({
      label: withoutIcons(clientName),
      description: scopes.join(' '),
      one: { id: client, name: clientName },
    })),
    { title: `Revoke Consents of ${name} · ${connection.name}`, placeHolder: 'To whom?', canPickMany: true },
  );
  return picked?.map(({ one }) => one) ?? [];
}
