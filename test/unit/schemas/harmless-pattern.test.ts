import assert from 'node:assert/strict';
import { isHarmless } from '../../../src/schemas/harmless-pattern.ts';
import { fitForEditors } from '../../../src/schemas/identity-traits.ts';

describe('patterns of servers', () => {
  it('are run where each way to match is tried soon', () => {
    for (const pattern of [
      '^[a-z0-9]+(-[a-z0-9]+)*$',
      '^([a-z]+\\.)+[a-z]+$',
      '^\\+?[0-9]{6,15}$',
      '^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}$',
      '^(free|pro|team|enterprise)$',
      '^\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$',
      '^https?://[^/]+(/[^?#]*)?$',
      '^(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$',
      '^(\\p{L}+)?$',
      '^[(+*)]+$',
      '^(\\(a\\))+$',
    ]) {
      assert.ok(isHarmless(pattern), pattern);
      // What passes is soon done with a value that almost fits.
      for (const one of ['a', '-', 'a.', 'a1_ ', '(a)']) {
        new RegExp(pattern, 'u').test(`${one.repeat(300)}\n!`);
      }
    }
  });

  it('are left to the server where a mismatch could take for ever, or they are of another dialect', () => {
    for (const pattern of [
      '^(a+)+$',
      '^((\\w+)\\s?)*$',
      '^(([a-z])+.)+$',
      '^(a|a)*$',
      '^(\\w|\\d)+$',
      '^(a?){50}a{50}$',
      '(.*a){12}',
      '^(.+-)*$',
      '^(-[a-z-]+)*$',
      '^(-?a+)*$',
      '^(a?[ab-]?\\.)+$',
      '^([-a]{1,2}-)*$',
      '^(a+-*)*$',
      '^(?:a{1,9})+?$',
      '^(\\p{L}+\\p{L})*$',
      'a*a*a*a*b',
      `${'a?'.repeat(40)}${'a'.repeat(40)}`,
      `${'(?:a|a)'.repeat(40)}b`,
      `${'a{0,99}'.repeat(8)}b`,
      '^(a+)\\1*$',
      '(?i)^abc$',
      '(',
    ])
      assert.ok(!isHarmless(pattern), pattern);
  });

  it('are judged as names, too: what those leave over is the server’s to judge', () => {
    const kept = fitForEditors({
      patternProperties: { '^((\\w+)\\s?)*$': { type: 'string' } },
      additionalProperties: false,
    });
    assert.deepEqual(kept, {});
    const harmless = { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false };
    assert.deepEqual(fitForEditors(harmless), harmless);
  });
});
