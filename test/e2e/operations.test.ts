import assert from 'node:assert/strict';
import { readClipboard, writeClipboard } from './pages/clipboard.ts';
import { useWorkbench } from './pages/use-workbench.ts';

interface Identity {
  readonly id: string;
  readonly traits: { readonly email: string };
}

describe('running operations in the workbench', () => {
  const workbench = useWorkbench();

  // The palette knows our commands when the view is there.
  before(() => workbench().ory.open());

  const admin = async (path: string) => {
    const answer = await fetch(`${workbench().addresses['kratos-admin'] ?? ''}${path}`);
    return { status: answer.status, json: await answer.json() };
  };
  const someone = async (at: number) => ((await admin('/admin/identities')).json as Identity[])[at]!;

  /** Opens the list of operations and chooses one. */
  async function choose(operation: string, query = operation): Promise<void> {
    const { quickInput } = workbench();
    await workbench().command('Ory: Run Operation…');
    await quickInput.waitFor('Run an Operation on Local sandbox');
    await quickInput.fill(query);
    await quickInput.pick(operation);
  }

  /** The preview of a request. */
  const look = () => workbench().quickInput.title('Look Before It Is Sent');

  /** Closes every tab; drafts of bodies are let go. */
  async function closeAll(): Promise<void> {
    const { page, dialogs } = workbench();
    await workbench().command('View: Close All Editors');
    const none = page.locator('.part.editor:not(:has(.tab))');
    await dialogs.box.or(none).first().waitFor();
    if (await dialogs.box.isVisible()) await dialogs.press("Don't Save");
    await none.waitFor();
  }

  it('finds an operation by its words, asks for what it needs, previews it and shows its answer', async () => {
    const { quickInput, editor, notifications, page } = workbench();
    const { id, traits } = await someone(0);
    await workbench().command('Ory: Run Operation…');
    await quickInput.waitFor('Run an Operation on Local sandbox');
    await quickInput.option('listIdentities').waitFor();
    await workbench().screenshot('operations-pick');
    await quickInput.fill('read one identity');
    await quickInput.option('getIdentity').waitFor();
    await workbench().screenshot('operations-search');
    await quickInput.pick('getIdentity');
    await quickInput.waitFor('getIdentity on Local sandbox: id');
    await quickInput.fill('..');
    await quickInput.accept();
    await quickInput.message().getByText('swallow').waitFor();
    await quickInput.fill(id);
    await workbench().screenshot('operations-input');
    await quickInput.accept();
    await quickInput.option('include_credential').waitFor();
    await workbench().screenshot('operations-more');
    await quickInput.accept();
    await quickInput.waitFor('Look Before It Is Sent');
    await quickInput.option('Send').waitFor();
    await workbench().screenshot('operations-preview');
    await writeClipboard(page, '');
    await quickInput.pickInPlace('Copy as cURL');
    await notifications.waitForPassing('Copied getIdentity as cURL');
    assert.match(await readClipboard(page), new RegExp(`^curl .*'http://[^']*/admin/identities/${id}'`, 's'));
    await quickInput.pick('Send');
    await editor.waitFor('getIdentity.jsonc');
    const text = await editor.text();
    assert.match(text, /^\/\/ getIdentity on Local sandbox/);
    assert.ok(text.includes(traits.email));
    await notifications.waitForPassing(/getIdentity: 200 in \d+ ms/);
    await page.keyboard.press('Control+Home');
    await page.getByText(`Open ${traits.email}`).waitFor();
    await workbench().screenshot('operations-answer');
    await editor.pressLens(`Open ${traits.email}`, editor.tab(`${traits.email}.json`));
    await editor.waitFor(`${traits.email}.json`);
  });

  it('writes with a body from a document, and opens what was made', async () => {
    const { quickInput, editor, page } = workbench();
    await choose('createOAuth2Client');
    await page.getByText('Run createOAuth2Client on Local sandbox').waitFor();
    await editor.replace('"client_name": ""', '"client_name": "Runner shop"');
    await page.getByText('"Runner shop"').waitFor();
    await page.keyboard.press('Control+Home');
    await workbench().screenshot('operations-body');
    await editor.pressLens('Run createOAuth2Client on Local sandbox…', look());
    await workbench().screenshot('operations-body-preview');
    await quickInput.pick('Send');
    await editor.waitFor('createOAuth2Client.jsonc');
    await editor.waitForText(/"client_secret": "•+"/);
    await page.keyboard.press('Control+Home');
    await page.getByText('Open Runner shop').waitFor();
    await editor.pressLens('Reveal Secrets', workbench().dialogs.box);
    await workbench().dialogs.waitFor('Reveal the secrets in the answer of createOAuth2Client?');
    await workbench().dialogs.press('Reveal');
    await editor.waitFor('createOAuth2Client (secrets).jsonc');
    await editor.waitForText(/"client_secret": "[\w.~-]{8,}"/);
  });

  it('hides the private parts of a key set in a JSON Patch before it is sent', async () => {
    const { quickInput, editor, page } = workbench();
    await closeAll();
    const listed = await fetch(`${workbench().addresses['hydra-admin'] ?? ''}/admin/clients`);
    const [client] = (await listed.json()) as { client_id: string }[];
    assert.ok(client);
    await choose('patchOAuth2Client');
    await quickInput.waitFor('patchOAuth2Client on Local sandbox');
    await quickInput.fill(client.client_id);
    await quickInput.accept();
    await page.getByText('Run patchOAuth2Client on Local sandbox').waitFor();
    await editor.setText(
      '[{"op":"add","path":"/jwks","value":{"keys":[{"kty":"oct","kid":"shared","k":"tell-nobody"}]}}]',
    );
    await page.getByText('tell-nobody').first().waitFor();
    await page.keyboard.press('Control+Home');
    await editor.pressLens('Run patchOAuth2Client on Local sandbox…', look());
    await writeClipboard(page, '');
    await quickInput.pickInPlace('Copy as cURL');
    await workbench().notifications.waitForPassing('Copied patchOAuth2Client as cURL');
    const command = await readClipboard(page);
    assert.match(command, /\$K\b/);
    assert.doesNotMatch(command, /tell-nobody/);
    await quickInput.pickInPlace('Show the Whole Request');
    await page.keyboard.press('Escape');
    await editor.waitFor('patchOAuth2Client (request).http');
    await page.getByText('"k": "••••••••"').first().waitFor();
    await workbench().screenshot('operations-patch-preview');
    assert.equal(await page.locator('.editor-instance:visible').getByText('tell-nobody').count(), 0);
    await closeAll();
  });

  it('destroys nothing when the question is cancelled', async () => {
    const { quickInput, dialogs } = workbench();
    const { id, traits } = await someone(3);
    await choose('deleteIdentity');
    await quickInput.waitFor('deleteIdentity on Local sandbox');
    await quickInput.fill(id);
    await quickInput.accept();
    await quickInput.waitFor('Look Before It Is Sent');
    await quickInput.pick('Send');
    const said = await dialogs.waitFor(`Run deleteIdentity for ${traits.email} on Local sandbox?`);
    assert.match(said, /can’t be undone/);
    assert.ok(said.includes(`id: ${id}`));
    await workbench().screenshot('operations-confirm');
    await dialogs.press('Cancel');
    assert.equal((await admin(`/admin/identities/${id}`)).status, 200);
  });

  it('runs an operation of every service, and asks for a project’s name before it is purged', async () => {
    const { quickInput, editor, webview, dialogs, page } = workbench();
    const send = async (operation: string) => {
      await quickInput.waitFor('Look Before It Is Sent');
      await quickInput.pick('Send');
      await editor.tab(`${operation}.jsonc`).waitFor();
      await page
        .getByText(/^\/\/\s200\sin/)
        .first()
        .waitFor();
      await workbench().screenshot(`operations-${operation}`);
      await closeAll();
    };
    const runForm = async (operation: string, ...fields: [string, string][]) => {
      await choose(operation);
      await webview.waitFor(operation);
      for (const [name, value] of fields) await webview.field(new RegExp(`^${name}\\*?$`)).fill(value);
      await webview.byRole('button', /^Run/).click();
    };
    await closeAll();
    await runForm('createNativeLoginFlow');
    await webview.text(/Done: 200 in/).waitFor();
    await workbench().screenshot('operations-kratos-public');
    await closeAll();
    await choose('discoverOidcConfiguration');
    await send('discoverOidcConfiguration');
    await choose('listProjects');
    await send('listProjects');
    await runForm('getRelationships', ['namespace', 'Group'], ['page_size', '2']);
    await webview.text(/Done: 200 in/).waitFor();
    await editor.tab('getRelationships.jsonc').waitFor();
    await workbench().screenshot('operations-keto-read');
    await closeAll();
    await runForm('deleteRelationships', ['namespace', 'Group']);
    await dialogs.waitFor('Run deleteRelationships for Group on Local sandbox?');
    await workbench().screenshot('operations-keto-write');
    await dialogs.press('Cancel');
    await closeAll();
    await choose('createRelationship');
    await page.getByText('Run createRelationship on Local sandbox').waitFor();
    await editor.setText('{"namespace":"Group","object":"writers","relation":"members","subject_id":"ada"}');
    await page.getByText('"writers"').first().waitFor();
    await page.keyboard.press('Control+Home');
    await editor.pressLens('Run createRelationship on Local sandbox…', look());
    await quickInput.pick('Send');
    await editor.tab('createRelationship.jsonc').waitFor();
    await workbench().screenshot('operations-keto-written');
    const written = await fetch(
      `${workbench().addresses['keto-read'] ?? ''}/relation-tuples?namespace=Group&object=writers`,
    );
    const { relation_tuples: tuples } = (await written.json()) as { relation_tuples: unknown[] };
    assert.deepEqual(tuples, [
      { namespace: 'Group', object: 'writers', relation: 'members', subject_id: 'ada' },
    ]);
    await closeAll();
    await choose('checkOplSyntax');
    await editor.pressLens('Run checkOplSyntax on Local sandbox…', look());
    await send('checkOplSyntax');

    const listed = await fetch(`${workbench().addresses.console ?? ''}/projects`, {
      headers: { authorization: 'Bearer ory_wak_sandbox' },
    });
    const [project] = (await listed.json()) as { id: string; name: string }[];
    assert.ok(project);
    await choose('purgeProject');
    await quickInput.waitFor('purgeProject on Local sandbox');
    await quickInput.fill(project.id);
    await quickInput.accept();
    await quickInput.waitFor('Look Before It Is Sent');
    await quickInput.pick('Send');
    await quickInput.waitFor(`Run purgeProject for ${project.name} on Local sandbox?`);
    await workbench().screenshot('operations-purge');
    await quickInput.fill(project.id);
    await quickInput.message().getByText(`Type “${project.name}”, or press Escape.`).waitFor();
    await quickInput.cancel();
  });

  it('repeats what was run in this window', async () => {
    const { quickInput, editor } = workbench();
    await workbench().command('Ory: Show Operation History…');
    await quickInput.option('getIdentity').waitFor();
    await workbench().screenshot('operations-history');
    await quickInput.pick('getIdentity');
    await quickInput.waitFor('Look Before It Is Sent');
    await quickInput.pick('Send');
    await editor.waitFor('getIdentity.jsonc');
  });
});
