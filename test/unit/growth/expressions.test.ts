// Every regular expression of the product reads texts that others may have written: none takes more than a time that
// grows with the length of the text.
import assert from 'node:assert/strict';
import { attacksOn } from './attacks.ts';
import { composed } from './composed.ts';
import { faultOf } from './effort.ts';
import { type Expression, expressionsOf } from './expressions.ts';

describe('regular expressions', function () {
  this.timeout(120_000);
  const found = expressionsOf('src');

  it('that are put together while the product runs are listed, with examples', () => {
    const listed = composed.map(({ file, code }) => `${file}: ${code}`);
    const there = found.composed.map(({ file, code }) => `${file}: ${code}`);
    assert.deepEqual([...listed].sort(), [...there].sort());
  });

  const examples = composed.flatMap(({ file, examples }): readonly Expression[] =>
    examples.map(({ source, flags }) => ({ at: file, source, flags })),
  );
  const folders = new Map<string, Expression[]>();
  for (const one of [...found.written, ...examples]) {
    const folder = one.at.split('/')[1] ?? '';
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  for (const [folder, expressions] of folders) {
    it(`in ${folder} take a time that grows with the text`, () => {
      const different = new Map(expressions.map((one) => [`${one.source}/${one.flags}`, one]));
      const faults = [...different.values()].flatMap(({ at, source, flags }) => {
        const fault = faultOf(new RegExp(source, flags), attacksOn(source, flags));
        return fault === undefined ? [] : [`${at} /${source}/${flags}: ${fault}`];
      });
      assert.deepEqual(faults, []);
    });
  }

  it('that take longer than that are found', () => {
    for (const bad of [/(a+)+b/, /\s+$/, /^.*?,.*?,.*?;/, /x*y/g, /eyJ[\w-]{8,}\./g, /(?<=a+)b/]) {
      assert.ok(faultOf(bad, attacksOn(bad.source, bad.flags)), `${bad} passes`);
    }
  });
});
