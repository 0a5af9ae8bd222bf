import assert from 'node:assert/strict';
import { BACK, CANCELLED, runWizard, type Answered, type Step } from '../../src/editor/wizard.ts';

/** Steps that answer from a script, and note where they stood. */
function scripted(...answers: readonly (string | typeof BACK | typeof CANCELLED)[]) {
  const script = [...answers];
  const seen: string[] = [];
  const step = (name: string, applies?: (said: string) => boolean): Step<string> => ({
    ...(applies ? { applies } : {}),
    ask: (said, place) => {
      seen.push(`${name} ${place.step}/${place.totalSteps}${place.canGoBack ? ' back' : ''} "${said}"`);
      const answer = script.shift() ?? assert.fail('asked too often');
      return Promise.resolve<Answered<string>>(typeof answer === 'string' ? said + answer : answer);
    },
  });
  return { seen, step };
}

describe('a wizard', () => {
  it('asks what applies, and counts it', async () => {
    const { seen, step } = scripted('a', 'c');
    const steps = [step('first'), step('never', () => false), step('third', (said) => said !== '')];
    assert.equal(await runWizard('t', steps, ''), 'ac');
    assert.deepEqual(seen, ['first 1/1 ""', 'third 2/2 back "a"']);
  });

  it('goes back to what was asked before, and keeps what was answered', async () => {
    const { seen, step } = scripted('a', BACK, 'b', 'c');
    assert.equal(await runWizard('t', [step('one'), step('two')], ''), 'abc');
    assert.deepEqual(seen, ['one 1/2 ""', 'two 2/2 back "a"', 'one 1/2 "a"', 'two 2/2 back "ab"']);
  });

  it('is left by Back on its first question only where there is something behind it', async () => {
    const { seen, step } = scripted(BACK);
    assert.equal(await runWizard('t', [step('one')], '', true), BACK);
    assert.deepEqual(seen, ['one 1/1 back ""']);
  });

  it('ends when it is cancelled', async () => {
    const { seen, step } = scripted('a', CANCELLED);
    assert.equal(await runWizard('t', [step('one'), step('two'), step('three')], ''), CANCELLED);
    assert.equal(seen.length, 2);
  });
});
