import assert from 'node:assert/strict';
import { isNamedIdentitySchema } from '../../../src/schemas/files/names.ts';
import { candidatesOf, namedIn } from '../../../src/schemas/files/named-schemas.ts';
import { Marks } from './marks.ts';

describe('identity schemas that a configuration names', () => {
  it('are read from it, each once', () => {
    const text = [
      'identity:',
      '  schemas:',
      '    - { id: a, url: file:///etc/config/kratos/a.schema.json }',
      '    - id: b',
      '      url: "file://./schemas/b.json" # ours',
      '    - id: b2',
      '      url: file://./schemas/b.json',
      '    - id: c',
      '      url: https://example.com/c.json',
      '    - id: d',
      "      url: 'base64://e30'",
      '    - id: e',
      '      url: file:///etc/e.json.txt',
    ].join('\n');
    assert.deepEqual(namedIn(text), ['/etc/config/kratos/a.schema.json', './schemas/b.json']);
    assert.deepEqual(namedIn('{"url": "file:///a/b.json"}'), ['/a/b.json']);
  });

  it('are looked for by the end of their path, in sub-folders and beside', () => {
    assert.deepEqual(candidatesOf('/etc/kratos/x/a.json'), [
      'etc/kratos/x/a.json',
      '../etc/kratos/x/a.json',
      'kratos/x/a.json',
      '../kratos/x/a.json',
      'x/a.json',
      '../x/a.json',
      'a.json',
      '../a.json',
    ]);
    assert.deepEqual(candidatesOf('./schemas/a.json'), [
      'schemas/a.json',
      '../schemas/a.json',
      'a.json',
      '../a.json',
    ]);
    assert.equal(candidatesOf('../shared/a.json')[0], '../shared/a.json');
  });
});

describe('names of identity schemas', () => {
  it('are those that the manifest tells editors of', () => {
    const names = [
      'identity.schema.json',
      'identity-schema.json',
      'x-identity.schema.json',
      'a.identity.schema.json',
    ];
    for (const name of [...names, 'identities.schema.json'])
      assert.ok(isNamedIdentitySchema(`/a/${name}`), name);
    for (const name of [
      'schema-identity.json',
      'identity.json',
      'identity.schema.yaml',
      'person.schema.json',
    ])
      assert.ok(!isNamedIdentitySchema(`/identity/schema/${name}`), name);
  });
});

describe('JSON files that editors tell by their names alone', () => {
  const marks = new Marks();
  const quiet = async (file: 'kratos' | 'hydra' | 'keto' | 'identity-schema', value: unknown) =>
    assert.deepEqual(await marks.inFile(file, JSON.stringify(value, null, 2), true), []);
  const marked = async (file: 'kratos' | 'hydra' | 'keto' | 'identity-schema', value: unknown) =>
    assert.notDeepEqual(await marks.inFile(file, JSON.stringify(value, null, 2), true), []);

  it('have no marks where they are something else', async () => {
    await quiet('kratos', { openapi: '3.0.0', info: {}, serve: 1, log: 7 });
    await quiet('hydra', { defaults: [], run: {}, serve: 5 });
    await quiet('keto', { breakfast: 1, limit: 'a' });
    await quiet('identity-schema', { type: 'object', properties: { a: 1, b: 2 } });
    await quiet('identity-schema', [1]);
  });

  it('have marks where they are ours', async () => {
    await marked('kratos', { dsn: 'memory', selfservice: { flows: [] } });
    await marked('hydra', { urls: [], dsn: 'memory' });
    await marked('keto', { dsn: 'memory', serve: [] });
    await marked('identity-schema', {
      type: 'object',
      properties: { traits: { properties: { a: { type: 'odd' } } } },
    });
  });
});
