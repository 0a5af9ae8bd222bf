import assert from 'node:assert/strict';
import { plainSnippet } from '../../../src/features/schemas/yaml/plain-snippet.ts';
import { YamlService } from '../../../src/features/schemas/yaml/yaml-service.ts';
import { parseSchemaAddress, schemaAddress } from '../../../src/schemas/addresses.ts';
import { fitForEditors } from '../../../src/schemas/identity-traits.ts';
import { schemaOf } from '../../../src/schemas/schema-of.ts';

const person = fitForEditors({
  type: 'object',
  properties: {
    traits: {
      type: 'object',
      properties: {
        email: {
          type: 'string',
          format: 'email',
          'ory.sh/kratos': { credentials: { password: { identifier: true } } },
        },
        tier: { enum: ['free', 'pro'] },
      },
      additionalProperties: false,
    },
  },
});
const live = {
  ids: ['person'],
  complete: true,
  addressesOf: (id: string) => [schemaAddress({ of: 'traits', connection: 'c', id })],
};

describe('YAML documents', () => {
  const read: string[] = [];
  const service = new YamlService((address) => {
    read.push(address);
    const { host, pathname } = new URL(address);
    const ref = parseSchemaAddress(host, pathname);
    assert.ok(ref, `${address} is one of ours`);
    return Promise.resolve(JSON.stringify(ref.of === 'traits' ? person : schemaOf(ref, live)));
  });
  let version = 0;
  const kratos = schemaAddress({ of: 'file', file: 'kratos' });
  const at = (uri: string, text: string, schema = kratos) => ({ uri, version: ++version, text, schema });
  const identity = (text: string) =>
    at(
      'ory://c/identities/1/ada.yaml',
      text,
      schemaAddress({ of: 'document', connection: 'c', kind: 'identities', isNew: false }),
    );

  it('offers the traits of the schema that the document names, and their values', async () => {
    const text = identity('schema_id: person\ntraits:\n  email: a@example.com\n  ');
    const traits = await service.complete(text, { line: 3, character: 2 });
    assert.deepEqual(
      traits.items.map(({ label }) => label),
      ['tier'],
    );
    const value = identity('schema_id: person\ntraits:\n  tier: ');
    const tiers = await service.complete(value, { line: 2, character: 8 });
    assert.deepEqual(tiers.items.map(({ label }) => label).sort(), ['free', 'pro']);
  });

  it('lets no schema of a server put the clipboard into a document', async () => {
    const spy = '${CLIPBOARD}';
    const traits = {
      type: 'object',
      properties: {
        address: {
          type: 'object',
          properties: {
            city: { type: 'string', default: spy },
            $TM_FILENAME: { type: 'string' },
            kind: { enum: [`a|}${spy}`, 'b'] },
            said: { const: `\\\\${spy}` },
          },
          required: ['city', '$TM_FILENAME', 'kind', 'said'],
        },
      },
    };
    const spying = new YamlService(() => Promise.resolve(JSON.stringify(traits)));
    const { items } = await spying.complete(at('ory://c/identities/2/eve.yaml', ''), {
      line: 0,
      character: 0,
    });
    const snippets = items.map(({ insertText, textEdit }) => textEdit?.newText ?? insertText ?? '');
    assert.match(snippets.join(), /city/);
    for (const snippet of snippets.map(plainSnippet)) {
      assert.doesNotMatch(snippet, /(?<!\\)(?:\\\\)*\$\{?[A-Z]/i, snippet);
    }
    assert.equal(
      plainSnippet('a: ${1:b}, $2 ${3|c,d|} \\$E \\\\$F'),
      'a: ${1:b}, $2 ${3|c,d|} \\$E \\\\\\$F',
    );
    assert.deepEqual(fitForEditors({ default: spy, examples: [spy], enum: [spy] }), { enum: [spy] });
  });

  it('says what a member is, and marks what is wrong where it stands', async () => {
    const text = identity('schema_id: person\ntraits:\n  email: a@example.com\n  colour: red\n');
    const hover = await service.hover(text, { line: 2, character: 3 });
    assert.match(JSON.stringify(hover), /sign in with it: password/);
    const problems = await service.problems(text);
    assert.deepEqual(
      problems.map(({ range }) => range.start),
      [{ line: 3, character: 2 }],
    );
  });

  it('knows kratos.yml, and warns of what no version of Kratos knows', async () => {
    const text = at(
      'file:///w/kratos.yml',
      'version: v1.0.0\ndsn: memory\nunheard_of: 1\nselfservice:\n  default_browser_return_url: http://127.0.0.1/\n  flows:\n    login:\n      lifespan: soon\n      odd: 1\nidentity:\n  schemas: []\n',
    );
    const problems = await service.problems(text);
    assert.deepEqual(
      problems.map(({ range }) => range.start.line).sort((a, b) => a - b),
      [2, 7, 8, 10],
    );
    const offered = await service.complete(at('file:///w/kratos.yml', 'selfservice:\n  '), {
      line: 1,
      character: 2,
    });
    assert.ok(offered.items.some(({ label }) => label === 'methods'));
  });

  it('looks at a document anew when it is opened again', async () => {
    const uri = 'file:///w/again/kratos.yml';
    const opened = (text: string) => service.problems({ uri, version: 1, text, schema: kratos });
    assert.equal((await opened('log:\n  level: loud\n')).length, 1);
    service.close(uri);
    assert.equal((await opened('log:\n  level: debug\n')).length, 0);
  });

  it('reads no schema that a file names by itself', async () => {
    const before = read.length;
    const text = at(
      'file:///w/kratos.yml',
      '# yaml-language-server: $schema=https://evil.example.com/a.json\n$schema: https://evil.example.com/b.json\nlog:\n  level: loud\n',
    );
    await service.problems(text);
    for (const address of read.slice(before)) assert.ok(address.startsWith('ory-schema:'), address);
  });
});
