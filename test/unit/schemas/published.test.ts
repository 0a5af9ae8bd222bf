import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import type { JsonSchema } from '../../../src/schemas/json-schema.ts';
import type { LiveSchemas } from '../../../src/schemas/kinds/identity.ts';
import { bodySchema } from '../../../src/schemas/operations.ts';
import { publishedMembers, wordsFor } from '../../../src/schemas/published.ts';
import { schemaOf } from '../../../src/schemas/schema-of.ts';
import { WORDS } from '../../../src/schemas/words/words.ts';

const live: LiveSchemas = { ids: [], complete: false, addressesOf: () => [] };

describe('schemas of published types', () => {
  it('have words of ours for every member', () => {
    const without = publishedMembers().filter(([type, member]) => {
      const words = wordsFor(type, member);
      return !(typeof words === 'string' ? words : words?.description);
    });
    assert.deepEqual(without, []);
  });

  it('have no words for members that are not there', () => {
    const there = new Set(publishedMembers().map(([type, member]) => `${type}.${member}`));
    const types = new Set(publishedMembers().map(([type]) => type));
    const stray = Object.entries(WORDS)
      .filter(([type]) => type !== '*')
      .flatMap(([type, words]) =>
        types.has(type) ? Object.keys(words).map((member) => `${type}.${member}`) : [`${type}.`],
      )
      .filter((name) => !there.has(name));
    assert.deepEqual(stray, []);
  });

  it('are there for the body of every operation that has one, and each is a schema', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const bodies = CATALOGUE.filter(({ body }) => body && body.contentType !== 'text/plain');
    assert.ok(bodies.length > 40);
    for (const { id } of bodies) {
      const schema = bodySchema(id, live);
      assert.ok(schema, `${id} has a schema`);
      assert.ok(ajv.validateSchema(schema), `${id}: ${ajv.errorsText()}`);
    }
  });

  it('describe every member of documents and files at every depth', () => {
    const refs = [
      { of: 'file', file: 'kratos' },
      { of: 'file', file: 'hydra' },
      { of: 'file', file: 'keto' },
      { of: 'file', file: 'identity-schema' },
      { of: 'document', connection: '_', kind: 'clients', isNew: false },
      { of: 'document', connection: '_', kind: 'identities', isNew: false },
      { of: 'document', connection: '_', kind: 'keys', isNew: false },
      { of: 'document', connection: '_', kind: 'projects', isNew: false },
    ] as const;
    for (const ref of refs) {
      const schema = schemaOf(ref, live);
      assert.ok(schema);
      assert.deepEqual(undescribed(schema), [], JSON.stringify(ref));
    }
  });
});

/** Members without a description; rules in `allOf` say nothing of their own. */
function undescribed(schema: JsonSchema, path = ''): string[] {
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
      typeof member === 'object'
        ? [
            ...(member.description === undefined && member.const === undefined ? [`${path}/${name}`] : []),
            ...undescribed(member, `${path}/${name}`),
          ]
        : [],
    ),
    ...(schema.items ? undescribed(schema.items, `${path}/*`) : []),
  ];
}
