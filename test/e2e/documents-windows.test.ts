// Two windows with the same identity: different parts are merged, the same part is a conflict, nothing is lost.
import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { eventually } from '../support/eventually.ts';
import { useWorkbench } from './pages/use-workbench.ts';
import type { Workbench } from './pages/workbench.ts';

interface Identity {
  readonly id: string;
  readonly metadata_public: unknown;
  readonly traits: { readonly email: string };
}

describe('an identity in two windows', () => {
  const workbench = useWorkbench({
    settings: (addresses) => ({
      'files.autoSave': 'off',
      'ory.connections': [sandboxConnection(addresses)],
    }),
  });

  const at = (id: string) => `${workbench().addresses['kratos-admin'] ?? ''}/admin/identities/${id}`;
  const identity = async (id: string) => (await (await fetch(at(id))).json()) as Identity;

  /** Opens the first identity in a window; hands back its tab's name. */
  async function openFirst({ ory, editor, page }: Workbench): Promise<string> {
    await page.bringToFront();
    await ory.open();
    await ory.identities.expand();
    const label = (await ory.identities.labels())[0] ?? '';
    await ory.identities.open(label);
    await editor.waitFor(`${label}.json`);
    return `${label}.json`;
  }

  it('is merged where each changed another part, and compared where both changed the same', async function () {
    const first = workbench();
    const second = await first.another();
    const tab = await openFirst(first);
    const { id, traits } = JSON.parse(await first.editor.text()) as Identity;
    await fetch(at(id), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ op: 'add', path: '/metadata_public', value: { by: 'nobody' } }]),
    });
    await first.command('File: Revert File');

    /** Changes one text of the document in a window, and waits until the tab says so. */
    async function edit({ editor, page }: Workbench, from: string, to: string): Promise<void> {
      await page.bringToFront();
      await eventually(
        () => editor.text(),
        (text) => text.includes(from),
      );
      await editor.replace(from, to);
      await editor.waitForSaved(tab, false);
    }
    const address = (whose: string) => `"email": "${whose}${traits.email}"`;

    assert.equal(await openFirst(second), tab);
    await edit(first, '"by": "nobody"', '"by": "the first"');
    await edit(second, address(''), address('second-'));
    await first.page.bringToFront();
    await first.editor.save();
    await first.editor.waitForSaved(tab);
    await second.page.bringToFront();
    await second.editor.save();
    await second.editor.waitForSaved(tab);
    await second.notifications.waitForPassing('Merged with a change of metadata_public');
    const merged = await identity(id);
    assert.equal(merged.traits.email, `second-${traits.email}`);
    assert.deepEqual(merged.metadata_public, { by: 'the first' });

    // The first window still shows what it saved: its change of the same trait meets the second's.
    await edit(first, address(''), address('first-'));
    await first.editor.save();
    await first.notifications.press('is newer', 'Compare');
    const { editor: diff, original, modified } = first.editor.diff();
    await diff.waitFor();
    await original.getByText(`second-${traits.email}`).first().waitFor();
    await modified.getByText(`first-${traits.email}`).first().waitFor();
    await first.screenshot('two-windows-conflict');
    assert.equal((await identity(id)).traits.email, `second-${traits.email}`);
    await first.editor.titleAction('Use your changes');
    await eventually(
      () => identity(id),
      (now) => now.traits.email === `first-${traits.email}`,
    );
    assert.deepEqual((await identity(id)).metadata_public, { by: 'the first' });
    await first.editor.show(tab);
    await first.editor.waitForSaved(tab);
  });
});
