import assert from 'node:assert/strict';
import { pointerOf } from '../../../src/ory/json/pointer.ts';
import { type JsonNode, parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import { MaskError } from '../../../src/ory/secrets/unmask.ts';
import { clientKind } from '../../../src/kinds/client/client.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { keySetKind } from '../../../src/kinds/key-set/key-set.ts';
import type { Kind } from '../../../src/kinds/kind.ts';
import { FieldError } from '../../../src/kinds/save-error.ts';
import type { Base } from '../../../src/saving/base.ts';
import { compareKept } from '../../../src/saving/kept.ts';
import { judge, type Plan, planOverwrite } from '../../../src/saving/plan.ts';
import { fingerprintOf, type Version, versionOf } from '../../../src/saving/version.ts';

const identity = (more: object) =>
  versionOf(
    identityKind,
    JSON.stringify({ id: 'i', state: 'active', traits: { email: 'a@b.c' }, updated_at: '1', ...more }),
  );
const textOf = ({ masked }: Version) => printJson(masked, 2);
const baseOf = (version: Version): Base => ({ server: version, shown: version.masked });
const edit = (version: Version, from: string, to: string) => parseJson(textOf(version).replace(from, to));

const verdict = (...args: Parameters<typeof judge>) => judge(...args).verdict;

function planOf(kind: Kind, base: Base, edited: JsonNode, fresh: Version): Plan {
  const judged = judge(kind, base, edited, fresh);
  assert.ok(judged.verdict !== 'conflict', JSON.stringify(judged));
  return judged.plan;
}

function overlapsOf(kind: Kind, base: Base, edited: JsonNode, fresh: Version): string[] {
  const judged = judge(kind, base, edited, fresh);
  assert.ok(judged.verdict === 'conflict');
  return judged.overlaps.map(({ path }) => pointerOf(path));
}

describe('what a save is to do', () => {
  const opened = identity({ metadata_public: { a: 1, b: 1 } });
  const edited = edit(opened, '"active"', '"inactive"');

  it('writes where the server’s copy is the one that was opened, but for what changes by itself', () => {
    const fresh = identity({ metadata_public: { a: 1, b: 1 }, updated_at: '2' });
    const plan = planOf(identityKind, baseOf(opened), edited, fresh);
    assert.deepEqual(
      plan.changes.map(({ path }) => pointerOf(path)),
      ['/state'],
    );
    assert.deepEqual(plan.others, []);
    assert.ok(printJson(plan.target).includes('"updated_at":"2"'));
  });

  it('puts changes in different places together, and tells of the others’', () => {
    const fresh = identity({ metadata_public: { a: 2, b: 1 }, updated_at: '2', state_changed_at: 'x' });
    const mine = edit(opened, '"b": 1', '"b": 3');
    const plan = planOf(identityKind, baseOf(opened), mine, fresh);
    assert.ok(printJson(plan.target).includes('"metadata_public":{"a":2,"b":3}'));
    assert.deepEqual(plan.others.map(pointerOf), ['/metadata_public/a']);
    assert.deepEqual(
      plan.changes.map(({ path }) => pointerOf(path)),
      ['/metadata_public/b'],
    );
  });

  it('sees a conflict where both changed the same, and names the place', () => {
    const fresh = identity({ metadata_public: { a: 2, b: 1 } });
    assert.deepEqual(overlapsOf(identityKind, baseOf(opened), edit(opened, '"a": 1', '"a": 3'), fresh), [
      '/metadata_public/a',
    ]);
  });

  it('sees a conflict where one removed what the other changed', () => {
    const base = baseOf(opened);
    const without = identity({ metadata_public: { b: 1 } });
    const changed = identity({ metadata_public: { a: 2, b: 1 } });
    assert.deepEqual(overlapsOf(identityKind, base, without.masked, changed), ['/metadata_public/a']);
    assert.deepEqual(overlapsOf(identityKind, base, changed.masked, without), ['/metadata_public/a']);
  });

  it('sees a conflict where it is not known what was opened', () => {
    assert.equal(verdict(identityKind, undefined, edited, opened), 'conflict');
    assert.equal(verdict(identityKind, undefined, opened.masked, opened), 'nothing-to-write');
  });

  it('has nothing to write where only the layout changed', () => {
    const layout = parseJson(JSON.stringify(JSON.parse(textOf(opened))));
    assert.equal(
      verdict(identityKind, baseOf(opened), layout, identity({ state: 'inactive' })),
      'nothing-to-write',
    );
  });

  it('has nothing to write where the server has the same already, whoever wrote it', () => {
    // A write that timed out after it was carried out, or two people with the same edit; the server sets the time.
    const fresh = identity({
      metadata_public: { a: 1, b: 1 },
      state: 'inactive',
      state_changed_at: '2',
      updated_at: '2',
    });
    const { target, changes } = planOf(identityKind, baseOf(opened), edited, fresh);
    assert.deepEqual(changes, []);
    assert.equal(printJson(target), printJson(fresh.raw));
    assert.equal(verdict(identityKind, undefined, edited, fresh), 'nothing-to-write');
  });

  it('takes what the server made of the save before for no change of the person’s', () => {
    // The text that was saved says 1.0 and has no addresses; the server made 1 of it and added some.
    const server = identity({ metadata_public: { a: 1, b: 1 }, verifiable_addresses: [] });
    const base = { server, shown: edit(opened, '"a": 1', '"a": 1.0') };
    const plan = planOf(identityKind, base, edited, server);
    assert.deepEqual(
      plan.changes.map(({ path }) => pointerOf(path)),
      ['/state'],
    );
  });

  it('refuses a change of what only the server sets, also where the server changed it', () => {
    const mine = edit(opened, '"id": "i"', '"id": "j"');
    assert.throws(
      () => judge(identityKind, baseOf(opened), mine, identity({})),
      (error) => error instanceof FieldError && error.pointer === '/id',
    );
  });

  it('overwrites where both changed the same alone, and leaves alone what only the server sets', () => {
    const mine = edit(opened, '"a": 1', '"a": 3');
    const fresh = identity({ updated_at: '2', metadata_public: { a: 2, by: 'a script' } });
    const { target, others, undone } = planOverwrite(identityKind, baseOf(opened), mine, fresh);
    assert.equal(
      printJson(target),
      '{"id":"i","state":"active","traits":{"email":"a@b.c"},"updated_at":"2","metadata_public":{"a":3,"by":"a script"}}',
    );
    assert.deepEqual(undone.map(pointerOf), ['/metadata_public/a']);
    assert.deepEqual(others.map(pointerOf), ['/metadata_public/b', '/metadata_public/by']);
  });

  it('overwrites with the whole text where it is not known what it derives from', () => {
    const fresh = identity({ updated_at: '2', metadata_public: { by: 'a script' } });
    const { target } = planOverwrite(identityKind, undefined, edited, fresh);
    assert.equal(
      printJson(target),
      '{"id":"i","state":"inactive","traits":{"email":"a@b.c"},"updated_at":"2","metadata_public":{"a":1,"b":1}}',
    );
  });

  it('tells what the server kept otherwise from what it changed besides', () => {
    const plan = planOf(identityKind, baseOf(opened), edited, opened);
    const after = identity({
      metadata_public: { a: 1, b: 2 },
      state: 'active',
      metadata_admin: null,
      updated_at: '3',
    });
    const { adjusted: otherwise, alsoChanged: besides } = compareKept(identityKind, plan, after);
    assert.deepEqual(otherwise.map(pointerOf), ['/state']);
    assert.deepEqual(besides.map(pointerOf), ['/metadata_public/b']);
  });
});

describe('a client’s lists', () => {
  const client = (uris: string[]) =>
    versionOf(clientKind, JSON.stringify({ client_id: 'c', redirect_uris: uris }));

  it('take what both sides added and removed', () => {
    const plan = planOf(
      clientKind,
      baseOf(client(['a', 'b', 'c'])),
      client(['a', 'mine', 'c']).masked,
      client(['a', 'b', 'theirs', 'c']),
    );
    assert.equal(printJson(plan.target), '{"client_id":"c","redirect_uris":["a","mine","theirs","c"]}');
    assert.deepEqual(plan.others.map(pointerOf), ['/redirect_uris']);
  });

  it('are a conflict where each side put them in an order of its own', () => {
    const base = baseOf(client(['a', 'b', 'c']));
    assert.deepEqual(overlapsOf(clientKind, base, client(['b', 'a', 'c']).masked, client(['a', 'c', 'b'])), [
      '/redirect_uris',
    ]);
  });
});

describe('a version of a key set', () => {
  const text = '{"keys":[{"kid":"a","d":"secret-a"},{"kid":"b","d":"secret-b"}]}';
  const opened = versionOf(keySetKind, text);

  it('masks private parts in what is shown', () => {
    assert.ok(!textOf(opened).includes('secret'));
    assert.ok(textOf(opened).includes(MASK));
  });

  it('fills each mask in again from its own key', () => {
    const edited = parseJson(`{"keys":[{"kid":"b","d":"${MASK}"}]}`);
    assert.equal(
      printJson(planOf(keySetKind, baseOf(opened), edited, opened).target),
      '{"keys":[{"kid":"b","d":"secret-b"}]}',
    );
  });

  it('is the same in another order, because servers keep none', () => {
    const other = versionOf(keySetKind, '{"keys":[{"d":"secret-b","kid":"b"},{"d":"secret-a","kid":"a"}]}');
    assert.equal(fingerprintOf(keySetKind, opened), fingerprintOf(keySetKind, other));
    const edited = parseJson(`{"keys":[{"kid":"a","d":"${MASK}","use":"sig"},{"kid":"b","d":"${MASK}"}]}`);
    assert.equal(verdict(keySetKind, baseOf(opened), edited, other), 'write');
    const plan = planOf(keySetKind, baseOf(opened), edited, other);
    const kept = versionOf(
      keySetKind,
      '{"keys":[{"kid":"b","d":"secret-b"},{"use":"sig","kid":"a","d":"secret-a"}]}',
    );
    assert.deepEqual(compareKept(keySetKind, plan, kept), { adjusted: [], alsoChanged: [] });
    assert.equal(verdict(keySetKind, baseOf(opened), edited, kept), 'nothing-to-write');
  });

  it('tells of keys that the server kept otherwise', () => {
    const edited = parseJson(`{"keys":[{"kid":"b","d":"${MASK}"}]}`);
    const plan = planOf(keySetKind, baseOf(opened), edited, opened);
    assert.deepEqual(compareKept(keySetKind, plan, opened), { adjusted: [['keys']], alsoChanged: [] });
  });

  it('refuses a mask that was written over', () => {
    const edited = parseJson(`{"keys":[{"kid":"a","d":"mine"},{"kid":"b","d":"${MASK}"}]}`);
    assert.throws(
      () => judge(keySetKind, baseOf(opened), edited, opened),
      (error) => error instanceof MaskError && error.pointer === '/keys/0/d',
    );
  });

  it('takes a key that another added, and one that another rotated', () => {
    const edited = parseJson(`{"keys":[{"kid":"a","d":"${MASK}","use":"sig"},{"kid":"b","d":"${MASK}"}]}`);
    const fresh = versionOf(
      keySetKind,
      '{"keys":[{"kid":"c","d":"secret-c"},{"kid":"b","d":"rotated"},{"kid":"a","d":"secret-a"}]}',
    );
    assert.equal(
      printJson(planOf(keySetKind, baseOf(opened), edited, fresh).target),
      '{"keys":[{"kid":"c","d":"secret-c"},{"kid":"b","d":"rotated"},{"kid":"a","d":"secret-a","use":"sig"}]}',
    );
  });

  it('sees a conflict where one removed a key whose private part another replaced', () => {
    const edited = parseJson(`{"keys":[{"kid":"b","d":"${MASK}"}]}`);
    const fresh = versionOf(keySetKind, text.replace('secret-a', 'rotated'));
    assert.equal(verdict(keySetKind, baseOf(opened), edited, fresh), 'conflict');
  });

  it('has a fingerprint that does not hang on secrets or on the order of members', () => {
    const other = versionOf(keySetKind, '{"keys":[{"d":"other","kid":"a"},{"kid":"b","d":"secret-b"}]}');
    assert.equal(fingerprintOf(keySetKind, opened), fingerprintOf(keySetKind, other));
    const changed = versionOf(keySetKind, text.replace('"a"', '"c"'));
    assert.notEqual(fingerprintOf(keySetKind, opened), fingerprintOf(keySetKind, changed));
  });
});
