// Names that every object of JavaScript has, where servers choose the names: no table of ours has an entry for them.
import assert from 'node:assert/strict';
import { errorWords } from '../../../src/editor/error-words.ts';
import { differencesOf } from '../../../src/flows/self-service/difference.ts';
import { failureWords } from '../../../src/flows/self-service/failure-words.ts';
import { readFlow } from '../../../src/flows/self-service/flow.ts';
import { groupsOf } from '../../../src/flows/self-service/groups.ts';
import { methodWords } from '../../../src/flows/self-service/session.ts';
import { submissionOf, submitsOf } from '../../../src/flows/self-service/submission.ts';
import { runFailure } from '../../../src/flows/oauth2/run-failure.ts';
import { claimRows } from '../../../src/flows/oauth2/tokens/claim-words.ts';
import { keySetRow } from '../../../src/kinds/key-set/row.ts';
import { flow, input } from '../flows/selfservice-shapes.ts';

const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

describe('names that every object has', () => {
  for (const name of NAMES) {
    it(`are words of the server like any others: ${name}`, () => {
      assert.equal(failureWords(name), undefined);
      assert.equal(methodWords(name), name);
      const row = keySetRow(name);
      assert.deepEqual([row.label, row.description], [name, '']);
      const claims = JSON.parse(`{"${name}":1700000000}`) as Record<string, unknown>;
      for (const { name: shown, words } of claimRows(claims, new Date(1_700_000_000_000)))
        assert.deepEqual([shown, words], [name, '']);
    });

    it(`stand in flows: ${name}`, () => {
      const nodes = [
        input(name, { name, type: 'hidden', value: 'kept' }),
        input(name, { name: 'method', type: 'submit', value: name }),
      ];
      const text = JSON.stringify(flow(nodes));
      const read = readFlow('login', text);
      assert.ok(read);
      const [group] = groupsOf(read);
      assert.equal(group?.title, name);
      assert.equal(group.obstacle, undefined);
      const [submit] = submitsOf(read);
      assert.ok(submit);
      const body = submissionOf(read, submit, {});
      assert.equal(body.method, name);
      if (name !== '__proto__') assert.equal(Object.hasOwn(body, name) ? body[name] : undefined, 'kept');
      const more = text.replace('{', `{"${name}":{"a":1},`);
      assert.deepEqual(
        differencesOf(text, more).map(({ sign }) => sign),
        ['+'],
      );
      assert.deepEqual(
        differencesOf(more, text).map(({ sign }) => sign),
        ['-'],
      );
    });
  }
});

describe('errors that only a mistake in the program throws', () => {
  const mistake = (): unknown => {
    try {
      return (undefined as unknown as { a: { b: 1 } }).a.b;
    } catch (error) {
      return error;
    }
  };

  it('are told as such, in one sentence, with the log as the next step', () => {
    const { message: said, next } = errorWords(mistake(), 'Acme');
    assert.equal(
      said,
      'Ory Explorer failed unexpectedly (TypeError). Please report it: the log has the details.',
    );
    assert.deepEqual(next, ['show-log']);
    assert.match(
      errorWords(new RangeError('Maximum call stack size exceeded'), 'Acme').message,
      /unexpectedly/,
    );
    assert.equal(errorWords(new Error('No such file.'), 'Acme').message, 'No such file.');
  });

  it('are not what a run of OAuth 2.0 says, where something else is known', () => {
    const known = new Error('The provider’s answer is no JSON.', { cause: mistake() });
    assert.equal(runFailure(known).message, known.message);
  });
});
