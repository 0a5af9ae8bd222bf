import assert from 'node:assert/strict';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import { isUndecided } from './oracle.ts';
import { publishedOperation } from './published.ts';
import { samplesOf } from './samples.ts';

describe('the published types', () => {
  it('hold no name that looks like a secret and was not thought about', () => {
    const names = CATALOGUE.flatMap(({ id }) => {
      const { takes, gives } = publishedOperation(id);
      const shapes = [gives, ...takes.map(({ shape }) => shape)];
      const texts = takes.filter(({ shape }) => shape.kind === 'text').map(({ name }) => name);
      return [...texts, ...shapes.flatMap((shape) => samplesOf(shape).flatMap(({ names: all }) => [...all]))];
    });
    assert.ok(new Set(names).size > 200, String(new Set(names).size));
    assert.deepEqual([...new Set(names)].filter(isUndecided).sort(), []);
  });
});
