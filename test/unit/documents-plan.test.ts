import assert from 'node:assert/strict';
import { type Base, compareKept, judge, planOverwrite, planWrite } from '../../src/saving/plan.ts';
import { fingerprintOf, type Version, versionOf } from '../../src/saving/version.ts';
import { parseJson, printJson } from '../../src/ory/json/tree.ts';
import { MASK } from '../../src/ory/secrets/mask.ts';
import { MaskError } from '../../src/ory/secrets/unmask.ts';
import { identityKind } from '../../src/resources/identity/identity.ts';
import { keySetKind } from '../../src/resources/key-set/key-set.ts';

const identity = (more: object) =>
  versionOf(
    identityKind,
    JSON.stringify({ id: 'i', state: 'active', traits: { email: 'a@b.c' }, updated_at: '1', ...more }),
  );
const textOf = ({ masked }: Version) => printJson(masked, 2);
const baseOf = (version: Version): Base => ({ server: version, shown: version.masked });
const edit = (version: Version, from: string, to: string) => parseJson(textOf(version).replace(from, to));

describe('what a save is to do', () => {
  const opened = identity({});
  const edited = edit(opened, '"active"', '"inactive"');

  it('writes where the server’s copy is the one that was opened, but for what changes by itself', () => {
    assert.equal(judge(identityKind, baseOf(opened), edited, identity({ updated_at: '2' })), 'write');
  });

  it('sees a conflict where anything else changed, and where it is not known what was opened', () => {
    assert.equal(judge(identityKind, baseOf(opened), edited, identity({ metadata_public: 1 })), 'conflict');
    assert.equal(judge(identityKind, undefined, edited, opened), 'conflict');
  });

  it('has nothing to write where only the layout changed', () => {
    const layout = parseJson(JSON.stringify(JSON.parse(textOf(opened))));
    assert.equal(
      judge(identityKind, baseOf(opened), layout, identity({ state: 'inactive' })),
      'nothing-to-write',
    );
  });

  it('has nothing to write where the server has the same text already, whoever wrote it', () => {
    // A write that timed out after it was carried out, or two people with the same edit; the server sets the time.
    const fresh = identity({ state: 'inactive', state_changed_at: '2', updated_at: '2' });
    assert.equal(judge(identityKind, baseOf(opened), edited, fresh), 'nothing-to-write');
    const { target, changes } = planWrite(identityKind, baseOf(opened), edited, fresh);
    assert.deepEqual(changes, []);
    assert.equal(printJson(target), printJson(fresh.raw));
    assert.equal(judge(identityKind, undefined, edited, fresh), 'nothing-to-write');
  });

  it('sees a conflict where the server has the person’s change and another', () => {
    const fresh = identity({ state: 'inactive', metadata_public: 1 });
    assert.equal(judge(identityKind, baseOf(opened), edited, fresh), 'conflict');
  });

  it('puts the person’s changes on the server’s copy', () => {
    const { target, changes } = planWrite(
      identityKind,
      baseOf(opened),
      edited,
      identity({ updated_at: '2' }),
    );
    assert.equal(
      printJson(target),
      '{"id":"i","state":"inactive","traits":{"email":"a@b.c"},"updated_at":"2"}',
    );
    assert.deepEqual(
      changes.map((change) => change.path),
      [['state']],
    );
  });

  it('overwrites with the whole text, and leaves alone what only the server sets', () => {
    const fresh = identity({ updated_at: '2', metadata_public: { by: 'a script' } });
    const { target } = planOverwrite(identityKind, baseOf(opened), edited, fresh);
    assert.equal(
      printJson(target),
      '{"id":"i","state":"inactive","traits":{"email":"a@b.c"},"updated_at":"2"}',
    );
  });

  it('tells what the server kept otherwise from what it changed besides', () => {
    const plan = planWrite(identityKind, baseOf(opened), edited, opened);
    const after = identity({ state: 'active', verifiable_addresses: [], updated_at: '3' });
    assert.deepEqual(compareKept(identityKind, plan, after), {
      otherwise: ['state'],
      besides: ['verifiable_addresses'],
    });
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
      printJson(planWrite(keySetKind, baseOf(opened), edited, opened).target),
      '{"keys":[{"kid":"b","d":"secret-b"}]}',
    );
  });

  it('is the same in another order, because servers keep none', () => {
    const other = versionOf(keySetKind, '{"keys":[{"d":"secret-b","kid":"b"},{"d":"secret-a","kid":"a"}]}');
    assert.equal(fingerprintOf(keySetKind, opened), fingerprintOf(keySetKind, other));
    const edited = parseJson(`{"keys":[{"kid":"a","d":"${MASK}","use":"sig"},{"kid":"b","d":"${MASK}"}]}`);
    assert.equal(judge(keySetKind, baseOf(opened), edited, other), 'write');
    const plan = planWrite(keySetKind, baseOf(opened), edited, other);
    const kept = versionOf(
      keySetKind,
      '{"keys":[{"kid":"b","d":"secret-b"},{"use":"sig","kid":"a","d":"secret-a"}]}',
    );
    assert.deepEqual(compareKept(keySetKind, plan, kept), { otherwise: [], besides: [] });
    assert.equal(judge(keySetKind, baseOf(opened), edited, kept), 'nothing-to-write');
  });

  it('tells of keys that the server kept otherwise', () => {
    const edited = parseJson(`{"keys":[{"kid":"b","d":"${MASK}"}]}`);
    const plan = planWrite(keySetKind, baseOf(opened), edited, opened);
    assert.deepEqual(compareKept(keySetKind, plan, opened), { otherwise: ['keys'], besides: [] });
  });

  it('refuses a mask that was written over', () => {
    const edited = parseJson(`{"keys":[{"kid":"a","d":"mine"},{"kid":"b","d":"${MASK}"}]}`);
    assert.throws(
      () => planWrite(keySetKind, baseOf(opened), edited, opened),
      (error) => error instanceof MaskError && error.pointer === '/keys/0/d',
    );
  });

  it('has a fingerprint that does not hang on secrets or on the order of members', () => {
    const other = versionOf(keySetKind, '{"keys":[{"d":"other","kid":"a"},{"kid":"b","d":"secret-b"}]}');
    assert.equal(fingerprintOf(keySetKind, opened), fingerprintOf(keySetKind, other));
    const changed = versionOf(keySetKind, text.replace('"a"', '"c"'));
    assert.notEqual(fingerprintOf(keySetKind, opened), fingerprintOf(keySetKind, changed));
  });
});
