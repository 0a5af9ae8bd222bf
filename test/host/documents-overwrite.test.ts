// The editor's Overwrite after a conflict: it decides where both changed the same, and nothing else.
import assert from 'node:assert/strict';
import { commands, languages, type TextDocument, type Uri, window } from 'vscode';
import {
  direct,
  eventually,
  newIdentity,
  open,
  pathOf,
  readIdentity,
  replace,
  useDocuments,
} from './documents-support.ts';

const overwrite = ({ uri }: TextDocument) =>
  Promise.resolve(commands.executeCommand('workbench.files.action.acceptLocalChanges', uri));

const marks = (uri: Uri) => languages.getDiagnostics(uri).filter(({ source }) => source === 'Ory');

/** What somebody else does meanwhile: the same place, and another one. */
const theirs = (id: string) =>
  direct('kratos-admin', 'PATCH', pathOf(id), [
    { op: 'replace', path: '/traits/name/first', value: 'Theirs' },
    { op: 'replace', path: '/metadata_admin', value: { plan: 'gold' } },
  ]);

/** An identity whose first name I changed, in an editor. */
async function renamed(language: 'json' | 'yaml') {
  const { id, email } = await newIdentity((address) =>
    JSON.stringify({ schema_id: 'default', traits: { email: address, name: { first: 'Ada', last: 'L' } } }),
  );
  const json = await open('identities', id, email);
  if (language === 'yaml') await commands.executeCommand('ory.openAsYaml', json.uri);
  const document = window.activeTextEditor!.document;
  assert.ok(document.uri.path.endsWith(`.${language}`));
  const [from, to] = language === 'json' ? ['"Ada"', '"Mine"'] : ['first: Ada', 'first: Mine'];
  await replace(document, from, to);
  return { id, email, document };
}

describe('an overwrite after a conflict', () => {
  useDocuments();

  for (const language of ['json', 'yaml'] as const) {
    it(`keeps what others changed elsewhere, and says what it replaces, in ${language}`, async () => {
      const { id, email, document } = await renamed(language);
      await theirs(id);
      assert.equal(await document.save(), false);
      assert.deepEqual(
        marks(document.uri).map(({ message, range }) => [
          document.getText(range).replaceAll('"', ''),
          message,
        ]),
        [
          [
            'Mine',
            'Docs sandbox has changed this, too, since it was read: there it is "Theirs". Overwrite replaces that with ' +
              'yours, and keeps what others changed elsewhere. Compare before you save.',
          ],
        ],
      );
      await commands.executeCommand('ory.compareWithServer', document.uri);
      const label = window.tabGroups.activeTabGroup.activeTab?.label ?? '';
      assert.ok(label.startsWith(email), label);
      assert.ok(
        label.endsWith(': on Docs sandbox now ↔ your text (Overwrite replaces only traits.name.first)'),
        label,
      );
      await overwrite(document);
      await eventually(
        () => document.isDirty,
        (isDirty) => !isDirty,
      );
      const { traits, metadata_admin: admin } = await readIdentity(id);
      assert.deepEqual(traits, { email, name: { first: 'Mine', last: 'L' } });
      assert.deepEqual(admin, { plan: 'gold' });
      // The editor shows what the server has now, theirs included.
      await eventually(
        () => document.getText(),
        (text) => text.includes('gold'),
      );
      assert.deepEqual(marks(document.uri), []);
    });
  }

  it('is a conflict again where the place that was shown changed once more, and no other', async () => {
    const { id, document } = await renamed('json');
    await theirs(id);
    assert.equal(await document.save(), false);
    await commands.executeCommand('ory.compareWithServer', document.uri);
    await direct('kratos-admin', 'PATCH', pathOf(id), [
      { op: 'replace', path: '/traits/name/first', value: 'Again' },
    ]);
    await overwrite(document);
    await window.showTextDocument(document);
    assert.equal(document.isDirty, true);
    assert.deepEqual(((await readIdentity(id)).traits as { name: object }).name, {
      first: 'Again',
      last: 'L',
    });
    // Shown by now: this is decided, and what changed elsewhere meanwhile needs no decision.
    assert.equal(await document.save(), false);
    await commands.executeCommand('ory.compareWithServer', document.uri);
    await direct('kratos-admin', 'PATCH', pathOf(id), [
      { op: 'replace', path: '/metadata_public', value: { tier: 1 } },
    ]);
    await overwrite(document);
    await eventually(
      () => document.isDirty,
      (isDirty) => !isDirty,
    );
    const { traits, metadata_public: shown } = await readIdentity(id);
    assert.deepEqual((traits as { name: object }).name, { first: 'Mine', last: 'L' });
    assert.deepEqual(shown, { tier: 1 });
  });

  it('names nothing in the title of a comparison where nothing collides', async () => {
    const { id, email, document } = await renamed('json');
    await direct('kratos-admin', 'PATCH', pathOf(id), [
      { op: 'replace', path: '/metadata_admin', value: { plan: 'gold' } },
    ]);
    await commands.executeCommand('ory.compareWithServer', document.uri);
    assert.equal(
      window.tabGroups.activeTabGroup.activeTab?.label,
      `${email}: on Docs sandbox now ↔ your text`,
    );
    assert.deepEqual(marks(document.uri), []);
  });
});
