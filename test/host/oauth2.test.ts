import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { ask, CLOSED, type Person, row, usePerson, writes } from './direct-commands-support.ts';
import { eventually } from './documents-support.ts';

describe('OAuth 2.0 commands', () => {
  const person = usePerson();

  /** The view in front, as the editor knows it. */
  const shown = () => {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    return tab?.input instanceof TabInputWebview ? { label: tab.label, type: tab.input.viewType } : undefined;
  };
  /** Waits for a view in front whose title begins so: its page comes after the command has ended. */
  const comes = (title: string) => eventually(shown, (view) => view?.label.startsWith(title) ?? false);
  const told = ({ told: all }: Person) => all.at(-1) ?? '';

  it('open the runner for the client of a row, and create nothing before it is started', async () => {
    const { json } = await ask('hydra-admin', 'POST', '/admin/clients', { client_name: 'Runner client' });
    const { client_id: id } = json as { client_id: string };
    await writes('hydra-admin');
    await commands.executeCommand('ory.startOAuth2Flow', row('clients', id, 'Runner client'));
    await comes('OAuth 2.0 flow · Actions sandbox');
    assert.deepEqual(await writes('hydra-admin'), []);
  });

  it('say that a client is gone', async () => {
    await commands.executeCommand('ory.startOAuth2Flow', row('clients', 'nobody', 'Nobody'));
    assert.match(told(person()), /Couldn’t read Nobody \(Actions sandbox\).*404/);
    assert.equal(shown(), undefined);
  });

  it('inspect a token that is given, whose text is in no title', async () => {
    await commands.executeCommand('ory.inspectToken', 'Bearer ory_at_nobody-knows.this-one');
    const view = await comes('Token · ');
    assert.equal(view?.label, 'Token · Actions sandbox');
  });

  it('say that a challenge is not known, without repeating it', async () => {
    const challenge = 'f2c0bb7a3e944d6f8b1d2a3c4e5f6071';
    await commands.executeCommand('ory.openChallenge', challenge);
    assert.match(told(person()), /No login, consent or logout request has this challenge/);
    assert.ok(!told(person()).includes(challenge));
  });

  it('say of a device’s code that a server from before devices has no such flow', async () => {
    const { json } = await ask('hydra-public', 'GET', '/.well-known/openid-configuration');
    const older = { ...(json as object), device_authorization_endpoint: undefined };
    const match = { service: 'hydra-public', path: '/.well-known/openid-configuration' };
    const headers = { 'content-type': 'application/json' };
    const rules = [{ match, status: 200, headers, body: older }];
    await ask('hydra-public', 'PUT', '/.sandbox/faults', { rules });
    try {
      await commands.executeCommand('ory.openChallenge', 'WXYZ-ABCD');
    } finally {
      await ask('hydra-public', 'DELETE', '/.sandbox/faults');
    }
    assert.match(told(person()), /This server has no device flow: Hydra has it from 25\.4 on\.$/);
    assert.equal(shown(), undefined);
  });

  it('show the provider', async () => {
    await commands.executeCommand('ory.showProvider');
    await comes('Provider · Actions sandbox');
  });

  it('register nothing through a read-only connection', async () => {
    await commands.executeCommand('ory.activateConnection', CLOSED);
    await commands.executeCommand('ory.registerClient');
    assert.match(told(person()), /read-only connection/);
    await commands.executeCommand('ory.activateConnection', 'actions');
    await commands.executeCommand('ory.registerClient');
    await comes('Register Client');
  });
});
