import assert from 'node:assert/strict';
import { OneAtATime } from '../../../src/flows/one-at-a-time.ts';

describe('one thing at a time', () => {
  it('lets go what is asked for meanwhile, and tells what is being done', async () => {
    const seen: string[] = [];
    const doing = new OneAtATime(() => seen.push(doing.busy));
    let end: (value: string) => void = () => undefined;
    const first = doing.run('Refreshing', () => new Promise<string>((resolve) => (end = resolve)));
    assert.equal(await doing.run('Refreshing again', () => Promise.resolve('second')), undefined);
    end('first');
    assert.equal(await first, 'first');
    assert.deepEqual(seen, ['Refreshing', '']);
  });

  it('is free again after a failure', async () => {
    const doing = new OneAtATime(() => undefined);
    await assert.rejects(() => doing.run('Failing', () => Promise.reject(new Error('no'))), /no/);
    assert.equal(await doing.run('Next', () => Promise.resolve('done')), 'done');
  });
});
