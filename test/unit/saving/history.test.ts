import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJson, printJson, toJson } from '../../../src/ory/json/tree.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { keySetKind } from '../../../src/kinds/key-set/key-set.ts';
import { History } from '../../../src/saving/history/history.ts';
import type { Limits } from '../../../src/saving/disk/limits.ts';
import { putBack } from '../../../src/saving/history/put-back.ts';
import type { ResourceKey } from '../../../src/saving/history/resource-key.ts';

const ada: ResourceKey = { place: 'http://127.0.0.1:4434', kind: 'identities', id: '../../ada' };
const grace: ResourceKey = { ...ada, id: 'grace' };
const facts = { moment: 'after', name: 'ada', where: 'staging', changed: [['state']] } as const;

describe('the history of saves', () => {
  let root: string;
  let now = 1_700_000_000_000;
  let limits: Limits;
  const redactor = new Redactor();
  const open = () =>
    new History(
      join(root, 'history'),
      redactor,
      () => limits,
      () => now,
    );

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'ory-history-'));
    limits = { days: 30, versions: 10, bytes: 1_000_000 };
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const paths = async () => {
    const all = await readdir(join(root, 'history'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    return all.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  };

  it('gives back what was kept, digit for digit, the newest first', async () => {
    const text = '{"b":1,"10":2,"9":12345678901234567890}';
    await open().keep(ada, facts, parseJson('{"b":0}'));
    await open().keep(ada, { ...facts, changed: [['b']] }, parseJson(text));
    const { versions, damaged } = await open().list(ada);
    assert.equal(damaged, 0);
    assert.deepEqual(
      versions.map(({ changed }) => changed[0]?.[0]),
      ['b', 'state'],
    );
    const [newest] = versions;
    assert.ok(newest);
    const document = await open().read(ada, newest);
    assert.equal(document && printJson(document), text);
    assert.deepEqual((await open().list(grace)).versions, []);
  });

  it('lies within its folder, for its owner alone, whatever an id holds', async () => {
    await open().keep(ada, facts, toJson({}));
    const [path = ''] = await paths();
    assert.ok(path.startsWith(join(root, 'history')));
    assert.ok(!path.includes('ada'));
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('holds no secret: neither those of the kind, nor those that only the redactor knows', async () => {
    redactor.learn('hunter2hunter2');
    const document = toJson({
      note: 'the key is hunter2hunter2',
      k: 'ory_pat_abcdefghijkl',
      client_secret: 'x1y2z3',
    });
    await open().keep(ada, facts, document);
    await open().keep(ada, facts, toJson({ hunter2hunter2: 1 }));
    const files = await paths();
    assert.equal(files.length, 1, 'a name that is a secret: nothing is kept');
    const text = await readFile(files[0] ?? '', 'utf8');
    for (const secret of ['hunter2', 'ory_pat_', 'x1y2z3']) assert.ok(!text.includes(secret), secret);
  });

  it('keeps what was there before a save only where that is not there yet', async () => {
    await open().keep(ada, facts, toJson({ n: 1 }));
    await open().keep(ada, { ...facts, moment: 'before' }, toJson({ n: 1 }));
    assert.equal((await open().list(ada)).versions.length, 1);
    await open().keep(ada, { ...facts, moment: 'before' }, toJson({ n: 2 }));
    assert.equal((await open().list(ada)).versions.length, 2);
  });

  it('drops the oldest beyond a number of versions, of bytes, and of days', async () => {
    limits = { ...limits, versions: 3 };
    for (let n = 1; n <= 5; n++) await open().keep(ada, facts, toJson({ n }));
    assert.equal((await open().list(ada)).versions.length, 3);
    now += 60_000;
    await open().keep(grace, facts, toJson({ n: 'x'.repeat(740) }));
    assert.equal((await open().extent()).versions, 4);
    limits = { ...limits, bytes: 2000 };
    await open().keep(grace, facts, toJson({ n: 'y'.repeat(760) }));
    assert.ok((await open().extent()).bytes <= 2000);
    assert.equal((await open().list(ada)).versions.length, 0, 'the oldest went first');
    now += 31 * 24 * 3600 * 1000;
    assert.equal((await open().list(grace)).versions.length, 0);
    assert.deepEqual(await paths(), []);
  });

  it('keeps nothing where it is off', async () => {
    limits = { ...limits, days: 0 };
    await open().keep(ada, facts, toJson({}));
    assert.deepEqual(await paths(), []);
  });

  it('leaves damaged files out, and says how many', async () => {
    for (let n = 1; n <= 3; n++) await open().keep(ada, facts, toJson({ n }));
    const [first = '', second = ''] = await paths();
    await truncate(first, (await stat(first)).size - 4);
    await writeFile(second, 'no history at all');
    const { versions, damaged } = await open().list(ada);
    assert.equal(versions.length, 1);
    assert.equal(damaged, 2);
  });

  it('bears two windows that write and drop at once', async () => {
    limits = { ...limits, versions: 5 };
    const [one, other] = [open(), open()];
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? one : other).keep(n % 3 ? ada : grace, facts, toJson({ n })),
      ),
    );
    const { versions, damaged } = await one.list(ada);
    assert.equal(versions.length, 5);
    assert.equal(damaged, 0);
  });

  it('leaves nothing half written where the disk refuses', async () => {
    await writeFile(join(root, 'history'), 'a file where the folder should be');
    await assert.rejects(open().keep(ada, facts, toJson({})));
    assert.deepEqual((await open().list(ada)).versions, []);
  });

  it('is cleared for one resource, or for all', async () => {
    await open().keep(ada, facts, toJson({}));
    await open().keep(grace, facts, toJson({}));
    await open().clear(ada);
    assert.deepEqual(await open().extent(ada), { resources: 0, versions: 0, bytes: 0 });
    assert.equal((await open().extent()).versions, 1);
    await open().clear();
    assert.deepEqual(await paths(), []);
  });
});

