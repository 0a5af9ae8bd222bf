import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toJson } from '../../../src/ory/json/tree.ts';
import { Marks } from './marks.ts';

/** What Kratos 0.11 and today's make of schemas of traits, and of values by them. */
interface Trait {
  readonly schema: unknown;
  readonly both?: readonly unknown[];
  readonly neither?: readonly unknown[];
}

describe('traits by the schema of a server', () => {
  const traits = JSON.parse(readFileSync('test/unit/schemas/accepted/traits.json', 'utf8')) as Readonly<
    Record<string, Trait>
  >;
  const schemas = Object.entries(traits).map(([name, { schema }]) => {
    const properties = { traits: { type: 'object', properties: { [name]: schema } } };
    return [
      name,
      {
        type: 'object',
        properties,
        definitions: { name: { type: 'string' } },
        $defs: { n: { type: 'string' } },
      },
    ];
  });
  const marks = new Marks(Object.fromEntries(schemas) as Record<string, unknown>);
  const document = (name: string, value: unknown) => toJson({ schema_id: name, traits: { [name]: value } });

  it('are refused before a save only where servers refuse them, too', async () => {
    const wrong: string[] = [];
    let found = 0;
    for (const [name, { both = [], neither = [] }] of Object.entries(traits)) {
      for (const value of both) {
        const refused = await marks.refused('identities', document(name, value));
        wrong.push(...refused.map((words) => `${name} ${JSON.stringify(value)}: ${words}`));
      }
      for (const value of neither)
        if ((await marks.refused('identities', document(name, value))).length > 0) found++;
    }
    assert.deepEqual(wrong, []);
    assert.ok(found > 25, `${found} are found`);
  });

  it('have no marks where servers accept them', async () => {
    const wrong: string[] = [];
    for (const [name, { both = [] }] of Object.entries(traits)) {
      for (const value of both) {
        const seen = await marks.inEditor('identities', document(name, value), true);
        // The editor's own services count a character beyond 16 bits twice; a save counts it as the server does.
        if (name === 'len' && value === '😀😀') continue;
        wrong.push(...seen.map((mark) => `${name} ${JSON.stringify(value)} ${mark}`));
      }
    }
    assert.deepEqual(wrong, []);
  });
});

describe('values that servers set', () => {
  const marks = new Marks();

  it('have no marks, though nobody knows them yet, nor where older servers named them', async () => {
    const identity = {
      schema_id: '',
      traits: {},
      region: 'moon',
      credentials: { telepathy: { type: 'telepathy', identifiers: null, config: null, version: 1 } },
      verifiable_addresses: [{ value: '+491701234567', via: 'phone', verified: false, verified_at: null }],
      recovery_addresses: [{ value: '+491701234567', via: 'phone' }],
    };
    assert.deepEqual(await marks.inDocument('identities', toJson(identity)), []);
    const session = {
      id: 'a',
      active: true,
      authenticator_assurance_level: 'aal4',
      authentication_methods: [{ method: 'telepathy', aal: 'aal4' }],
      devices: null,
    };
    assert.deepEqual(await marks.inDocument('sessions', toJson(session)), []);
    const project = { name: 'a', environment: 'lab', home_region: 'moon', state: 'asleep', services: {} };
    assert.deepEqual(await marks.inDocument('projects', toJson(project)), []);
  });
});
