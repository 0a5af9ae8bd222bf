import assert from 'node:assert/strict';
import { textsFor, TRIED_AT_MOST } from '../../../src/schemas/harmless-pattern.ts';
import { fitForEditors } from '../../../src/schemas/identity-traits.ts';

const PASSING = [
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
  '[0-9]',
  '^.*$',
  '@example\\.com$',
  '^(?=.*[0-9]).{8,}$',
  '^(\\(a\\))+$',
];
const STOPPING = [
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
  'a*a*a*b',
  '(.*a){3}',
  '^a*a*a*b',
  `x${'a'.repeat(2000)}`,
];

describe('patterns of servers', () => {
  it('are run where each way to match is tried soon', () => {
    for (const pattern of PASSING) {
      assert.notEqual(textsFor(pattern), 'none', pattern);
    }
  });

  it('are run on any text only where that takes a time that grows with it, on short ones where it is soon over', () => {
    const nasty = ['a', '-', 'a.', 'a1_ ', '(a)', 'b', 'ab', 'aab', '@', 'a@', ' ', '/', '0', 'é', 'A1'];
    for (const pattern of [...PASSING, ...STOPPING]) {
      const texts = textsFor(pattern);
      if (texts === 'none') continue;
      const expression = new RegExp(pattern, 'u');
      for (const one of nasty) {
        const length = texts === 'any' ? 200_000 : TRIED_AT_MOST;
        const started = performance.now();
        for (const end of ['', '\n!']) expression.test(one.repeat(length / one.length) + end);
        assert.ok(performance.now() - started < 1000, `${pattern} on ${one}`);
      }
    }
  });

  it('are left to the server where a mismatch could take for ever, or they are of another dialect', () => {
    for (const pattern of STOPPING) assert.equal(textsFor(pattern), 'none', pattern);
  });

  it('are judged as names, too: what those leave over is the server’s to judge', () => {
    const kept = fitForEditors({
      patternProperties: { '^((\\w+)\\s?)*$': { type: 'string' } },
      additionalProperties: false,
    });
    assert.deepEqual(kept, {});
    const moving = { patternProperties: { 'x+y': { type: 'string' } }, additionalProperties: false };
    assert.deepEqual(fitForEditors(moving), {});
    const harmless = { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false };
    assert.deepEqual(fitForEditors(harmless), harmless);
  });
});