describe('putting a version back', () => {
  const put = (kind: typeof identityKind, now: string, then: string) => {
    const { document, lost, unkept } = putBack(kind, parseJson(now), parseJson(then));
    const texts = (paths: readonly (readonly string[])[]) => paths.map((path) => path.join('/'));
    return {
      document: printJson(document),
      ...(lost.length > 0 ? { lost: texts(lost) } : {}),
      ...(unkept.length > 0 ? { unkept: texts(unkept) } : {}),
    };
  };

  it('takes everything but what only the server sets', () => {
    assert.deepEqual(
      put(
        identityKind,
        '{"id":"i","state":"inactive","updated_at":"2","metadata_public":{"x":1}}',
        '{"id":"i","state":"active","updated_at":"1","metadata_public":null}',
      ),
      { document: '{"id":"i","state":"active","updated_at":"2","metadata_public":null}' },
    );
  });

  it('leaves what looked like a secret as the server has it, and says so, also where it has it no more', () => {
    assert.deepEqual(
      put(
        identityKind,
        '{"metadata_admin":{"token":"now"}}',
        `{"metadata_admin":{"token":"${MASK}","gone":"${MASK}","n":1}}`,
      ),
      {
        document: '{"metadata_admin":{"token":"now","n":1}}',
        lost: ['metadata_admin/gone'],
        unkept: ['metadata_admin/token'],
      },
    );
  });

  it('leaves the secrets of a kind as the server has them', () => {
    const now = `{"keys":[{"kid":"a","use":"enc","d":"${MASK}"}]}`;
    const then = `{"keys":[{"kid":"a","use":"sig","d":"${MASK}"}]}`;
    assert.deepEqual(put(keySetKind, now, then), { document: then });
  });

  it('can’t bring back a key whose private part is gone, and takes none for another’s', () => {
    assert.deepEqual(
      put(
        keySetKind,
        `{"keys":[{"kid":"b","d":"${MASK}"}]}`,
        `{"keys":[{"kid":"a","d":"${MASK}"},{"kid":"b","use":"sig","d":"${MASK}"}]}`,
      ),
      { document: `{"keys":[{"kid":"b","use":"sig","d":"${MASK}"}]}`, lost: ['keys/a'] },
    );
  });
});
