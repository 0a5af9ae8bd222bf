import * as vscode from 'vscode';
import { parseDocumentUri } from '../../../editor/document-uri.ts';
import { givenUri } from '../../../editor/given.ts';
import { childOf, pointerOf, rewrite } from '../../../ory/json/pointer.ts';
import { type JsonNode, toJson } from '../../../ory/json/tree.ts';
import { isPlaceholder } from '../../../ory/secrets/placeholders.ts';
import type { CredentialName } from '../../../kinds/kind.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import { parsed } from '../../../saving/forms/form.ts';
import { formOf } from '../../../saving/forms/form-of.ts';
import type { OryFileSystem } from '../provider.ts';

interface Sort {
  readonly label: string;
  readonly detail: string;
  /** Where it stands in the document. */
  readonly path: readonly string[];
  /** Asks for it; the text that stands in the document, or an element of the list that does. */
  readonly ask: (hold: (secret: string) => string) => Promise<unknown>;
}

const config = (type: string, member: string) => ['credentials', type, 'config', member];

const sorts: Readonly<Record<CredentialName, Sort>> = {
  password: {
    label: vscode.l10n.t('Password'),
    detail: vscode.l10n.t('As one types it at login'),
    path: config('password', 'password'),
    ask: (hold) => askSecret(vscode.l10n.t('The password'), hold),
  },
  hashed_password: {
    label: vscode.l10n.t('Hashed password'),
    detail: vscode.l10n.t('From another system: bcrypt, Argon2, PBKDF2, scrypt and more'),
    path: config('password', 'hashed_password'),
    ask: (hold) =>
      askSecret(vscode.l10n.t('The hash, such as $2a$12$… or $argon2id$v=19$…'), hold, hashProblem),
  },
  oidc: {
    label: vscode.l10n.t('OpenID Connect link'),
    detail: vscode.l10n.t('An account of a provider that logs in as this identity'),
    path: config('oidc', 'providers'),
    ask: askLink,
  },
  client_secret: {
    label: vscode.l10n.t('Client secret'),
    detail: vscode.l10n.t(
      'Your own; without one the server makes it. Hydra 2.0 takes at least 6 characters.',
    ),
    path: ['client_secret'],
    ask: (hold) => askSecret(vscode.l10n.t('The client secret'), hold),
  },
};

/**
 * Adds a credential to a new document. What is secret in it is typed unseen and never stands in the text.
 * @param args the document; after it, the place of a secret that was typed into the text, to be taken out of it
 */
export async function addCredential(files: OryFileSystem, [given, place]: readonly unknown[]): Promise<void> {
  const uri = givenUri([given]);
  const ref = uri && parseDocumentUri(uri);
  if (uri && ref?.isNew && typeof place === 'string') {
    await takeOut(files, uri, place);
    return;
  }
  const offered = ref?.isNew ? KINDS[ref.kind].creating?.credentials?.map((name) => sorts[name]) : undefined;
  if (!uri || !offered) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Open a new identity or client first: credentials of existing ones are changed by commands of their own.',
      ),
    );
    return;
  }
  const [only, another] = offered;
  const sort = another
    ? await vscode.window.showQuickPick(offered, { title: vscode.l10n.t('Add Credential') })
    : only;
  if (!sort) return;
  const documents = await files.documents();
  const value = await sort.ask((secret) => documents.hold(uri, secret));
  if (value === undefined) return;
  await rewriteText(uri, (tree) => withValue(tree, sort.path, toJson(value)));
}

/** Keeps a secret that was typed into the text in memory, and puts what stands for it in its place. */
async function takeOut(files: OryFileSystem, uri: vscode.Uri, place: string): Promise<void> {
  const documents = await files.documents();
  await rewriteText(uri, (tree) =>
    rewrite(tree, (node, path) => {
      if (node.kind !== 'string' || isPlaceholder(node.value) || pointerOf(path) !== place) return undefined;
      return { kind: 'string', value: documents.hold(uri, node.value) };
    }),
  );
}

async function rewriteText(uri: vscode.Uri, change: (tree: JsonNode) => JsonNode): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const form = await formOf(uri.path);
  const text = document.getText();
  const tree = parsed(form, text);
  if (!tree) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The document can’t be read as it stands: mend it first.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  edit.replace(uri, whole, form.print(change(tree), text));
  await vscode.workspace.applyEdit(edit);
}

/** A list takes an element more; anything else is set. */
function withValue(node: JsonNode | undefined, path: readonly string[], value: JsonNode): JsonNode {
  const [name, ...rest] = path;
  if (name === undefined) {
    const before = node?.kind === 'array' && value.kind === 'array' ? node.items : [];
    return value.kind === 'array' ? { kind: 'array', items: [...before, ...value.items] } : value;
  }
  const members = new Map(node?.kind === 'object' ? node.members : []);
  members.set(name, withValue(childOf(node, name), rest, value));
  return { kind: 'object', members };
}

async function askSecret(
  prompt: string,
  hold: (secret: string) => string,
  problem?: (text: string) => string | undefined,
): Promise<string | undefined> {
  const secret = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Credential'),
    prompt: vscode.l10n.t(
      '{0}. It is kept in memory until the document is saved; in the text stands a placeholder.',
      prompt,
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (text === '' ? undefined : problem?.(text)),
  });
  return secret ? hold(secret) : undefined;
}

const hashProblem = (text: string): string | undefined =>
  /^(\$|\{)/.test(text.trim())
    ? undefined
    : vscode.l10n.t('A hash begins with its algorithm, such as $2a$ or $argon2id$.');

async function askLink(): Promise<unknown> {
  const ask = (prompt: string, placeHolder: string) =>
    vscode.window.showInputBox({
      title: vscode.l10n.t('OpenID Connect link'),
      prompt,
      placeHolder,
      ignoreFocusOut: true,
    });
  const provider = (
    await ask(vscode.l10n.t('Id of the provider, as the server’s configuration has it'), 'google')
  )?.trim();
  if (!provider) return undefined;
  const subject = (
    await ask(vscode.l10n.t('Subject: the id of the account at the provider'), '1234567890')
  )?.trim();
  return subject ? [{ provider, subject }] : undefined;
}
