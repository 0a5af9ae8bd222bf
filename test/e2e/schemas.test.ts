import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { useWorkbench } from './pages/use-workbench.ts';

interface Identity {
  readonly traits: { readonly name?: { readonly first: string; readonly last?: string } };
}

describe('completion in documents', () => {
  const workbench = useWorkbench({
    settings: (addresses) => ({
      'files.autoSave': 'off',
      'ory.connections': [sandboxConnection(addresses)],
    }),
    files: () => ({
      'kratos.yml':
        'selfservice:\n  default_browser_return_url: http://127.0.0.1:4455/\n  flows:\n    login:\n      lifespan: soon\n',
    }),
  });

  /** Asks for suggestions where the cursor is, and takes one. */
  async function complete(label: string, shot: string): Promise<void> {
    const { page } = workbench();
    const row = page.locator('.suggest-widget .monaco-list-row').filter({ hasText: label }).first();
    // The schema comes with a request: the first suggestions may be without it.
    for (let tries = 0; tries < 20 && !(await row.isVisible()); tries++) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      await page.waitForTimeout(500);
    }
    await row.waitFor();
    await workbench().screenshot(shot);
    await row.click();
  }

  it('offers a trait of the identity’s own schema, in JSON', async () => {
    const { ory, editor } = workbench();
    await ory.open();
    for (const view of [ory.projects, ory.keys, ory.clients]) await view.collapse();
    await ory.identities.expand();
    const [name = ''] = await ory.identities.labels();
    await ory.identities.open(name);
    await editor.waitFor(`${name}.json`);
    const identity = JSON.parse(await editor.text()) as Identity;
    assert.ok(identity.traits.name);
    await editor.setText(JSON.stringify({ ...identity, traits: { email: name } }, undefined, 2));
    await editor.putCursorBehind(`"email": "${name}"`);
    await workbench().page.keyboard.type(',\n"');
    await complete('name', 'schemas-trait');
    await editor.waitForText(/"traits": \{\s+"email": "[^"]+",\s+"name": /);
    await workbench().command('File: Revert File');
  });

  it('offers it in YAML, too', async () => {
    const { ory, editor, page } = workbench();
    const [name = ''] = await ory.identities.labels();
    await workbench().command('Ory: Open as YAML');
    await editor.waitFor(`${name}.yaml`);
    const text = await editor.text();
    await editor.setText(text.replace(/\n {2}name:(\n {4}.*)+/, ''));
    await editor.putCursorBehind(`  email: ${name}`);
    await page.keyboard.type('\n');
    await complete('name', 'schemas-trait-yaml');
    await editor.waitForText(/\n {2}email: .*\n {2}name:/);
    await workbench().command('File: Revert File');
  });

  it('knows kratos.yml in the workspace, and says in a hover what is wrong', async () => {
    const { editor, page, quickInput } = workbench();
    await workbench().command('Go to File...');
    await quickInput.fill('kratos.yml');
    await quickInput.option('kratos.yml').waitFor();
    await quickInput.accept();
    await editor.waitFor('kratos.yml');
    await editor.squiggles().first().waitFor();
    await editor.squiggles().first().hover({ force: true });
    await page
      .locator('.monaco-hover')
      .filter({ hasText: 'A length of time is written like' })
      .first()
      .waitFor();
    await workbench().screenshot('schemas-kratos-yml');
    await editor.putCursorBehind('lifespan: soon');
    await page.keyboard.type('\n');
    await complete('after', 'schemas-kratos-yml-completion');
    await editor.waitForText(/lifespan: soon\n {6}after:/);
  });
});
