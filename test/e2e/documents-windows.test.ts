// Two windows with the same identity: different parts are merged, the same part is a conflict, nothing is lost.
import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { useWorkbench } from './pages/use-workbench.ts';
import type { Workbench } from './pages/workbench.ts';

interface Identity {
  readonly id: string;
  readonly state: string;
  readonly metadata_public: unknown;
}

describe('an identity in two windows', () => {
  const workbench = useWorkbench({
    settings: (addresses) => ({
      'files.autoSave': 'off',
      'ory.connections': [sandboxConnection(addresses)],
    }),
  });

  const identity = async (id: string) => {
    const answer = await fetch(`${workbench().addresses['kratos-admin'] ?? ''}/admin/identities/${id}`);
    return (await answer.json()) as Identity;
  };

  /** Opens the same identity in a window; hands back its tab's name and its id. */
  async function openFirst({ ory, editor, page }: Workbench): Promise<{ tab: string; id: string }> {
    await page.bringToFront();
    await ory.open();
    await ory.identities.expand();
    const label = (await ory.identities.labels())[0] ?? '';
    await ory.identities.open(label);
    const tab = `${label}.json`;
    await editor.waitFor(tab);
    const { id } = JSON.parse(await editor.text()) as Identity;
    return { tab, id };
  }

  async function replace({ editor, page }: Workbench, from: string | RegExp, to: string): Promise<void> {
    await page.bringToFront();
    const found = (await editor.text()).match(from)?.[0] ?? '';
    await editor.replace(found, to);
    await page.locator('.part.editor .tab.active.dirty').waitFor();
  }

  it('is merged where each changed another part, and compared where both changed the same', async function () {
    this.timeout(120_000);
    const first = workbench();
    const second = await first.another();
    const { tab, id } = await openFirst(first);
    assert.deepEqual(await openFirst(second), { tab, id });

    await replace(first, /"metadata_public": null/, '"metadata_public": { "by": "first" }');
    await replace(second, /"state": "active"/, '"state": "inactive"');
    await second.editor.save();
    await second.editor.waitForSaved(tab);
    await first.page.bringToFront();
    await first.editor.save();
    await first.editor.waitForSaved(tab);
    await first.notifications.status('Merged with a change of state').waitFor();
    const merged = await identity(id);
    assert.equal(merged.state, 'inactive');
    assert.deepEqual(merged.metadata_public, { by: 'first' });

    // The second window still shows what it saved: its next change of the same part meets the first's.
    await replace(second, /"metadata_public": null/, '"metadata_public": { "by": "second" }');
    await second.editor.save();
    await second.notifications.waitFor('is newer');
    await second.screenshot('two-windows-conflict');
    assert.deepEqual((await identity(id)).metadata_public, { by: 'first' });
    await second.notifications.press('is newer', 'Compare');
    const { original, modified } = second.editor.diff();
    await original.getByText('"first"').waitFor();
    await modified.getByText('"second"').waitFor();
    await second.editor.titleAction('Use your changes');
    await second.editor.waitForSaved(tab);
    assert.deepEqual((await identity(id)).metadata_public, { by: 'second' });
    assert.equal((await identity(id)).state, 'inactive');
  });
});
