import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, languages, TabInputText, type TextDocument, window } from 'vscode';
import { ask, usePerson } from './direct-commands-support.ts';
import { eventually, newIdentity, open, replace, setAutoSave, setText } from './documents-support.ts';

interface ConsoleProject {
  readonly id: string;
  readonly services: {
    readonly identity: { readonly config: Record<string, unknown> & { session: Record<string, unknown> } };
    readonly oauth2: unknown;
  };
}

const front = (): TextDocument => {
  const document = window.activeTextEditor?.document;
  assert.ok(document);
  return document;
};
const tabs = () =>
  window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof TabInputText ? [input.uri.path.split('/').at(-1)] : []));
const identityOf = async (id: string) =>
  (await ask('kratos-admin', 'GET', `/admin/identities/${id}`)).json as {
    state: string;
    metadata_public: unknown;
    traits: { email: string };
  };

describe('documents as YAML', () => {
  usePerson();
  before(() => setAutoSave('off'));
  after(() => setAutoSave(undefined));

  async function openAsYaml(): Promise<{ document: TextDocument; id: string; email: string }> {
    const { id, email } = await newIdentity();
    await open('identities', id, email, 'actions');
    await commands.executeCommand('ory.openAsYaml');
    return { document: front(), id, email };
  }

  it('take the place of the JSON, and give it back', async () => {
    const { document, email } = await openAsYaml();
    assert.equal(document.languageId, 'yaml');
    assert.match(document.getText(), new RegExp(`^  email: ${email}$`, 'm'));
    assert.deepEqual(tabs(), [`${email}.yaml`]);
    await commands.executeCommand('ory.openAsJson');
    assert.deepEqual(tabs(), [`${email}.json`]);
  });

  it('are saved as the least that changes, and keep their comments', async () => {
    const { document, id } = await openAsYaml();
    await ask('kratos-admin', 'PATCH', `/admin/identities/${id}`, [
      { op: 'add', path: '/metadata_public', value: { by: 'a script' } },
    ]);
    await replace(document, 'state: active', '# on leave\nstate: inactive # until May');
    assert.equal(await document.save(), true);
    const now = await identityOf(id);
    assert.equal(now.state, 'inactive');
    assert.deepEqual(now.metadata_public, { by: 'a script' });
    // What the server changed is taken over into the text that stands there.
    await eventually(
      () => document.getText(),
      (text) => text.includes('by: a script'),
    );
    assert.match(document.getText(), /\n# on leave\nstate: inactive # until May\n/);
    assert.equal(document.isDirty, false);
  });

  it('are saved whatever banners stand around their comments', async () => {
    const { document, id, email } = await openAsYaml();
    const banner = '#'.repeat(30);
    await replace(document, 'traits:', `${banner}\n# who\n${banner}\ntraits: # of a person`);
    await setText(document, `${document.getText()}${banner}\n# the end\n${banner}\n`);
    await replace(document, `email: ${email}`, `email: banner-${email} # the new one`);
    const text = document.getText();
    assert.equal(await document.save(), true);
    assert.equal((await identityOf(id)).traits.email, `banner-${email}`);
    await eventually(
      () => document.isDirty,
      (isDirty) => !isDirty,
    );
    // What the server set with it is taken over; every comment stays where it stood.
    await eventually(
      () => document.getText(),
      (now) => now !== text,
    );
    const comments = (of: string) => of.split('\n').filter((line) => line.includes('#'));
    assert.deepEqual(comments(document.getText()), comments(text));
  });

  it('keep the comments of a social provider where another one is added by somebody else', async () => {
    const made = await ask('console', 'POST', '/projects', { name: 'Providers', environment: 'dev' });
    const { id } = made.json as ConsoleProject;
    const document = await open('configurations', `${id}/identity`, 'kratos', 'actions');
    const provider = (name: string) => ({
      id: name,
      provider: name,
      client_id: name,
      client_secret: `secret-of-${name}`,
      mapper_url: 'https://example.com/mapper.jsonnet',
    });
    const place = '/services/identity/config/selfservice/methods/oidc';
    await ask('console', 'PATCH', `/projects/${id}`, [
      { op: 'add', path: place, value: { enabled: true, config: { providers: [provider('google')] } } },
    ]);
    await commands.executeCommand('workbench.action.files.revert');
    await eventually(
      () => document.getText(),
      (text) => text.includes('id: google'),
    );
    await replace(document, '- id: google', '# for everybody\n          - id: google # the old one');
    await replace(document, 'lifespan: 72h0m0s', 'lifespan: 8h0m0s # a day at work');
    await ask('console', 'PATCH', `/projects/${id}`, [
      { op: 'add', path: `${place}/config/providers/-`, value: provider('github') },
    ]);
    assert.equal(await document.save(), true);
    await eventually(
      () => document.getText(),
      (text) => text.includes('id: github'),
    );
    assert.match(
      document.getText(),
      /\n {10}# for everybody\n {10}- id: google # the old one\n {12}provider: google\n/,
    );
    assert.match(document.getText(), /lifespan: 8h0m0s # a day at work/);
  });

  it('mark what is refused at its place', async () => {
    const { document, email } = await openAsYaml();
    await replace(document, `email: ${email}`, 'email: no address # mail');
    assert.equal(await document.save(), false);
    const [mark] = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Ory');
    assert.equal(document.getText(mark?.range), 'no address');
    await replace(document, 'email: no address', 'email: [');
    assert.equal(await document.save(), false);
    const [broken] = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Ory');
    assert.match(broken?.message ?? '', /^No valid YAML/);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('say once what both the schema and the server find at a place, in the server’s words', async () => {
    const { document, email } = await openAsYaml();
    const ours = () => languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Ory');
    await replace(document, `email: ${email}`, 'email: no address');
    const at = () => ours().filter(({ range }) => document.getText(range) === 'no address');
    const [local] = await eventually(at, (all) => all.length === 1);
    assert.equal(await document.save(), false);
    const [refusal, ...others] = at();
    assert.deepEqual(others, []);
    assert.equal(refusal?.severity, DiagnosticSeverity.Error);
    assert.notEqual(refusal.message, local?.message);
    // Editing takes the refusal away; what the schema says is there again.
    await replace(document, 'metadata_public: null', 'metadata_public: {}');
    await eventually(
      () => at().map(({ message }) => message),
      (messages) => messages.length === 1 && messages[0] === local?.message,
    );
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('lose nothing beside the JSON of the same resource', async () => {
    const { document: yaml, id, email } = await openAsYaml();
    await replace(yaml, 'state: active', 'state: inactive # kept');
    // The tab with changes stays.
    await commands.executeCommand('ory.openAsJson');
    const json = front();
    assert.deepEqual(tabs().sort(), [`${email}.json`, `${email}.yaml`]);
    await replace(json, '"metadata_public": null', '"metadata_public": { "from": "json" }');
    assert.equal(await json.save(), true);
    assert.equal((await identityOf(id)).state, 'active');
    assert.equal(yaml.isDirty, true);
    assert.equal(await yaml.save(), true);
    const now = await identityOf(id);
    assert.equal(now.state, 'inactive');
    assert.deepEqual(now.metadata_public, { from: 'json' });
    await eventually(
      () => json.getText(),
      (text) => text.includes('"inactive"'),
    );
    assert.match(yaml.getText(), /state: inactive # kept/);
  });

  it('edit the configuration of one service of a project in the form of its kratos.yml', async () => {
    const made = await ask('console', 'POST', '/projects', { name: 'Configured', environment: 'dev' });
    const { id } = made.json as ConsoleProject;
    const read = async () => (await ask('console', 'GET', `/projects/${id}`)).json as ConsoleProject;
    const before = await read();
    const document = await open('configurations', `${id}/identity`, 'kratos', 'actions');
    assert.match(document.uri.path, /\/kratos\.yaml$/);
    assert.match(document.getText(), /^session:\n {2}lifespan: /m);
    await replace(document, 'lifespan: 72h0m0s', 'lifespan: 8h0m0s # a day at work');
    assert.equal(await document.save(), true);
    const after = await read();
    assert.equal(after.services.identity.config.session.lifespan, '8h0m0s');
    assert.deepEqual(after.services.oauth2, before.services.oauth2);
    assert.match(document.getText(), /# a day at work/);
    // Somebody else's change elsewhere in the project is no conflict.
    await ask('console', 'PATCH', `/projects/${id}`, [
      { op: 'add', path: '/services/oauth2/config/ttl/access_token', value: '5m0s' },
    ]);
    await replace(document, 'lifespan: 8h0m0s', 'lifespan: 9h0m0s');
    assert.equal(await document.save(), true);
    assert.equal((await read()).services.identity.config.session.lifespan, '9h0m0s');
    assert.match(JSON.stringify((await read()).services.oauth2), /5m0s/);
  });

  it('mark what the server warns of when it takes a configuration, where it stands', async () => {
    const made = await ask('console', 'POST', '/projects', { name: 'Warned', environment: 'dev' });
    const { id } = made.json as ConsoleProject;
    const document = await open('configurations', `${id}/identity`, 'kratos', 'actions');
    await setText(document, `${document.getText()}log:\n  level: debug\n`);
    assert.equal(await document.save(), true);
    const [mark] = await eventually(
      () => languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Ory'),
      (all) => all.length === 1,
    );
    assert.equal(mark?.severity, DiagnosticSeverity.Warning);
    assert.match(mark.message, /config\.log has no effect/);
    await eventually(
      () => document.getText(),
      (text) => !text.includes('debug'),
    );
    await replace(document, 'lifespan: 72h0m0s', 'lifespan: 7h0m0s');
    assert.equal(await document.save(), true);
    await eventually(
      () => languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Ory').length,
      (count) => count === 0,
    );
  });
});
