import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { partsOf } from '../../../editor/row-part.ts';
import { givenConnection, givenOne } from '../../../editor/given.ts';
import type { OAuth2ConsentSession } from '@ory/client';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { listOAuth2ConsentSessions } from '../../../ory/operations/oauth2-sessions.ts';
import { collect } from '../../../ory/paging.ts';
import type { Actions } from '../command-host.ts';
import { subjectText } from './subject-text.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { type ViewRef, viewRefOf, viewUri } from '../view-uri.ts';

export interface Subject {
  readonly connection: Connection;
  readonly subject: string;
  readonly name: string;
}

/** The subject that a command was called for: a row, a document, the text in front, a given word; else it asks. */
export async function chooseSubject(
  { container }: Actions,
  args: readonly unknown[],
  { title, writes }: { readonly title: string; readonly writes: boolean },
): Promise<Subject | undefined> {
  const given = givenOf(args);
  const need = { service: 'hydra-admin', writes } as const;
  const connection = await requireConnection(container, need, given?.connection ?? givenConnection(args[0]));
  if (!connection) return undefined;
  if (given) return { connection, subject: given.subject, name: given.name };
  const typed = await vscode.window.showInputBox({
    title: `${title} · ${connection.name}`,
    prompt: vscode.l10n.t('Subject: as a rule the id of the identity'),
    ignoreFocusOut: true,
  });
  const subject = typed?.trim();
  return subject ? { connection, subject, name: subject } : undefined;
}

interface Given {
  readonly connection: string | undefined;
  readonly subject: string;
  readonly name: string;
}

function givenOf(args: readonly unknown[]): Given | undefined {
  const [first] = args;
  if (typeof first === 'string') return { connection: undefined, subject: first, name: first };
  const part = partsOf([first], 'consents')[0] ?? partsOf([first], 'consent')[0];
  if (part) return { connection: part.connection, subject: part.subject, name: part.subjectName };
  const shown = viewRefOf(first, 'subjects');
  if (shown) return { connection: shown.connection, subject: shown.id, name: shown.id };
  // An identity's id is its subject, as a rule.
  const found = givenOne(args);
  if (found?.ref.kind !== 'identities' || found.ref.isNew) return undefined;
  const { connection, id } = found.ref;
  return { connection, subject: id, name: found.name ?? id };
}

/** Everything that a subject granted. Its secrets stay in memory and are never shown. */
export const consentsOf = (
  client: OryClient,
  subject: string,
  call: CallOptions,
): Promise<OAuth2ConsentSession[]> => collect(client, listOAuth2ConsentSessions, { subject }, call);

const refOf = ({ connection, subject }: Pick<Subject, 'connection' | 'subject'>): ViewRef => ({
  connection: connection.id,
  what: 'subjects',
  id: subject,
});

/** Where what a subject granted is shown, and the text. */
export function subjectView(of: Subject, consents: readonly OAuth2ConsentSession[]) {
  const { connection, subject } = of;
  return {
    uri: viewUri(refOf(of), `${subject}.md`),
    text: subjectText({ subject, connection: connection.name }, consents),
  };
}

/** Has the subject's open text show what was taken back. */
export async function followRevocation({ container, views }: Actions, of: Subject): Promise<void> {
  const { connection, subject } = of;
  const { uri } = subjectView(of, []);
  if (!views.isShown(uri)) return;
  const client = await container.client(connection);
  views.put(uri, subjectView(of, await consentsOf(client, subject, {})).text);
}
