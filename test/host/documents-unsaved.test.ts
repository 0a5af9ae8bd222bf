// What is known of documents with changes, across a reload of the window: a second set of entries on the same storage.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Memento, Uri } from 'vscode';
import { Entries } from '../../src/features/documents/entries.ts';
import { parseJson, printJson } from '../../src/ory/json/tree.ts';
import { Redactor } from '../../src/ory/secrets/redactor.ts';
import { identityKind } from '../../src/kinds/identity/identity.ts';
import { judge } from '../../src/saving/plan.ts';
import { UnsavedBases } from '../../src/saving/unsaved/unsaved-bases.ts';
import { versionOf } from '../../src/saving/version.ts';
import { eventually } from '../support/eventually.ts';

const uri = Uri.parse('ory://docs/identities/i/ada.json');
const place = 'http://127.0.0.1:4434';
const identity = (more: object) =>
  versionOf(identityKind, JSON.stringify({ id: 'i', state: 'active', traits: { email: 'a@b.c' }, ...more }));

/** The storage of a workspace. */
class Stored implements Memento {
  private readonly values = new Map<string, unknown>();
  keys = () => [...this.values.keys()];
  get = <T>(key: string, otherwise?: T) => (this.values.get(key) ?? otherwise) as T;
  update = (key: string, value: unknown) => {
    this.values.set(key, value);
    return Promise.resolve();
  };
}

describe('what is known of a document with changes', () => {
  let root: string;
  let stored: Stored;
  const window = () =>
    new Entries(stored, new UnsavedBases(root, new Redactor(), () => Promise.resolve('the key')));
  const files = async () =>
    (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const none = () => eventually(files, (all) => all.length === 0);

  /** A window in which somebody has opened a document. */
  function opened(): Entries {
    const entries = window();
    const version = identity({});
    entries.of(uri).reportedStat = { mtime: 1, size: 1 };
    entries.rebase(uri, identityKind, { server: version, shown: version.masked }, place);
    return entries;
  }

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'ory-unsaved-'));
    stored = new Stored();
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('lets the next window merge with what others changed elsewhere', async () => {
    const entries = opened();
    await entries.remember(uri, identityKind);
    await entries.remember(uri, identityKind);
    assert.equal((await files()).length, 1);

    const next = window();
    const entry = next.of(uri);
    assert.deepEqual(entry.reportedStat, { mtime: 1, size: 1 });
    entry.standsAt(place);
    const fresh = identity({ metadata_public: { by: 'a script' } });
    entry.base = await next.restore(uri, identityKind, fresh);
    const edited = parseJson(printJson(identity({}).masked).replace('active', 'inactive'));
    const judged = judge(identityKind, entry.base, edited, fresh);
    assert.ok(judged.verdict === 'write');
    assert.match(printJson(judged.plan.target), /"inactive".*"a script"/);
    // It goes on being known for a reload after that, and is gone when it is saved.
    await next.remember(uri, identityKind);
    const third = window();
    third.of(uri).standsAt(place);
    assert.ok(await third.restore(uri, identityKind, fresh));
    entry.base = { server: fresh, shown: fresh.masked };
    next.keep(uri, identityKind);
    await none();
  });

  it('is nothing where another server stands at the address by now', async () => {
    await opened().remember(uri, identityKind);
    const next = window();
    next.of(uri).standsAt('http://127.0.0.1:4435');
    assert.equal(await next.restore(uri, identityKind, identity({ metadata_public: 1 })), undefined);
  });

  it('leaves the disk when the document has no changes any more, or is closed', async () => {
    for (const end of [
      (entries: Entries) => entries.forget(uri),
      (entries: Entries) => entries.drop(uri),
      (entries: Entries) => entries.keep(uri, identityKind),
    ]) {
      const entries = opened();
      await entries.remember(uri, identityKind);
      end(entries);
      await none();
      // Just as well where it is only about to be written.
      const hasty = opened();
      const writing = hasty.remember(uri, identityKind);
      end(hasty);
      await writing;
      await none();
    }
    assert.equal(await window().restore(uri, identityKind, identity({ metadata_public: 1 })), undefined);
  });
});
