// A server's identity schema may be anything: whatever stands in it, a save goes on, and the editor's own services get
// only what they are soon done with.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { toJson } from '../../../src/ory/json/tree.ts';
import { schemaAddress } from '../../../src/schemas/addresses.ts';
import { TOO_COMPLEX } from '../../../src/schemas/bounded.ts';
import { checkDocument } from '../../../src/schemas/check/check-document.ts';
import { CheckThread, TooSlowError } from '../../../src/schemas/check/check-thread.ts';
import { problemsIn } from '../../../src/schemas/check/problems-in.ts';
import { fitForEditors } from '../../../src/schemas/identity-traits.ts';
import type { JsonSchema } from '../../../src/schemas/json-schema.ts';

const script = resolve('dist', 'check-worker.js');

/** References that lead to two references each, so many times. */
function bomb(levels: number): Record<string, unknown> {
  const definitions: Record<string, unknown> = { l0: { type: 'string' } };
  for (let at = 1; at <= levels; at++) {
    const ref = { $ref: `#/definitions/l${at - 1}` };
    definitions[`l${at}`] = { allOf: [ref, ref] };
  }
  return { type: 'object', definitions, properties: { traits: { $ref: `#/definitions/l${levels}` } } };
}

const liveWith = (schema: JsonSchema) => ({
  ids: ['s'],
  complete: true,
  addressesOf: (id: string) => [schemaAddress({ of: 'traits', connection: 'c', id })],
  schemas: new Map([['s', schema]]),
});

describe('schemas of servers that would never end', function () {
  this.timeout(120_000);
  const thread = new CheckThread(script);
  after(() => thread.dispose());

  const check = (schema: JsonSchema, traits: unknown) =>
    checkDocument(
      {
        kind: 'identities',
        isNew: false,
        connection: 'c',
        tree: toJson({ schema_id: 's', traits }),
        opened: toJson({}),
      },
      liveWith(schema),
      thread.find,
    );
  // As it would be, were such a pattern ever let through.
  const slow = { properties: { traits: { properties: { a: { pattern: '^(a+)+$' } } } } };

  it('end at the time limit of a check, and the next one finds what is wrong', async () => {
    await assert.rejects(check(slow, { a: `${'a'.repeat(60)}!` }), TooSlowError);
    assert.deepEqual(
      (await check({ properties: { traits: { type: 'object' } } }, 1)).map(({ pointer }) => pointer),
      ['/traits'],
    );
  });

  it('are shortened to what everybody is soon done with', () => {
    const endless: Record<string, unknown>[] = [
      bomb(24),
      bomb(60),
      { allOf: [{ $ref: '#' }, { $ref: '#' }] },
      {
        properties: { traits: { $ref: '#/definitions/tree' } },
        definitions: {
          tree: {
            properties: { left: { allOf: [{ $ref: '#/definitions/tree' }, { $ref: '#/definitions/tree' }] } },
          },
        },
      },
      { properties: { traits: { anyOf: Array.from({ length: 5000 }, () => ({ minLength: 1 })) } } },
      { properties: { traits: { properties: { a: { type: 'string', pattern: 'a*a*a*b' } } } } },
      { properties: { traits: { properties: { a: { type: 'string', pattern: '(.*a){20}' } } } } },
    ];
    let deep: Record<string, unknown> = {};
    for (let at = 0; at < 20_000; at++) deep = { properties: { left: deep } };
    for (const schema of [...endless, deep]) {
      const fit = fitForEditors(schema);
      let traits: unknown = { a: 'a'.repeat(5000) };
      for (let at = 0; at < 100; at++) traits = { left: traits };
      const started = performance.now();
      problemsIn({ allOf: [fit] }, new Map(), { traits });
      assert.ok(performance.now() - started < 2000, Object.keys(schema).join());
      JSON.stringify(fit);
    }
  });

  it('say so where their traits are described', () => {
    assert.match(JSON.stringify(fitForEditors(bomb(24))), new RegExp(TOO_COMPLEX));
    const itself = fitForEditors({
      properties: { traits: { properties: { child: { $ref: '#/properties/traits' } } } },
    });
    assert.match(JSON.stringify(itself), /refers to itself/);
  });

  it('are kept as they are where they are ordinary', () => {
    const ordinary = { ...bomb(4), title: 'ordinary' };
    assert.deepEqual(fitForEditors(ordinary), ordinary);
  });

  it('refuse nothing because something was left out of them', async () => {
    const email = '^[^@]+@[^@]+$';
    for (const rule of [
      { not: { pattern: '^(a+)+$' } },
      { oneOf: [{ pattern: '^(a+)+$' }, { maxLength: 3 }] },
      { if: { pattern: '(.*a){9}' }, then: { maxLength: 1 } },
      { not: { pattern: `x.*${email}` } },
      { not: { $ref: 'https://example.com/other.json' } },
      { not: { properties: { again: { $ref: '#/properties/traits' } } } },
    ]) {
      const schema = fitForEditors({ properties: { traits: { properties: { a: rule } } } });
      assert.deepEqual(await check(schema, { a: `b${'@'.repeat(400)}` }), [], JSON.stringify(rule));
    }
  });

  it('still find what is wrong with a short value, and with a list that is not long', async () => {
    const schema = fitForEditors({
      properties: {
        traits: { properties: { site: { pattern: '[a-z]+\\.example$' }, tags: { uniqueItems: true } } },
      },
    });
    const wrong = await check(schema, { site: 'nowhere', tags: ['a', 'a'] });
    assert.deepEqual(wrong.map(({ pointer }) => pointer).sort(), ['/traits/site', '/traits/tags']);
    assert.deepEqual(await check(schema, { site: 'x'.repeat(500), tags: ['a'] }), []);
  });
});
