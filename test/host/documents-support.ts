// What the tests of documents in the extension host share.
import assert from 'node:assert/strict';
import { commands, Range, type TextDocument, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { sandboxAddresses } from './support.ts';

export { eventually } from '../support/eventually.ts';

/** Connections that the tests use: the sandbox, once to be written to, once read-only, once as production. */
export async function useConnections(): Promise<void> {
  const addresses = sandboxAddresses();
  const sandbox = {
    type: 'self-hosted',
    kratosPublic: addresses['kratos-public'],
    kratosAdmin: addresses['kratos-admin'],
    hydraPublic: addresses['hydra-public'],
    hydraAdmin: addresses['hydra-admin'],
  };
  await setConnections([
    { ...sandbox, id: 'docs', name: 'Docs sandbox' },
    { ...sandbox, id: 'docs-closed', name: 'Closed sandbox', readOnly: true },
    { ...sandbox, id: 'docs-gone', name: 'Gone sandbox' },
    { ...sandbox, id: 'docs-deaf', name: 'Deaf sandbox', kratosPublic: 'http://127.0.0.1:9' },
    { ...sandbox, id: 'docs-live', name: 'Live sandbox', production: true },
  ]);
}

/** The editor that the tests run in saves by itself after a second, where nothing else is set. */
export async function setAutoSave(mode: 'off' | undefined): Promise<void> {
  await workspace.getConfiguration('files').update('autoSave', mode, true);
}

export async function setConnections(entries: readonly object[] | undefined): Promise<void> {
  await workspace.getConfiguration('ory').update('connections', entries, true);
}

/**
 * Gives a suite the connections and editors that save when they are told to; each of its tests starts without editors.
 * @param connect the connections, where a suite has its own
 */
export function useDocuments(connect: () => Promise<void> = useConnections): void {
  before(async () => {
    await setAutoSave('off');
    await connect();
  });
  afterEach(closeAll);
  after(async () => {
    await setConnections(undefined);
    await setAutoSave(undefined);
  });
}

type Service = 'kratos-admin' | 'hydra-admin';

/** Asks the server itself, past the extension. */
export async function direct(
  service: Service,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string; json: Record<string, unknown> }> {
  const base = (sandboxAddresses() as Record<string, string>)[service] ?? '';
  const answer = await fetch(base + path, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
}

/** The path of an identity at Kratos' admin port. */
export const pathOf = (id: string): string => `/admin/identities/${id}`;

/** An identity as the server has it. */
export const readIdentity = async (id: string): Promise<Record<string, unknown>> =>
  (await direct('kratos-admin', 'GET', pathOf(id))).json;

/** Lets somebody else change an identity's `metadata_public`. */
export const changedBy = (id: string, by: string): Promise<{ status: number }> =>
  direct('kratos-admin', 'PATCH', pathOf(id), [{ op: 'replace', path: '/metadata_public', value: { by } }]);

let count = 0;
/** An address that no other test uses. */
export const newEmail = (): string => `docs-${Date.now().toString(36)}-${count++}@example.com`;

/** Creates an identity at the server. `body` is its JSON text, to hold what JavaScript can't. */
export async function newIdentity(body?: (email: string) => string): Promise<{ id: string; email: string }> {
  const email = newEmail();
  const text = body?.(email) ?? JSON.stringify({ schema_id: 'default', traits: { email } });
  const { status, json } = await direct('kratos-admin', 'POST', '/admin/identities', text);
  assert.equal(status, 201, JSON.stringify(json));
  return { id: json.id as string, email };
}

/** Opens a document as a click on its row does. */
export async function open(
  kind: string,
  id: string,
  name: string,
  connection = 'docs',
): Promise<TextDocument> {
  await commands.executeCommand('ory.openDocument', { connection, kind, id }, name);
  const document = window.activeTextEditor?.document;
  assert.ok(document, 'a document is in front');
  assert.equal(document.uri.scheme, 'ory');
  return document;
}

/** Sets the whole text. The editor takes no edit of a version that it has just replaced by what it read again. */
export async function setText(document: TextDocument, text: string): Promise<void> {
  for (let tries = 3; tries > 0; tries--) {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
    if (await workspace.applyEdit(edit)) return;
  }
  assert.fail('the edit was not applied');
}

export async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  assert.ok(document.getText().includes(from), `${from} stands in\n${document.getText()}`);
  await setText(
    document,
    document.getText().replace(from, () => to),
  );
}

/** Leaves no editor behind, changes included. */
export async function closeAll(): Promise<void> {
  for (;;) {
    const tab = window.tabGroups.all.flatMap((group) => group.tabs)[0];
    if (!tab) return;
    if (tab.isDirty) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    else await window.tabGroups.close(tab);
  }
}

export const asUri = (text: string): Uri => Uri.parse(text);
