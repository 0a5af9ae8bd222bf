import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { eventually } from '../support/eventually.ts';
import { useWorkbench } from './pages/use-workbench.ts';

interface Identity {
  readonly id: string;
  readonly state: string;
  readonly traits: { readonly name: unknown; readonly email: string };
  readonly metadata_public: unknown;
}

describe('documents in the workbench', () => {
  const workbench = useWorkbench({
    settings: (addresses) => ({
      'files.autoSave': 'off',
      'ory.connections': [
        sandboxConnection(addresses),
        { ...sandboxConnection(addresses), id: 'live', name: 'Live shop', production: true, readOnly: true },
      ],
    }),
  });

  const admin = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${workbench().addresses['kratos-admin'] ?? ''}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await answer.json();
  };
  const identity = async (id: string) => (await admin('GET', `/admin/identities/${id}`)) as Identity;

  /** Reloads the window, and waits until the view that was in sight is there again. */
  async function reload(): Promise<void> {
    await workbench().reload();
    await workbench().ory.projects.header.waitFor();
  }

  /** Opens the identity of a row of the view; hands back its tab's name and its id. */
  async function openRow(at: number): Promise<{ tab: string; id: string }> {
    const { ory, editor } = workbench();
    await ory.open();
    await ory.identities.expand();
    const label = (await ory.identities.labels())[at] ?? '';
    await ory.identities.open(label);
    const tab = `${label}.json`;
    await editor.waitFor(tab);
    const { id } = JSON.parse(await editor.text()) as Identity;
    return { tab, id };
  }

  /** Replaces a text and goes back to the top, where the editor can be clicked. */
  async function replace(from: string, to: string): Promise<void> {
    await workbench().editor.replace(from, to);
    // A paste takes a moment to arrive; a save before it would save what stood there.
    await workbench().page.locator('.part.editor .tab.active.dirty').waitFor();
    await workbench().page.keyboard.press('Control+Home');
  }

  it('opens an identity by a click, saves it, and says so in the status bar', async () => {
    const { editor, notifications } = workbench();
    const { tab, id } = await openRow(0);
    await replace('"state": "active"', '"state": "inactive"');
    await editor.save();
    await editor.waitForSaved(tab);
    await notifications.waitForPassing('Saved to Local sandbox');
    assert.equal((await identity(id)).state, 'inactive');
    await notifications.waitForCount(0);
    await notifications.status('Local sandbox').waitFor();
    await workbench().screenshot('document');
  });

  it('shows a conflict by the editor’s own comparison, and overwrites what was compared', async () => {
    const { editor, notifications, page } = workbench();
    const { tab, id } = await openRow(1);
    const before = (await identity(id)).traits.name as { readonly first: string };
    await replace(`"first": "${before.first}"`, '"first": "Mine"');
    const change = (by: string) =>
      admin('PATCH', `/admin/identities/${id}`, [
        { op: 'replace', path: '/traits/name', value: { first: by } },
      ]);
    await change('a script');
    await editor.save();
    await notifications.press('is newer', 'Compare');
    const { editor: diff, original, modified } = editor.diff();
    await diff.waitFor();
    await original.getByText('a script').waitFor();
    await modified.getByText('"Mine"').waitFor();
    assert.deepEqual((await identity(id)).traits.name, { first: 'a script' });
    await workbench().screenshot('conflict');
    // Another change after the comparison: nobody has seen it, so it is not overwritten.
    await change('another script');
    await editor.titleAction('Use your changes');
    await notifications.waitFor('was changed on Local sandbox again');
    assert.deepEqual((await identity(id)).traits.name, { first: 'another script' });
    await notifications.clear();
    await page.keyboard.press('Escape');
    await editor.show(tab);
    await editor.save();
    await notifications.press('is newer', 'Overwrite');
    await editor.waitForSaved(tab);
    // The script's removal of the last name is none of what collided.
    assert.deepEqual((await identity(id)).traits.name, { first: 'Mine' });
  });

  it('merges with another’s change and says so, then compares with an earlier version and puts it back', async () => {
    const { editor, notifications, quickInput, page } = workbench();
    const { tab, id } = await openRow(6);
    await replace('"state": "active"', '"state": "inactive"');
    await admin('PATCH', `/admin/identities/${id}`, [
      { op: 'add', path: '/metadata_public', value: { by: 'a script' } },
    ]);
    await editor.save();
    await editor.waitForSaved(tab);
    await notifications.waitForPassing('Merged with a change of metadata_public');
    await workbench().screenshot('merged');
    await editor.waitForText(/a script/);
    assert.equal((await identity(id)).state, 'inactive');
    await workbench().command('Ory: Show History…');
    await quickInput.waitFor('History of');
    await workbench().screenshot('history');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const { editor: diff, original, modified } = editor.diff();
    await diff.waitFor();
    await original.getByText('"active"').waitFor();
    await modified.getByText('"inactive"').waitFor();
    await workbench().screenshot('history-compared');
    await editor.titleAction('Restore This Version');
    await editor.show(tab);
    await editor.waitForSaved(tab, false);
    await editor.save();
    await editor.waitForSaved(tab);
    assert.equal((await identity(id)).state, 'active');
  });

  it('marks a trait that the schema refuses where it stands', async () => {
    const { editor, notifications } = workbench();
    const { tab } = await openRow(2);
    await replace('"traits": {', '"traits": { "unheard_of": 1,');
    await editor.save();
    await notifications.waitFor('unheard_of');
    await editor.squiggles().first().waitFor();
    await notifications.waitForCount(1);
    assert.ok(await editor.isDirty(tab));
    await workbench().screenshot('refused-trait');
    await notifications.clear();
    await workbench().command('File: Revert File');
  });

  it('creates a client with the first save and shows its secret once', async () => {
    const { editor, dialogs } = workbench();
    await workbench().command('Ory: New OAuth2 Client');
    await editor.waitFor('New OAuth 2.0 client.json');
    await replace('"New client"', '"E2E shop"');
    await editor.save();
    const said = await dialogs.waitFor('client secret of E2E shop');
    await workbench().screenshot('client-secret');
    await dialogs.press('Copy');
    await editor.waitFor('E2E shop.json');
    const text = await editor.text();
    const secret = /\n([\w.~-]{10,})\n/.exec(said)?.[1] ?? '';
    assert.ok(secret);
    assert.ok(!text.includes(secret));
    assert.ok(!(await editor.tabs()).includes('New OAuth 2.0 client.json'));
  });

  it('generates a key set, reveals it read-only, and has forgotten it after a reload', async () => {
    const { editor, dialogs, quickInput, page } = workbench();
    await workbench().command('Ory: New Key Set…');
    await quickInput.message().getByText('Name of the key set').waitFor();
    await quickInput.fill('e2e-signing');
    await quickInput.accept();
    await quickInput.pick('ES256');
    await quickInput.pick('Signatures');
    await quickInput.message().getByText('Id of the key').waitFor();
    await quickInput.accept();
    await editor.waitFor('e2e-signing.json');
    await editor.waitForText(/"d": "•+"/);
    await workbench().command('Ory: Reveal Secrets');
    await dialogs.waitFor('Reveal the secrets of e2e-signing from Local sandbox?');
    await dialogs.press('Reveal');
    await editor.waitFor('e2e-signing (secrets).json');
    await editor.waitForText(/"d": "[\w-]{20,}"/);
    await reload();
    await page.locator('.part.editor .tab').first().waitFor();
    assert.ok(!(await editor.tabs()).includes('e2e-signing (secrets).json'));
  });

  it('brings changes back after a reload, merges what happened elsewhere and still sees what happened in the same place', async () => {
    const { editor, notifications } = workbench();
    const { tab, id } = await openRow(3);
    const before = await identity(id);
    await replace(`"state": "active"`, `"state": "inactive"`);
    await editor.waitForSaved(tab, false);
    await admin('PATCH', `/admin/identities/${id}`, [
      { op: 'add', path: '/metadata_public', value: { n: 1 } },
    ]);
    await reload();
    await editor.show(tab);
    assert.ok(await editor.isDirty(tab));
    await editor.save();
    await editor.waitForSaved(tab);
    const merged = await identity(id);
    assert.deepEqual([merged.state, merged.metadata_public], ['inactive', { n: 1 }]);
    // The editor shows what the server has now, before it is changed again.
    await eventually(
      () => editor.text(),
      (text) => text.includes('"n": 1'),
    );

    await replace(`"email": "${before.traits.email}"`, `"email": "mine-${before.traits.email}"`);
    await reload();
    await editor.show(tab);
    await admin('PATCH', `/admin/identities/${id}`, [
      { op: 'replace', path: '/traits/email', value: `theirs-${before.traits.email}` },
    ]);
    await editor.save();
    await notifications.waitFor('is newer');
    await workbench().screenshot('conflict-after-reload');
    assert.equal((await identity(id)).traits.email, `theirs-${before.traits.email}`);
    await notifications.press('is newer', 'Overwrite');
    await editor.waitForSaved(tab);
    assert.equal((await identity(id)).traits.email, `mine-${before.traits.email}`);
  });

  it('saves what a reload brought back where nothing happened meanwhile', async () => {
    const { editor, notifications } = workbench();
    const { tab, id } = await openRow(4);
    await replace(`"state": "active"`, `"state": "inactive"`);
    await editor.waitForSaved(tab, false);
    await reload();
    await editor.show(tab);
    await editor.save();
    await editor.waitForSaved(tab);
    // On a slow machine a save shows its progress for a moment; a conflict would stay.
    await notifications.waitForCount(0);
    assert.equal((await identity(id)).state, 'inactive');
  });

  it('names a production connection in colour and says why a document is read-only', async () => {
    const { ory, quickInput, editor, notifications, page } = workbench();
    await workbench().command('Ory: Switch Connection…');
    await quickInput.option('Live shop').click();
    await ory.identities.header.filter({ hasText: 'Live shop' }).waitFor();
    // Both connections have the same people: the rows are this one's when nothing can be deleted.
    const [, person = ''] = await ory.identities.labels();
    await eventually(
      () => ory.identities.menuTitles(person),
      (titles) => !titles.some((title) => title.startsWith('Delete')),
    );
    const { tab } = await openRow(5);
    await editor.show(tab);
    const item = notifications.status('Live shop · production · read-only');
    await item.waitFor();
    assert.match((await item.getAttribute('class')) ?? '', /error-kind/);
    const text = await editor.text();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    assert.equal(await editor.text(), text);
    assert.ok(!(await editor.isDirty(tab)));
    await page.keyboard.press('Control+Home');
    await workbench().screenshot('production-read-only');
  });
});
