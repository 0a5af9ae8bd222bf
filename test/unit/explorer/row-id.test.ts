import assert from 'node:assert/strict';
import { idPart } from '../../../src/features/explorer/row-id.ts';

describe('a part of a row’s id', () => {
  it('ends nowhere but at its end, and looks like no part of ours', () => {
    for (const text of ['a/b', '+rows', 'a:error', 'a%2Fb', 'ä ö', '..']) {
      assert.doesNotMatch(idPart(text), /[/+:]/, text);
      assert.equal(decodeURIComponent(idPart(text)), text);
    }
  });

  it('can be made of anything that a server sends', () => {
    assert.equal(idPart('\ud83d\ude00'), encodeURIComponent('\ud83d\ude00'));
    assert.equal(decodeURIComponent(idPart('half \ud83d')), 'half \ufffd');
  });
});
