import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { useWorkbench } from './pages/use-workbench.ts';

const VALUES = `replicaCount: 2
kratos:
  image:
    tag: v1.3.0
  config:
    dsn: memory
    selfservice:
      default_browser_return_url: https://app.example.com/
      flows:
        login:
          lifespan: soon
    serve:
      public:
        base_url: https://auth.example.com/
`;
const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: kratos
serve: odd
spec:
  template:
    spec:
      containers:
        - name: kratos
          image: oryd/kratos:v1.3.0
`;

describe('files of Ory’s servers within others', () => {
  const workbench = useWorkbench({
    settings: (addresses) => ({
      'files.autoSave': 'off',
      'ory.connections': [sandboxConnection(addresses)],
    }),
    files: () => ({ 'values.yaml': VALUES, 'deployment-kratos.yaml': MANIFEST }),
  });

  async function openFile(name: string): Promise<void> {
    const { editor, quickInput } = workbench();
    await workbench().command('Go to File...');
    await quickInput.fill(name);
    await quickInput.option(name).waitFor();
    await quickInput.accept();
    await editor.waitFor(name);
  }

  it('marks kratos.config in the values of a Helm chart where it stands, and completes it', async () => {
    const { editor, page, quickInput } = workbench();
    await openFile('values.yaml');
    await editor.squiggles().first().waitFor();
    assert.equal(await editor.squiggles().count(), 1);
    await editor.squiggles().first().hover({ force: true });
    const words = page.locator('.monaco-hover').filter({ hasText: 'A length of time is written like' });
    await words.first().waitFor();
    await workbench().screenshot('schema-files-values-mark');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+g');
    await quickInput.fill(':11:25');
    await quickInput.accept();
    await page.keyboard.type('\n');
    const row = page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'after' }).first();
    for (let tries = 0; tries < 20 && !(await row.isVisible()); tries++) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      await page.waitForTimeout(500);
    }
    await row.waitFor();
    await workbench().screenshot('schema-files-values-completion');
    await row.click();
    await editor.waitForText(/lifespan: soon\n {10}after:/);
  });

  it('marks nothing in a manifest of Kubernetes that is named after a server', async () => {
    const { editor, page } = workbench();
    await openFile('deployment-kratos.yaml');
    // A change makes the editor look at it once more.
    await page.locator('.monaco-editor .view-line').filter({ hasText: 'oryd/kratos' }).first().waitFor();
    await page.locator('.monaco-editor .view-line').last().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# changed');
    const problems = (await editor.problems()).join('\n');
    await workbench().screenshot('schema-files-manifest');
    assert.match(problems, /values\.yaml/);
    assert.doesNotMatch(problems, /deployment-kratos/);
    assert.equal(await editor.squiggles().count(), 0);
  });
});
