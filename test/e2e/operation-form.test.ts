import assert from 'node:assert/strict';
import { readClipboard, writeClipboard } from './pages/clipboard.ts';
import { useWorkbench } from './pages/use-workbench.ts';

describe('the form of an operation', () => {
  const workbench = useWorkbench();

  before(() => workbench().ory.open());

  it('is filled in, says what is wrong where it is, shows the request as it grows, and runs it', async () => {
    const { quickInput, webview, page, editor, notifications } = workbench();
    await workbench().command('Ory: Run Operation…');
    await quickInput.waitFor('Run an Operation on Local sandbox');
    await quickInput.fill('listIdentities');
    await quickInput.pick('listIdentities');
    await webview.waitFor('listIdentities');
    await webview.field('page_size').fill('nine');
    await webview.field('page_token').focus();
    await webview.text('page_size is a whole number.').waitFor();
    await workbench().screenshot('form-problem');
    await webview.field('page_size').fill('3');
    await webview.text('page_size is a whole number.').waitFor({ state: 'detached' });
    await webview.text(/GET http.*\/admin\/identities\?page_size=3/).waitFor();
    await workbench().setTheme('Dark Modern');
    await workbench().screenshot('form-dark');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await writeClipboard(page, '');
    await webview.byRole('button', 'Copy as cURL').click();
    await notifications.waitForPassing('Copied listIdentities as cURL');
    assert.match(await readClipboard(page), /identities\?page_size=3'/);
    await webview.field('page_size').press('Enter');
    await editor.tab('listIdentities.jsonc').waitFor();
    await webview.text(/Done: 200 in \d+ ms/).waitFor();
    await workbench().screenshot('form-answer');
    await workbench().setTheme('Light Modern');
    await workbench().screenshot('form-light');
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await workbench().setTheme('Dark High Contrast');
    await workbench().screenshot('form-contrast');
    assert.deepEqual(await webview.accessibilityProblems(), []);
  });

  it('is there again after the window was reloaded, with what was filled in', async () => {
    const { webview } = workbench();
    await workbench().reload();
    await webview.waitFor('listIdentities');
    await webview.text(/GET http.*\/admin\/identities\?page_size=3/).waitFor();
    assert.equal(await webview.field('page_size').inputValue(), '3');
  });
});
