import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { keySetKind } from '../../../src/kinds/key-set/key-set.ts';
import type { Kind } from '../../../src/kinds/kind.ts';
import type { Base } from '../../../src/saving/base.ts';
import { judge } from '../../../src/saving/plan.ts';
import { UnsavedBases } from '../../../src/saving/unsaved/unsaved-bases.ts';
import { type Version, versionOf } from '../../../src/saving/version.ts';

const baseOf = (server: Version): Base => ({ server, shown: server.masked });
const identity = (more: object) =>
  versionOf(identityKind, JSON.stringify({ id: 'i', state: 'active', traits: { email: 'a@b.c' }, ...more }));
const keys = (...secrets: readonly (readonly [string, string])[]) =>
  versionOf(keySetKind, JSON.stringify({ keys: secrets.map(([kid, k]) => ({ kty: 'oct', kid, k })) }));
const textOf = (kind: Kind, place = 'http://127.0.0.1:4434') => ({
  uri: `ory://docs/${kind.id}/x/x.json`,
  place,
  kind,
});
const DAY = 24 * 3600 * 1000;

describe('what a text with changes derives from', () => {
  let root: string;
  let redactor: Redactor;
  /** A window that has just begun: what it knows, it has from disk. */
  const window = (now: number = Date.now()) =>
    new UnsavedBases(
      root,
      redactor,
      () => Promise.resolve('the key'),
      () => now,
    );
  const files = async () =>
    (await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  beforeEach(async () => {
    root = join(await mkdtemp(join(tmpdir(), 'ory-unsaved-')), 'unsaved');
    redactor = new Redactor();
  });
  afterEach(() => rm(join(root, '..'), { recursive: true, force: true }));

  const kept = async (kind: Kind, base: Base) => (await window().keep(textOf(kind), base)) ?? assert.fail();

  it('comes back as it was where others changed something else, and both changes are saved', async () => {
    const opened = versionOf(identityKind, '{"id":"i","state":"active","big":9007199254740993}');
    const name = await kept(identityKind, baseOf(opened));
    const text = '{"id":"i","state":"active","big":9007199254740993,"metadata_public":{"by":"a script"}}';
    const fresh = versionOf(identityKind, text);
    const base = await window().read(name, textOf(identityKind), fresh);
    assert.equal(printJson(base?.server.raw ?? assert.fail()), printJson(opened.raw));
    const edited = parseJson(printJson(opened.masked).replace('active', 'inactive'));
    const judged = judge(identityKind, base, edited, fresh);
    assert.ok(judged.verdict === 'write');
    assert.match(printJson(judged.plan.target), /"inactive".*"by":"a script"/);
  });

  it('comes back with its secrets, which were not kept', async () => {
    const opened = keys(['a', 'sigma-secret'], ['b', 'tau-secret']);
    const name = await kept(keySetKind, baseOf(opened));
    for (const file of await files()) assert.doesNotMatch(await readFile(file, 'utf8'), /sigma|tau/);
    const fresh = keys(['c', 'new-secret'], ['a', 'sigma-secret'], ['b', 'tau-secret']);
    const base = await window().read(name, textOf(keySetKind), fresh);
    assert.equal(printJson(base?.server.raw ?? assert.fail()), printJson(opened.raw));
    // Removing a key beside somebody else's new one: both happen.
    const judged = judge(keySetKind, base, keys(['a', 'sigma-secret']).masked, fresh);
    assert.ok(judged.verdict === 'write');
    assert.deepEqual(judged.plan.target, keys(['c', 'new-secret'], ['a', 'sigma-secret']).raw);
  });

  it('is left to a person where a secret was renewed or removed meanwhile', async () => {
    const name = await kept(keySetKind, baseOf(keys(['a', 'sigma-secret'], ['b', 'tau-secret'])));
    const read = (fresh: Version) => window().read(name, textOf(keySetKind), fresh);
    assert.equal(await read(keys(['a', 'renewed'], ['b', 'tau-secret'])), undefined);
    assert.equal(await read(keys(['b', 'tau-secret'])), undefined);
  });

  it('is left to a person on another server, and where its file or the key is not the same any more', async () => {
    const opened = identity({});
    const name = await kept(identityKind, baseOf(opened));
    assert.equal(await window().read(name, textOf(identityKind, 'http://127.0.0.1:1'), opened), undefined);
    const other = new UnsavedBases(root, redactor, () => Promise.resolve('another key'));
    assert.equal(await other.read(name, textOf(identityKind), opened), undefined);
    const [file = ''] = await files();
    const text = await readFile(file, 'utf8');
    for (const damaged of [
      '',
      text.slice(0, -9),
      text.replace('active', 'inactive'),
      'null\nnull',
      '{}\n{}',
    ]) {
      await writeFile(file, damaged);
      assert.equal(await window().read(name, textOf(identityKind), opened), undefined, damaged);
    }
    await window().remove(name);
    assert.equal(await window().read(name, textOf(identityKind), opened), undefined);
    assert.deepEqual(await files(), []);
  });

  it('hides what the redactor alone takes for a secret, and has it again afterwards', async () => {
    for (const secret of ['entered-once', 'entered-once-2026']) redactor.learn(secret);
    const opened = identity({ metadata_admin: { note: 'entered-once', hook: 'ory_pat_0123456789abcdef' } });
    const name = await kept(identityKind, baseOf(opened));
    for (const file of await files()) {
      assert.doesNotMatch(await readFile(file, 'utf8'), /entered-once|0123456789/);
      if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o077, 0);
    }
    assert.deepEqual(await window().read(name, textOf(identityKind), opened), baseOf(opened));
    assert.equal(
      await window().keep(textOf(identityKind), baseOf(identity({ 'entered-once-2026': 1 }))),
      undefined,
    );
  });

  it('remembers what the editor showed, where the server kept something else', async () => {
    const server = identity({ metadata_public: { a: 1 } });
    const shown = identity({ metadata_public: { a: 1.5, key: 'ory_pat_0123456789abcdef' } });
    const base = { server, shown: shown.masked };
    const name = await kept(identityKind, base);
    // What stands only in the text, and is a secret, can't be filled in from anywhere.
    assert.equal(await window().read(name, textOf(identityKind), server), undefined);
    const plain = { server, shown: identity({ metadata_public: { a: 1.5 } }).masked };
    assert.deepEqual(
      await window().read(await kept(identityKind, plain), textOf(identityKind), server),
      plain,
    );
  });

  it('is bounded in number and age', async () => {
    const old = await kept(identityKind, baseOf(identity({})));
    for (let at = 0; at < 12; at++) await kept(identityKind, baseOf(identity({ at })));
    assert.equal((await files()).length, 10);
    assert.equal(await window().read(old, textOf(identityKind), identity({})), undefined);
    await window(Date.now() + 61 * DAY).keep(textOf(keySetKind), baseOf(keys(['a', 'sigma-secret'])));
    assert.equal((await files()).length, 1);
  });
});
