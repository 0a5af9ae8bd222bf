// Secrets that somebody types into a document, and servers that keep something else than was saved.
import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  languages,
  TabInputTextDiff,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { ask, Person, usePerson } from './direct-commands-support.ts';
import {
  closeAll,
  eventually,
  newEmail,
  newIdentity,
  open,
  replace,
  setAutoSave,
  setConnections,
  setText,
} from './documents-support.ts';
import { type SlowServer, slowServer } from './slow-server.ts';
import { sandboxAddresses } from './support.ts';

const marksOf = (uri: Uri, words: RegExp) =>
  languages.getDiagnostics(uri).filter(({ source, message }) => source === 'Ory' && words.test(message));
const READABLE = /This secret is readable here/;
const front = (): TextDocument => {
  const document = window.activeTextEditor?.document;
  assert.ok(document);
  return document;
};

describe('a secret that is typed into a new document', () => {
  usePerson();
  before(() => setAutoSave('off'));
  after(() => setAutoSave(undefined));

  async function newDocument(kind: 'identities' | 'clients'): Promise<TextDocument> {
    const id = `new-${newEmail()}${kind === 'identities' ? ':default' : ''}`;
    await commands.executeCommand(
      'ory.openDocument',
      { connection: 'actions', kind, id, isNew: true },
      'New',
    );
    return front();
  }

  /** Takes the first fix of a mark, as a person does from the lightbulb. */
  async function fix(document: TextDocument): Promise<void> {
    const [mark] = await eventually(
      () => marksOf(document.uri, READABLE),
      (marks) => marks.length > 0,
    );
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      mark!.range,
    );
    const action = actions.find(({ title }) => title === 'Let a Placeholder Stand Here');
    assert.ok(action?.command);
    await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
  }

  it('is marked, taken out of the text, and still reaches the server', async () => {
    const draft = await newDocument('identities');
    const email = newEmail();
    const secret = 'correct horse battery';
    await setText(
      draft,
      draft
        .getText()
        .replace(/"email": "[^"]*"/, `"email": "${email}"`)
        .replace(
          '"traits": {',
          `"credentials": { "password": { "config": { "password": "${secret}" } } }, "traits": {`,
        ),
    );
    await fix(draft);
    assert.ok(!draft.getText().includes(secret));
    assert.match(draft.getText(), /"password": "•+ 1"/);
    await eventually(
      () => marksOf(draft.uri, READABLE).length,
      (marks) => marks === 0,
    );
    assert.equal(await draft.save(), true);
    const made = await eventually(front, ({ uri }) => uri.path.endsWith(`/${email}.json`));
    const { id } = JSON.parse(made.getText()) as { id: string };
    const { text } = await ask('kratos-admin', 'GET', `/admin/identities/${id}?include_credential=password`);
    assert.match(text, /"hashed_password":"\$/);
    assert.ok(!made.getText().includes(secret));
  });

  it('is marked in a client: its secret and the private part of a key, and nothing else', async () => {
    const draft = await newDocument('clients');
    const key = '{ "kid": "k", "kty": "EC", "crv": "P-256", "x": "eHg", "y": "eXk", "d": "cHJpdmF0ZQ" }';
    await replace(
      draft,
      '"New client"',
      `"Typed", "client_secret": "six or more", "jwks": { "keys": [${key}] }`,
    );
    const marks = await eventually(
      () => marksOf(draft.uri, READABLE),
      (found) => found.length === 2,
    );
    assert.deepEqual(marks.map(({ range }) => draft.getText(range)).sort(), [
      '"cHJpdmF0ZQ"',
      '"six or more"',
    ]);
    await fix(draft);
    await eventually(
      () => marksOf(draft.uri, READABLE).length,
      (left) => left === 1,
    );
    await fix(draft);
    assert.ok(!/six or more|cHJpdmF0ZQ/.test(draft.getText()), draft.getText());
    await commands.executeCommand('workbench.action.files.revert');
  });
});

describe('a server that keeps something else than was saved', () => {
  let kratos: SlowServer;
  const person = new Person();
  const OTHERWISE = /keeps what stands here/;

  before(async () => {
    await setAutoSave('off');
    const addresses = sandboxAddresses();
    kratos = await slowServer(addresses['kratos-admin'] ?? '');
    await setConnections([
      {
        id: 'hook',
        name: 'Hooked sandbox',
        type: 'self-hosted',
        kratosPublic: addresses['kratos-public'],
        kratosAdmin: kratos.url,
      },
    ]);
    await commands.executeCommand('ory.activateConnection', 'hook');
  });
  beforeEach(() => {
    person.told.length = 0;
    person.answers = {};
    person.sitDown();
    kratos.mood = 'keeps-another';
  });
  afterEach(async () => {
    person.leave();
    kratos.mood = 'normal';
    await setAutoSave('off');
    await closeAll();
  });
  after(async () => {
    await setConnections(undefined);
    await setAutoSave(undefined);
    await kratos.close();
  });

  const told = () => person.told.filter((said) => said.includes('keeps another'));

  it('is told of by a mark at the place and by a message, which compares both', async () => {
    person.answers = { 'keeps another': 'Compare' };
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'hook');
    await replace(document, '"metadata_public": null', '"metadata_public": { "by": "me" }');
    assert.equal(await document.save(), true);
    // The editor shows what was saved for a moment, before it reads what was kept.
    const [mark] = await eventually(
      () => marksOf(document.uri, OTHERWISE),
      ([first]) => first !== undefined && document.getText(first.range) === '"a hook"',
    );
    assert.match(mark!.message, /^You saved "me"; Hooked sandbox keeps what stands here/);
    assert.deepEqual(told(), [
      `${email} is saved, but Hooked sandbox keeps another metadata_public.by than you saved.`,
    ]);
    const diff = await eventually(
      () => window.tabGroups.activeTabGroup.activeTab?.input,
      (input) => input instanceof TabInputTextDiff,
    );
    assert.ok(diff instanceof TabInputTextDiff);
    const sent = await workspace.openTextDocument(diff.original);
    assert.match(sent.getText(), /"by": "me"/);
    await replace(document, '"state": "active"', '"state": "inactive"');
    await eventually(
      () => marksOf(document.uri, OTHERWISE).length,
      (marks) => marks === 0,
    );
  });

  it('is told of once where the editor saves by itself', async () => {
    await workspace.getConfiguration('files').update('autoSave', 'afterDelay', true);
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'hook');
    let before = 'null';
    for (const by of ['one', 'two', 'three']) {
      await replace(document, `"metadata_public": ${before}`, `"metadata_public": { "by": "${by}" }`);
      const shown = await eventually(
        () => document.getText(),
        (text) => text.includes('a hook'),
      );
      before = /"metadata_public": (\{[^}]*\})/.exec(shown)?.[1] ?? '';
      await eventually(
        () => marksOf(document.uri, OTHERWISE).length,
        (marks) => marks === 1,
      );
    }
    assert.equal(told().length, 1);
  });
});
