import assert from 'node:assert/strict';
import { useWorkbench } from './pages/use-workbench.ts';

describe('direct commands', () => {
  const workbench = useWorkbench({ sandbox: ['--identities', '30', '--clients', '20'] });

  before(async () => {
    await workbench().ory.open();
  });

  it('create a recovery code from a row, shown once', async () => {
    const { ory, quickInput, dialogs } = workbench();
    for (const view of [ory.projects, ory.clients, ory.keys]) await view.collapse();
    await ory.identities.expand();
    const name = (await ory.identities.labels()).find((label) => label.includes('@')) ?? '';
    const titles = await ory.identities.menuTitles(name);
    for (const title of [
      'Create Recovery Code…',
      'Deactivate Identity',
      'Delete All Sessions…',
      'Show Subject…',
    ]) {
      assert.ok(titles.includes(title), `${title} is offered: ${titles.join()}`);
    }
    await ory.identities.menu(name, 'Create Recovery Code…');
    await quickInput.waitFor('Create Recovery Code');
    await quickInput.fill('soon');
    await quickInput.message().filter({ hasText: 'such as 12h' }).waitFor();
    await quickInput.fill('30m');
    await quickInput.accept();
    const said = await dialogs.waitFor(`Recovery code of ${name}`);
    assert.match(said, /\d{6}/);
    await workbench().screenshot('actions-recovery-code');
    await dialogs.press('Copy Code');
  });

  it('deactivate and activate an identity, whose row follows', async () => {
    const { ory } = workbench();
    const name = (await ory.identities.labels()).find((label) => label.includes('@')) ?? '';
    await ory.identities.menu(name, 'Deactivate Identity');
    await ory.identities.row(name).filter({ hasText: 'inactive' }).waitFor();
    await ory.identities.menu(name, 'Activate Identity');
    await ory.identities.row(name).filter({ hasNotText: 'inactive' }).waitFor();
  });

  it('refuse to delete the last credential in the server’s words', async () => {
    const { ory, dialogs, notifications, quickInput } = workbench();
    const name = (await ory.identities.labels()).find((label) => label.includes('@')) ?? '';
    await ory.identities.expandRow(name);
    await ory.identities.expandRow('Credentials');
    await ory.identities.row('password').waitFor();
    await ory.identities.expandRow('Consents');
    await ory.identities.row('Granted nothing that is still in force').waitFor();
    // The last one's own row offers no deletion; what is asked of the whole identity the server refuses.
    await ory.identities.menu(name, 'Delete Credential…');
    await quickInput.pick('password');
    await dialogs.waitFor(`Delete the password credential of ${name} from Local sandbox?`);
    await workbench().screenshot('actions-delete-credential');
    await dialogs.press('Delete');
    await notifications.waitFor('Couldn’t delete the password credential');
    await workbench().screenshot('actions-refused');
    await notifications.clear();
  });

  it('show what a subject granted, and a revocation that is cancelled', async () => {
    const { quickInput, editor, dialogs } = workbench();
    await workbench().command('Ory: Show Subject…');
    await quickInput.waitFor('Show Subject');
    await quickInput.fill('alice@example.com');
    await quickInput.accept();
    await editor.waitFor('alice@example.com.md');
    const text = await editor.text();
    assert.match(text, /# What alice@example\.com granted/);
    assert.match(text, /- Scopes: /);
    await workbench().screenshot('actions-subject');
    await workbench().command('Ory: Revoke All Consents…');
    await dialogs.waitFor('Revoke all consents of alice@example.com on Local sandbox?');
    await workbench().screenshot('actions-revoke');
    await dialogs.press('Cancel');
    assert.equal(await editor.text(), text);
  });

  it('show the courier’s messages, one of them masked, then revealed', async () => {
    const { ory, editor, dialogs, quickInput } = workbench();
    await ory.identities.collapse();
    await ory.projects.expand();
    await ory.projects.expandRow('Local sandbox');
    await ory.projects.expandRow('Courier messages');
    const mail = ory.projects.rows.filter({ hasText: ' · sent' }).first();
    const recipient = await mail.locator('.label-name').innerText();
    await mail.click();
    await editor.waitFor(`${recipient}.txt`);
    await editor.waitForText(/To: +\S+@[^]*•{8}/);
    await workbench().screenshot('actions-message');
    await editor.titleAction('Reveal Message Text');
    await dialogs.waitFor('Reveal the text of');
    await dialogs.press('Reveal');
    await workbench().page.getByText('••••••••').waitFor({ state: 'detached' });
    assert.doesNotMatch(await editor.text(), /•/);
    await workbench().screenshot('actions-message-revealed');
    await ory.projects.rowAction('Courier messages', 'Filter Courier Messages');
    await quickInput.waitFor('Filter Courier messages');
    await quickInput.pick('Only abandoned');
    await ory.projects.row('Courier messages').filter({ hasText: 'only abandoned' }).waitFor();
    await workbench().screenshot('actions-messages-filtered');
  });
});
