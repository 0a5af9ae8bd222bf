// The time that a save takes grows with the document and not faster, whatever was changed in it, by whomever.
import assert from 'node:assert/strict';
import { mergeJson } from '../../../src/ory/json/merge.ts';
import { toJson } from '../../../src/ory/json/tree.ts';
import { maskJson } from '../../../src/ory/secrets/mask.ts';
import { unmaskJson } from '../../../src/ory/secrets/unmask.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import { conflictComplaints } from '../../../src/saving/overlaps.ts';
import { putBack } from '../../../src/saving/history/put-back.ts';
import { jsonForm } from '../../../src/saving/forms/json.ts';
import { yamlForm } from '../../../src/saving/forms/yaml.ts';
import { compareKept } from '../../../src/saving/kept.ts';
import { stretchOf } from '../../../src/saving/places.ts';
import { judge, planOverwrite } from '../../../src/saving/plan.ts';
import { undecided } from '../../../src/saving/undecided.ts';

const kind = KINDS.identities;

/** An identity whose traits are so many, each with a value made of its number. */
const identity = (count: number, value: (at: number) => unknown) =>
  toJson({
    id: 'x',
    schema_id: 'default',
    organization_id: null,
    traits: Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${at}`, value(at)])),
  });

const version = (raw: ReturnType<typeof toJson>) => ({ raw, masked: maskJson(raw, kind.secrets) });

function assertGrowth(work: (count: number) => void, small: number): void {
  const millis = (count: number) => {
    const before = process.cpuUsage();
    work(count);
    return process.cpuUsage(before).user / 1000;
  };
  millis(small);
  const [few, many] = [millis(small), millis(8 * small)];
  assert.ok(
    many < 24 * Math.max(few, 20),
    `${Math.round(few)} ms, eight times as much: ${Math.round(many)} ms`,
  );
}

describe('the time that a save takes', () => {
  for (const form of [jsonForm, yamlForm]) {
    it(`grows with the places in conflict: ${form === jsonForm ? 'JSON' : 'YAML'}`, () => {
      assertGrowth((count) => {
        const base = version(identity(count, (at) => `a${at}`));
        const edited = identity(count, (at) => `b${at}`);
        const fresh = version(identity(count, (at) => `c${at}`));
        const opened = { server: base, shown: base.masked };
        const judged = judge(kind, opened, edited, fresh);
        assert.ok(judged.verdict === 'conflict' && judged.overlaps.length === count);
        const text = form.print(edited);
        const placeOf = form.placesOf(text);
        for (const complaint of conflictComplaints(judged, edited, fresh.masked, 'test'))
          stretchOf(text, edited, placeOf, complaint);
        const known = { version: fresh, marked: judged.overlaps };
        assert.equal(undecided(kind, opened, edited, known, fresh).length, 0);
        const plan = planOverwrite(kind, opened, edited, fresh);
        assert.equal(plan.undone.length, count);
        const after = version(identity(count, (at) => `d${at}`));
        assert.equal(compareKept(kind, plan, after).adjusted.length, count);
      }, 1500);
    });
  }

  it('grows with the keys of a set', () => {
    const keys = KINDS.keys;
    const set = (count: number, order: (at: number) => number) =>
      toJson({
        keys: Array.from({ length: count }, (_, at) => ({
          kid: `k${order(at)}`,
          kty: 'oct',
          k: `s${order(at)}`,
        })),
      });
    assertGrowth((count) => {
      const fresh = set(count, (at) => at);
      const masked = maskJson(fresh, keys.secrets);
      const turned = maskJson(
        set(count, (at) => count - 1 - at),
        keys.secrets,
      );
      assert.notDeepEqual(unmaskJson(turned, fresh, masked), turned);
      assert.equal(putBack(keys, turned, masked).lost.length, 0);
    }, 1500);
  });

  it('grows with the elements that have no name', () => {
    const list = (count: number, by: number) =>
      toJson({ list: Array.from({ length: count }, (_, at) => ({ a: at + by, secret: 's' })) });
    assertGrowth((count) => {
      const fresh = list(count, 0);
      const masked = maskJson(fresh, ['/list/*/secret']);
      assert.deepEqual(unmaskJson(masked, fresh, masked), fresh);
    }, 1500);
  });

  it('grows with what lies deep below', () => {
    const deep = (count: number, value: string): unknown =>
      Array.from({ length: count / 10 }).reduce<unknown>((inner) => ({ more: inner }), {
        list: Array.from({ length: count }, (_, at) => at),
        value,
      });
    assertGrowth((count) => {
      const [base, mine, theirs] = ['a', 'b', 'c'].map((value) => toJson(deep(count, value)));
      assert.ok(base && mine && theirs);
      assert.equal(mergeJson(base, mine, theirs).overlaps.length, 1);
    }, 1000);
  });
});
