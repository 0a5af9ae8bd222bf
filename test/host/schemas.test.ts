// Completion, hover and marks in documents, as the editor's own JSON support gives them from our schemas.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  commands,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type Hover,
  languages,
  type MarkdownString,
  type TextDocument,
  window,
} from 'vscode';
import {
  direct,
  eventually,
  newIdentity,
  open,
  replace,
  setConnections,
  useConnections,
  useDocuments,
} from './documents-support.ts';

/** The JSON language server starts with the first document, on a busy machine in its own time. */
const PATIENT = 15_000;

const textOf = (label: CompletionItem['label']) => (typeof label === 'string' ? label : label.label);

/** What is offered right behind a text of the document. */
async function offered(document: TextDocument, behind: string): Promise<string[]> {
  const at = document.positionAt(document.getText().indexOf(behind) + behind.length);
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  // Words of the document are offered while the language server is still busy.
  return list.items.filter(({ kind }) => kind !== CompletionItemKind.Text).map(({ label }) => textOf(label));
}

async function hoverAt(document: TextDocument, text: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(text) + 2);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value))
    .join('\n');
}

const marks = (document: TextDocument): Diagnostic[] => languages.getDiagnostics(document.uri);
const marked = (document: TextDocument, diagnostic: Diagnostic) => document.getText(diagnostic.range);

describe('schemas of documents', () => {
  useDocuments();

  it('offers the traits of the identity’s own schema, says what they are, and marks what it refuses', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await replace(document, '"traits": {', '"traits": {\n    "",\n');
    const names = await eventually(
      () => offered(document, '"traits": {\n    "'),
      (seen) => seen.includes('name'),
      PATIENT,
    );
    assert.ok(!names.includes('email'), 'what is there already is not offered');
    await commands.executeCommand('undo');
    await replace(document, '"traits": {', '"traits": {\n    "unheard_of": 1,\n');
    const [mark] = await eventually(
      () => marks(document),
      (seen) => seen.length > 0,
      PATIENT,
    );
    assert.match(mark!.message, /unheard_of/);
    assert.match(marked(document, mark!), /unheard_of/);
    assert.match(await hoverAt(document, '"email"'), /sign in with it: .*password/);
    assert.match(await hoverAt(document, '"metadata_admin"'), /only administrators/);
  });

  it('offers values and gives advice on clients', async () => {
    const { json } = await direct('hydra-admin', 'POST', '/admin/clients', {
      client_name: 'Schemas',
      grant_types: ['authorization_code'],
      redirect_uris: ['https://app.example.com/cb'],
      token_endpoint_auth_method: 'client_secret_basic',
    });
    const document = await open('clients', json.client_id as string, 'Schemas');
    await replace(document, '"client_secret_basic"', '"none"');
    await replace(document, '"authorization_code"', '"authorization_code", "client_credentials"');
    const seen = await eventually(
      () => marks(document),
      (all) => all.some(({ message }) => message.includes('public client')),
      PATIENT,
    );
    assert.deepEqual(
      seen.map((mark) => marked(document, mark)),
      ['"client_credentials"'],
    );
    const methods = await offered(document, '"token_endpoint_auth_method": ');
    assert.ok(methods.includes('"private_key_jwt"'), methods.join());
  });

  it('knows the body of an operation that is being written, and the traits in it', async () => {
    void commands.executeCommand('ory.runOperation', {
      operation: 'createIdentity',
      connection: 'docs',
      parameters: {},
    });
    const document = await eventually(
      () => window.activeTextEditor?.document,
      (front) => front?.uri.scheme === 'oryrequest',
    );
    assert.ok(document);
    await replace(document, '"state": "active"', '"state": "asleep",\n  "colour": 1');
    const seen = await eventually(
      () => marks(document),
      (all) => all.length >= 3,
      PATIENT,
    );
    assert.deepEqual(seen.map((mark) => marked(document, mark)).sort(), ['""', '"asleep"', '"colour"']);
    await replace(document, '"traits": {', '"traits": {\n    "",\n');
    await eventually(
      () => offered(document, '"traits": {\n    "'),
      (names) => names.includes('name'),
      PATIENT,
    );
  });

  it('says where traits are described why there is no schema, and marks nothing', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'docs-deaf');
    await replace(document, '"traits": {', '"traits": {\n    "unheard_of": 1,\n');
    await eventually(
      () => hoverAt(document, '"traits"'),
      (said) => said.includes('could not be read'),
      PATIENT,
    );
    assert.deepEqual(marks(document), []);
  });

  it('checks an open document anew when the server’s schema is another', async () => {
    let schema = traitsSchema({ nickname: { type: 'string' } });
    const server = createServer((request, response) => {
      const body = request.url?.startsWith('/schemas') ? [{ id: 'live', schema }] : IDENTITY;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await setConnections([
        { id: 'changing', type: 'self-hosted', kratosPublic: address, kratosAdmin: address },
      ]);
      const document = await open('identities', IDENTITY.id, 'ada', 'changing');
      await eventually(
        () => hoverAt(document, '"schema_id"'),
        (said) => said.includes('identity schema'),
        PATIENT,
      );
      assert.deepEqual(marks(document), []);
      schema = traitsSchema({ nickname: { type: 'integer' } });
      await commands.executeCommand('ory.refreshIdentities');
      const seen = await eventually(
        () => marks(document),
        (all) => all.length > 0,
        PATIENT,
      );
      assert.deepEqual(
        seen.map((mark) => marked(document, mark)),
        ['"Countess"'],
      );
    } finally {
      server.close();
      await useConnections();
    }
  });

  it('serves YAML as it serves JSON', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email);
    await commands.executeCommand('ory.openAsYaml', document.uri);
    const yaml = await eventually(
      () => window.activeTextEditor?.document,
      (front) => front?.languageId === 'yaml',
    );
    assert.ok(yaml);
    await replace(yaml, 'traits:\n', 'traits:\n  unheard_of: 1\n');
    const seen = await eventually(
      () => marks(yaml),
      (all) => all.length > 0,
      PATIENT,
    );
    assert.deepEqual(
      seen.map((mark) => marked(yaml, mark)),
      ['unheard_of'],
    );
    await replace(yaml, '  unheard_of: 1\n', '  \n');
    const names = await eventually(
      () => offered(yaml, 'traits:\n  '),
      (all) => all.includes('name'),
      PATIENT,
    );
    assert.ok(!names.includes('email'));
    assert.match(await hoverAt(yaml, 'metadata_admin'), /only administrators/);
  });
});

const IDENTITY = {
  id: '5d2cf5c1-6e05-4b22-9b9f-0f9c4d0f1f2a',
  schema_id: 'live',
  schema_url: 'http://127.0.0.1/schemas/bGl2ZQ',
  state: 'active',
  traits: { nickname: 'Countess' },
  organization_id: null,
};
const traitsSchema = (properties: object) => ({
  type: 'object',
  properties: { traits: { type: 'object', properties } },
});
