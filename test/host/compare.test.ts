import assert from 'node:assert/strict';
import { commands, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import { ask, usePerson } from './direct-commands-support.ts';
import { eventually, newIdentity, setConnections } from './documents-support.ts';
import { sandboxAddresses } from './support.ts';

interface ConsoleProject {
  readonly id: string;
  readonly name: string;
  readonly revision_id: string;
  readonly services: { readonly identity: { readonly config: { session: { lifespan: string } } } };
}

const diff = () => {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputTextDiff ? input : undefined;
};
const title = () => window.tabGroups.activeTabGroup.activeTab?.label ?? '';
const textOf = async (uri: Uri) => (await workspace.openTextDocument(uri)).getText();
const readProject = async (id: string) =>
  (await ask('console', 'GET', `/projects/${id}`)).json as ConsoleProject;

describe('comparisons', () => {
  const person = usePerson();

  before(async () => {
    const addresses = sandboxAddresses();
    const sandbox = {
      type: 'self-hosted',
      kratosPublic: addresses['kratos-public'],
      kratosAdmin: addresses['kratos-admin'],
      hydraAdmin: addresses['hydra-admin'],
      console: addresses.console,
      sandbox: true,
    };
    await setConnections([
      { ...sandbox, id: 'actions', name: 'staging' },
      { ...sandbox, id: 'live', name: 'Acme production', console: undefined },
      { ...sandbox, id: 'closed', name: 'Closed', readOnly: true },
    ]);
  });

  /** Two projects of the console, the second with another session lifespan. */
  async function twoProjects(): Promise<[ConsoleProject, ConsoleProject]> {
    const made = [];
    for (const name of ['Compared staging', 'Compared live']) {
      const { json } = await ask('console', 'POST', '/projects', { name, environment: 'dev' });
      made.push(json);
    }
    const [one, two] = made as [ConsoleProject, ConsoleProject];
    await ask('console', 'PATCH', `/projects/${one.id}`, [
      { op: 'replace', path: '/services/identity/config/session/lifespan', value: '24h0m0s' },
    ]);
    return [one, two];
  }

  const projectRow = ({ id, name }: ConsoleProject, connection = 'actions') => ({
    ref: { connection, kind: 'projects', id },
    name,
  });

  it('show an identity beside the same id on another connection', async () => {
    const { id, email } = await newIdentity();
    person().picks.push(['$(arrow-swap) The same id on Acme production']);
    await commands.executeCommand('ory.compare', { connection: 'actions', kind: 'identities', id }, email);
    assert.equal(title(), `${email} · staging ↔ ${email} · Acme production`);
    const sides = diff();
    assert.ok(sides);
    assert.equal(await textOf(sides.original), await textOf(sides.modified));
    assert.ok(!(await textOf(sides.original)).includes('updated_at'));
  });

  it('show two rows that are selected beside each other', async () => {
    const one = await newIdentity();
    const two = await newIdentity();
    const rows = [one, two].map(({ id, email }) => ({
      ref: { connection: 'actions', kind: 'identities', id },
      name: email,
    }));
    await commands.executeCommand('ory.compare', rows[0], rows);
    const sides = diff();
    assert.ok(sides);
    assert.match(await textOf(sides.original), new RegExp(one.email));
    assert.match(await textOf(sides.modified), new RegExp(two.email));
  });

  it('show the project around the configuration of one of its services', async () => {
    const [one, two] = await twoProjects();
    person().picks.push([two.name]);
    const ref = { connection: 'actions', kind: 'configurations', id: `${one.id}/identity` };
    await commands.executeCommand('ory.compare', { ref, name: 'kratos' });
    assert.equal(title(), 'Compared staging · staging ↔ Compared live · staging');
  });

  it('say that an id is unknown on the other connection', async () => {
    person().picks.push(['$(arrow-swap) The same id on Acme production']);
    const id = '00000000-0000-4000-8000-000000000000';
    // The first side is not there either: the message names what failed.
    await commands.executeCommand('ory.compare', { connection: 'actions', kind: 'identities', id }, 'nobody');
    assert.match(person().told.join('\n'), /Acme production has no identity with the id 0{8}/);
  });

  it('apply a chosen difference of two projects, after it was looked at', async () => {
    const [one, two] = await twoProjects();
    const rows = [projectRow(one), projectRow(two)];
    await commands.executeCommand('ory.compare', rows[0], rows);
    assert.equal(title(), 'Compared staging · staging ↔ Compared live · staging');
    const sides = diff();
    assert.ok(sides);
    assert.match(await textOf(sides.original), /"lifespan": "24h0m0s"/);
    person().picks.push(['Into Compared live · staging'], ['services.identity.config.session.lifespan']);
    await commands.executeCommand('ory.applyDifferences');
    const patch = window.activeTextEditor?.document;
    assert.equal(patch?.uri.scheme, 'ory-patch');
    assert.match(patch.getText(), /"path": "\/services\/identity\/config\/session\/lifespan"/);
    assert.equal((await readProject(two.id)).services.identity.config.session.lifespan, '72h0m0s');
    await commands.executeCommand('ory.sendPatch');
    assert.equal((await readProject(two.id)).services.identity.config.session.lifespan, '24h0m0s');
    // The comparison has followed.
    const original = await textOf(sides.original);
    await eventually(
      () => textOf(sides.modified),
      (text) => text === original,
    );
  });

  it('send nothing where the project was changed since it was compared', async () => {
    const [one, two] = await twoProjects();
    const rows = [projectRow(one), projectRow(two)];
    await commands.executeCommand('ory.compare', rows[0], rows);
    const sides = diff();
    assert.ok(sides);
    person().picks.push(['Into Compared live · staging'], ['services.identity.config.session.lifespan']);
    await commands.executeCommand('ory.applyDifferences');
    await ask('console', 'PATCH', `/projects/${two.id}`, [
      { op: 'replace', path: '/services/identity/config/session/lifespan', value: '1h0m0s' },
    ]);
    await commands.executeCommand('ory.sendPatch');
    assert.match(person().told.join('\n'), /Compared live was changed by somebody else meanwhile/);
    assert.equal((await readProject(two.id)).services.identity.config.session.lifespan, '1h0m0s');
    await eventually(
      () => textOf(sides.modified),
      (text) => text.includes('"1h0m0s"'),
    );
  });

  it('apply nothing through a read-only connection, and ask for the name of a production project', async () => {
    const [one, two] = await twoProjects();
    const closed = [projectRow(one, 'closed'), projectRow(two, 'closed')];
    await commands.executeCommand('ory.compare', closed[0], closed);
    await commands.executeCommand('ory.applyDifferences');
    assert.match(person().told.join('\n'), /Closed is a read-only connection/);
    const { json } = await ask('console', 'POST', '/projects', { name: 'Real one', environment: 'prod' });
    const rows = [projectRow(one), projectRow(json as ConsoleProject)];
    await commands.executeCommand('ory.compare', rows[0], rows);
    const choose = () =>
      person().picks.push(['Into Real one · staging'], ['services.identity.config.session.lifespan']);
    choose();
    await commands.executeCommand('ory.applyDifferences');
    person().types.push(undefined);
    await commands.executeCommand('ory.sendPatch');
    const lifespan = async () =>
      (await readProject((json as ConsoleProject).id)).services.identity.config.session.lifespan;
    assert.equal(await lifespan(), '72h0m0s');
    person().types.push('Real one');
    await commands.executeCommand('ory.sendPatch');
    assert.equal(await lifespan(), '24h0m0s');
  });

  it('compare a project with the kratos.yml of a server of one’s own', async () => {
    const [one] = await twoProjects();
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = Uri.joinPath(folder, 'kratos.yml');
    await workspace.fs.writeFile(file, Buffer.from('# ours\nsession:\n  lifespan: 8h0m0s # short\n'));
    try {
      person().picks.push(['$(file) A file…'], ['kratos.yml']);
      await commands.executeCommand('ory.compare', projectRow(one).ref, one.name);
      const sides = diff();
      assert.ok(sides);
      assert.match(await textOf(sides.modified), /"lifespan": "8h0m0s"/);
      assert.ok(!(await textOf(sides.original)).includes('oauth2'));
      person().picks.push(['services.identity.config.session.lifespan']);
      await commands.executeCommand('ory.applyDifferences');
      await commands.executeCommand('ory.sendPatch');
      const now = await readProject(one.id);
      assert.equal(now.services.identity.config.session.lifespan, '8h0m0s');
      assert.ok((now.services as Record<string, unknown>).oauth2);
    } finally {
      await workspace.fs.delete(file);
    }
  });
});
