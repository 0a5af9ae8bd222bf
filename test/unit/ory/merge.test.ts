import assert from 'node:assert/strict';
import { type ListIdentity, mergeJson } from '../../../src/ory/json/merge.ts';
import { pointerOf } from '../../../src/ory/json/pointer.ts';
import { equalJson, type JsonNode, parseJson, printJson, toJson } from '../../../src/ory/json/tree.ts';
import { random } from '../support/random.ts';

const lists: readonly ListIdentity[] = [
  { at: ['texts'], by: undefined, ordered: true },
  { at: ['keys'], by: 'kid', ordered: false },
];

function merge(base: string, mine: string, theirs: string): { merged: string; overlaps: string[] } {
  const { merged, overlaps } = mergeJson(parseJson(base), parseJson(mine), parseJson(theirs), lists);
  return { merged: printJson(merged), overlaps: overlaps.map(({ path }) => pointerOf(path)) };
}

describe('merging two sides’ changes', () => {
  it('puts members together, in the order of the server, digits kept', () => {
    assert.deepEqual(
      merge(
        '{"b":1,"a":{"x":1}}',
        '{"b":12345678901234567890,"new":1.50,"a":{"x":1}}',
        '{"z":0,"a":{"x":1,"10":1,"9":2},"b":1}',
      ),
      { merged: '{"z":0,"a":{"x":1,"10":1,"9":2},"b":12345678901234567890,"new":1.50}', overlaps: [] },
    );
  });

  it('takes what both sides did alike once', () => {
    assert.deepEqual(merge('{"a":1,"b":1}', '{"b":2}', '{"b":2}'), { merged: '{"b":2}', overlaps: [] });
  });

  it('goes into what both sides filled', () => {
    assert.deepEqual(merge('{"m":null}', '{"m":{"a":1}}', '{"m":{"b":2}}'), {
      merged: '{"m":{"b":2,"a":1}}',
      overlaps: [],
    });
    assert.deepEqual(merge('{"m":"x"}', '{"m":{"a":1}}', '{"m":{"b":2}}').overlaps, ['/m']);
  });

  it('names every overlap, removed against changed included', () => {
    assert.deepEqual(
      merge('{"a":1,"b":1,"c":{"d":1}}', '{"a":2,"c":{"d":2}}', '{"a":3,"b":2,"c":{}}').overlaps.sort(),
      ['/a', '/b', '/c/d'],
    );
  });

  it('takes lists as a whole where their elements can’t be told apart', () => {
    assert.deepEqual(merge('{"l":[1]}', '{"l":[1,2]}', '{"l":[0,1]}').overlaps, ['/l']);
    assert.deepEqual(merge('{"texts":["a"]}', '{"texts":["a","a"]}', '{"texts":["b"]}').overlaps, ['/texts']);
  });

  it('follows elements by their names', () => {
    assert.deepEqual(
      merge(
        '{"keys":[{"kid":"a","n":1},{"kid":"b","n":1}]}',
        '{"keys":[{"kid":"b","n":1},{"kid":"a","n":2},{"kid":"mine"}]}',
        '{"keys":[{"kid":"theirs"},{"kid":"b","n":3},{"kid":"a","n":1}]}',
      ),
      {
        merged: '{"keys":[{"kid":"theirs"},{"kid":"b","n":3},{"kid":"a","n":2},{"kid":"mine"}]}',
        overlaps: [],
      },
    );
    assert.deepEqual(
      merge('{"keys":[{"kid":"a","n":1}]}', '{"keys":[{"kid":"a","n":2}]}', '{"keys":[{"kid":"a","n":3}]}')
        .overlaps,
      ['/keys/0/n'],
    );
  });

  it('names a list where both sides put another element in the place of the same one', () => {
    const both = (base: string, mine: string, theirs: string) =>
      merge(`{"texts":${base}}`, `{"texts":${mine}}`, `{"texts":${theirs}}`);
    for (const [base, mine, theirs] of [
      ['["old"]', '["mine"]', '["theirs"]'],
      ['["old","b"]', '["mine","b"]', '["b","theirs"]'],
      ['["old"]', '["mine","same"]', '["theirs","same"]'],
    ] as const) {
      assert.deepEqual(both(base, mine, theirs), { merged: `{"texts":${mine}}`, overlaps: ['/texts'] });
      assert.deepEqual(both(base, theirs, mine).overlaps, ['/texts']);
    }
    assert.deepEqual(
      merge(
        '{"keys":[{"kid":"a"},{"kid":"b"}]}',
        '{"keys":[{"kid":"b"},{"kid":"m"}]}',
        '{"keys":[{"kid":"t"},{"kid":"b"}]}',
      ).overlaps,
      ['/keys'],
    );
  });

  it('puts together what was only added, or removed by one and added by the other', () => {
    for (const [base, mine, theirs, merged] of [
      ['["a"]', '["a","mine"]', '["a","theirs"]', '["a","theirs","mine"]'],
      ['["a","b"]', '["b"]', '["a","b","theirs"]', '["b","theirs"]'],
      ['["a","b"]', '["mine","b"]', '["a","theirs"]', '["theirs","mine"]'],
      ['["a","b"]', '["b"]', '["b","theirs"]', '["b","theirs"]'],
      ['["a","b"]', '["b","same"]', '["b","same"]', '["b","same"]'],
      ['["a","b"]', '["b","same","mine"]', '["b","same"]', '["b","same","mine"]'],
    ] as const) {
      const { merged: text, overlaps } = merge(
        `{"texts":${base}}`,
        `{"texts":${mine}}`,
        `{"texts":${theirs}}`,
      );
      assert.deepEqual(overlaps, [], text);
      const items = (list: string) => (JSON.parse(list) as string[]).sort();
      assert.deepEqual(items(JSON.stringify((JSON.parse(text) as { texts: string[] }).texts)), items(merged));
    }
  });

  it('keeps an order that one side changed', () => {
    assert.equal(
      merge('{"texts":["a","b"]}', '{"texts":["b","a"]}', '{"texts":["a","new","b"]}').merged,
      '{"texts":["b","a","new"]}',
    );
  });

  it('is a merge whichever side one calls mine, for a thousand random trees', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const chance = random(seed);
      const base = tree(chance, 3);
      const [mine, theirs] = [edited(base, chance), edited(base, chance)];
      const [one, other] = [mergeJson(base, mine, theirs), mergeJson(base, theirs, mine)];
      const said = `seed ${seed}: ${[base, mine, theirs].map((node) => printJson(node)).join(' ')}`;
      assert.equal(one.overlaps.length, other.overlaps.length, said);
      if (one.overlaps.length === 0) assert.ok(equalJson(one.merged, other.merged), said);
      assert.ok(equalJson(mergeJson(base, mine, base).merged, mine), said);
      assert.ok(equalJson(mergeJson(base, base, theirs).merged, theirs), said);
    }
  });
});

type Chance = ReturnType<typeof random>;

function tree(chance: Chance, depth: number): JsonNode {
  if (depth === 0 || chance.below(4) === 0) return toJson(chance.below(5));
  const names = ['a', 'b', 'c', '1'].slice(0, 1 + chance.below(4));
  return { kind: 'object', members: new Map(names.map((name) => [name, tree(chance, depth - 1)])) };
}

/** The tree with some members changed, removed or added. */
function edited(node: JsonNode, chance: Chance): JsonNode {
  if (node.kind !== 'object') return chance.below(3) === 0 ? toJson(chance.below(5)) : node;
  const members = new Map(node.members);
  for (const [name, child] of node.members) {
    const dice = chance.below(6);
    if (dice === 0) members.delete(name);
    else if (dice < 3) members.set(name, edited(child, chance));
  }
  if (chance.below(4) === 0) members.set(`new${chance.below(2)}`, toJson(chance.below(5)));
  return { kind: 'object', members };
}
