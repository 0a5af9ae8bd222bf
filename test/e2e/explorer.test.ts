import assert from 'node:assert/strict';
import { sandboxConnection } from '../../tools/lib/sandbox.mjs';
import { eventually } from '../support/eventually.ts';
import { useWorkbench } from './pages/use-workbench.ts';

const PAGE = 25;

describe('the explorer', () => {
  const workbench = useWorkbench({
    sandbox: ['--identities', '60', '--clients', '20'],
    settings: (addresses) => ({
      'ory.pageSize': PAGE,
      'ory.connections': [
        { ...sandboxConnection(addresses), console: addresses.console },
        {
          id: 'acme',
          name: 'Acme production',
          type: 'self-hosted',
          kratosAdmin: addresses['kratos-admin'],
          production: true,
          readOnly: true,
        },
        // The discard port: nothing listens there.
        { id: 'nobody', name: 'Nobody there', type: 'self-hosted', kratosAdmin: 'http://127.0.0.1:9' },
      ],
    }),
  });

  before(async () => {
    const { ory } = workbench();
    await ory.open();
    for (const view of [ory.projects, ory.identities, ory.clients, ory.keys]) await view.expand();
  });

  /** Leaves room for one view, so that its rows are in sight. */
  async function only(title: string): Promise<void> {
    const { projects, identities, clients, keys } = workbench().ory;
    for (const view of [projects, identities, clients, keys]) {
      if (view.title === title) await view.expand();
      else await view.collapse();
    }
  }

  it('fills all four views', async () => {
    const { projects, identities, clients, keys } = workbench().ory;
    assert.deepEqual(await projects.labels(), ['Local sandbox', 'Acme production', 'Nobody there']);
    assert.ok((await identities.labels()).every((label) => label.includes('@')));
    assert.ok((await clients.labels()).length > 1);
    assert.deepEqual(await keys.labels(), [
      'hydra.openid.id-token',
      'hydra.jwt.access-token',
      'Trusted issuers',
    ]);
    await workbench().screenshot('explorer-trees');
  });

  it('says how the servers of a connection are', async () => {
    const { projects } = workbench().ory;
    await only('Projects');
    await projects.expandRow('Local sandbox');
    for (const service of ['Kratos (public)', 'Kratos (admin)', 'Hydra (public)', 'Hydra (admin)']) {
      await projects.row(service).filter({ hasText: 'healthy' }).waitFor();
    }
    await projects.expandRow('Identity schemas');
    await projects.expandRow('Projects');
    await projects.row('default').waitFor();
    await workbench().screenshot('explorer-projects');
  });

  it('shows credentials, addresses and sessions below an identity, and keeps them through a refresh', async () => {
    const { identities } = workbench().ory;
    await only('Identities');
    const [name = ''] = await identities.labels();
    await identities.expandRow(name);
    await identities.expandRow('Credentials');
    await identities.expandRow('Sessions');
    await identities.row('password').waitFor();
    // Its sessions come with a request of their own. An identity may be inactive, too.
    const state = workbench().page.locator('.label-description', { hasText: /^\s*(active|ended) · / });
    await identities.rows.filter({ has: state }).first().waitFor();
    // The rows under the identity and the next one: further down, rows are still being drawn.
    const shown = async () => {
      const labels = await identities.labels();
      return labels.slice(0, labels.indexOf('Consents') + 2).join();
    };
    const before = await shown();
    assert.match(before, /Credentials,.*password.*,Sessions,.*,Consents,.*@/);
    await workbench().screenshot('explorer-identity');
    await identities.titleAction('Refresh');
    await eventually(shown, (labels) => labels === before);
  });

  it('loads more, to the end', async () => {
    const { identities } = workbench().ory;
    await identities.loadMore();
    await identities.loadMore();
    await assert.rejects(identities.scrollTo('Load more…'), /has no row/);
    await identities.scrollToTop();
  });

  it('finds one identity and says that it is narrowed, until that is cleared', async () => {
    const { ory, quickInput } = workbench();
    const { identities } = ory;
    const all = await identities.labels();
    const wanted = all.findLast((label) => label.includes('@')) ?? '';
    await workbench().command('Ory: Find Identity…');
    await quickInput.waitFor('Find Identity');
    await quickInput.fill(wanted);
    await quickInput.accept();
    await identities.message().filter({ hasText: wanted }).waitFor();
    await eventually(
      () => identities.labels(),
      (labels) => labels.join() === wanted,
    );
    await identities.titleAction('Clear Identity Filter');
    await identities.row(all[0] ?? '').waitFor();
    await identities.message().waitFor({ state: 'hidden' });
  });

  it('deletes with the Delete key, after naming what and where', async () => {
    const { ory, dialogs, page } = workbench();
    const name = (await ory.identities.labels()).findLast((label) => label.includes('@')) ?? '';
    await ory.identities.open(name);
    await ory.identities.row(name).focus();
    await page.keyboard.press('Delete');
    await dialogs.waitFor(`Delete ${name} from Local sandbox?`);
    await workbench().screenshot('explorer-delete');
    await dialogs.press('Delete');
    await ory.identities.row(name).waitFor({ state: 'detached' });
  });

  it('offers no deletion on a read-only connection', async () => {
    const { projects, identities } = workbench().ory;
    await only('Projects');
    await projects.open('Acme production');
    await only('Identities');
    const [name = ''] = await identities.labels();
    const titles = await identities.menuTitles(name);
    assert.ok(titles.includes('Copy ID'));
    assert.ok(!titles.some((title) => title.startsWith('Delete')));
  });

  it('says in the view what is wrong, with a way on, and without a toast', async () => {
    const { ory, notifications } = workbench();
    await only('Projects');
    await ory.projects.open('Nobody there');
    await ory.identities.expand();
    await ory.identities.row('Couldn’t load identities').waitFor();
    assert.deepEqual(await ory.identities.labels(), ['Couldn’t load identities', 'Edit connection…']);
    assert.match(await ory.identities.message().innerText(), /127\.0\.0\.1:9 .*nothing listens/);
    // What was deleted before may still offer its undo.
    const toasts = await notifications.toasts().allInnerTexts();
    assert.deepEqual(
      toasts.filter((text) => !text.includes('Undo')),
      [],
    );
    await workbench().screenshot('explorer-error');
  });

  it('shows the row of the document in front, switching to its connection', async () => {
    const { ory, editor } = workbench();
    await only('Projects');
    await ory.projects.open('Local sandbox');
    await only('Identities');
    // What the connection before could not load stands there until this one's people have come.
    await ory.identities.rows.filter({ hasText: '@' }).first().waitFor();
    const [name = ''] = await ory.identities.labels();
    await ory.identities.open(name);
    await editor.waitFor(`${name}.json`);
    await only('Projects');
    await ory.projects.open('Nobody there');
    await editor.show(`${name}.json`);
    await workbench().command('Ory: Reveal in Ory');
    await ory.identities.row(name).and(workbench().page.locator('.selected')).waitFor();
  });
});
