import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import type { RegistrationModel } from '../../src/webviews/oauth2-client/contract.ts';
import type { ProviderModel } from '../../src/webviews/oauth2-provider/contract.ts';
import type { RunModel } from '../../src/webviews/oauth2-run/contract.ts';
import { ask, usePerson, writes } from './direct-commands-support.ts';
import { eventually } from './documents-support.ts';
import { type View, viewOf } from './views-support.ts';

describe('the panel of a registered client', () => {
  const person = usePerson();

  it('asks before what was changed is read over, and before what others changed is overwritten', async () => {
    const view = await viewOf<RegistrationModel>(() => commands.executeCommand('ory.registerClient'));
    try {
      const done = () => view.comes(({ busy }) => !busy);
      view.send({ type: 'send' });
      const { id, text } = await view.comes((model) => model.id !== '' && !model.busy);
      const edited = text.replace('My app', 'Mine');
      view.send({ type: 'fill', text: edited });
      view.send({ type: 'read' });
      await eventually(
        () => person().told.at(-1) ?? '',
        (last) => last.includes('What you changed here is lost.'),
      );
      await done();
      view.send({ type: 'send' });
      await view.comes(({ outcome }) => outcome === 'Updated.');
      assert.equal(person().told.filter((one) => one.includes('has changed since')).length, 0);
      const { json } = await ask('hydra-admin', 'GET', `/admin/clients/${id}`);
      assert.equal((json as { client_name: string }).client_name, 'Mine');
    } finally {
      view.close();
    }
  });
});

describe('the panel of a provider', () => {
  usePerson();

  it('says that its connection was removed, or has another address, and reads nothing from there', async () => {
    const view = await viewOf<ProviderModel>(() => commands.executeCommand('ory.showProvider'));
    const settings = workspace.getConfiguration('ory');
    const all = settings.get<Record<string, unknown>[]>('connections') ?? [];
    const [own, ...others] = all;
    const read = () => view.model?.readAt;
    const before = read();
    try {
      const moved = { ...own, hydraPublic: 'http://127.0.0.1:9' };
      await settings.update('connections', [moved, ...others], true);
      await view.comes(({ problem }) => problem.includes('has another address than when this was opened'));
      view.send({ type: 'refresh' });
      await view.comes(({ problem, busy }) => !busy && problem.includes('another address'));
      assert.equal(read(), before);
      await settings.update('connections', others, true);
      await view.comes(({ problem }) => problem.includes('was removed'));
      view.send({ type: 'refresh' });
      await view.comes(({ problem, busy }) => !busy && problem.includes('was removed'));
      assert.equal(read(), before);
      await settings.update('connections', [{ ...own, name: 'Renamed' }, ...others], true);
      await eventually(
        () => view.panel.title,
        (title) => title === 'Provider · Renamed',
      );
      view.send({ type: 'refresh' });
      await view.comes(({ problem, busy }) => !busy && problem === '');
    } finally {
      await settings.update('connections', all, true);
      view.close();
    }
  });
});

describe('panels of OAuth 2.0', () => {
  const person = usePerson();
  let view: View<RunModel>;
  beforeEach(async () => {
    view = await viewOf(() => commands.executeCommand('ory.startOAuth2Flow'));
  });
  afterEach(async () => {
    view.close();
    await mark({ readOnly: false });
  });

  /** Changes the connection in the settings, as a person may at any time. */
  const mark = async (change: object) => {
    const settings = workspace.getConfiguration('ory');
    const [own, ...others] = settings.get<object[]>('connections') ?? [];
    await settings.update('connections', [{ ...own, ...change }, ...others], true);
  };
  const temporary = async () => {
    const { json } = await ask('hydra-admin', 'GET', '/admin/clients?page_size=500');
    return (json as { client_name: string }[]).filter(({ client_name: name }) => name.includes('test run'));
  };
  const start = async () => {
    view.send({ type: 'start' });
    view.send({ type: 'start' });
    await view.comes(({ challenge }) => challenge?.title === 'Login');
  };
  const decide = (form: Record<string, string> = {}) => {
    for (const [name, value] of Object.entries(form))
      view.send({ type: 'fill', form: 'accept', name, value });
    view.send({ type: 'decide', decision: 'accept' });
  };
  const tokens = async () => {
    await start();
    decide({ subject: 'alice' });
    await view.comes(({ challenge }) => challenge?.title === 'Consent');
    decide();
    return view.comes(({ tokens: all, busy }) => all.length === 3 && !busy);
  };

  it('do one thing at a time: two clicks are one run, and one refresh', async () => {
    await tokens();
    assert.equal((await temporary()).length, 1);
    view.send({ type: 'token', id: 'refresh_token', action: 'refresh' });
    view.send({ type: 'token', id: 'refresh_token', action: 'refresh' });
    // What is done stays in the steps; that the panel is busy may pass unseen.
    const refreshes = ({ steps }: RunModel) => steps.filter(({ title }) => title === 'Refresh the tokens');
    const after = await view.comes((model) => !model.busy && refreshes(model).length > 0);
    assert.deepEqual(
      view.models.map(({ failure }) => failure).filter((failure) => failure !== ''),
      [],
    );
    assert.equal(refreshes(after).length, 1);
    assert.deepEqual(
      after.tokens.map(({ state }) => state.severity),
      ['success', 'success', 'success'],
    );
  });

  it('send nothing through a connection that became read-only, and clean up when it may be written to', async () => {
    await tokens();
    await mark({ readOnly: true });
    const told = await view.comes(({ reason }) => reason !== '');
    assert.match(told.reason, /Actions sandbox is a read-only connection/);
    await writes('hydra-admin');
    await writes('hydra-public');
    view.send({ type: 'token', id: 'refresh_token', action: 'refresh' });
    await view.comes(({ failure }) => failure.includes('read-only'));
    view.send({ type: 'token', id: 'access_token', action: 'revoke' });
    await view.comes(({ busy }) => !busy);
    view.close();
    await eventually(
      () => person().told.at(-1) ?? '',
      (last) => /Couldn’t delete the temporary client.*read-only/.test(last),
    );
    assert.deepEqual([await writes('hydra-admin'), await writes('hydra-public')], [[], []]);
    await mark({ readOnly: false });
    view = await viewOf(() => commands.executeCommand('ory.startOAuth2Flow'));
    await eventually(temporary, (left) => left.length === 0);
  });

  it('stop a run whose connection is removed', async () => {
    await start();
    const settings = workspace.getConfiguration('ory');
    const all = settings.get<object[]>('connections');
    await settings.update('connections', all?.slice(1), true);
    try {
      const { reason } = await view.comes(({ state }) => state === 'cancelled');
      assert.equal(reason, 'The connection Actions sandbox was removed.');
    } finally {
      await settings.update('connections', all, true);
    }
  });
});
