// The ordinary way to add a social provider: an item of a list of objects, with comments around.
import assert from 'node:assert/strict';
import { printJson, toJson } from '../../../src/ory/json/tree.ts';
import { reprintYaml } from '../../../src/ory/yaml/print.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';

describe('comments in a list of objects', () => {
  const providers = [
    'selfservice:',
    '  methods:',
    '    oidc: # social sign-in',
    '      enabled: true        # since May',
    '      config:              # by the team',
    '        providers:',
    '          # for everybody',
    '          - id: google     # the old one',
    '            client_id: a   # not secret',
    '            scope: [email] # no more than that',
    '          ##############################',
    '          # for developers',
    '          ##############################',
    '          - id: github',
    '            client_id: b',
    '            # what it may see',
    '            scope:',
    '              - user:email # read only',
    '          # - id: apple',
    '',
    '# the end',
    '',
  ];
  const text = providers.join('\n');
  interface Provider {
    id: string;
    client_id: string;
    scope: string[];
    label?: string;
  }
  const saved = (edit: (list: Provider[]) => Provider[], from = text) => {
    const root = JSON.parse(printJson(parseYaml(from))) as {
      selfservice: { methods: { oidc: { config: { providers: Provider[] } } } };
    };
    const { config } = root.selfservice.methods.oidc;
    config.providers = edit(config.providers);
    return reprintYaml(from, toJson(root));
  };
  const line = (start: string) => providers.findIndex((one) => one.trim().startsWith(start));

  it('stay where a social provider is added, in front, between and at the end', () => {
    const apple = { id: 'apple', client_id: 'c', scope: ['name'] };
    const lines = [
      '          - id: apple',
      '            client_id: c',
      '            scope:',
      '              - name',
    ];
    for (const [at, before] of [
      [0, line('# for everybody')],
      [1, line('####')],
      [2, line('# - id: apple')],
    ] as const) {
      assert.equal(
        saved((list) => list.toSpliced(at, 0, apple)),
        providers.toSpliced(before, 0, ...lines).join('\n'),
      );
    }
  });

  it('stay where a provider in the list is changed: a value, a new member, an item of its own list', () => {
    assert.equal(
      saved(([google, github]) => [{ ...google!, client_id: 'another' }, github!]),
      // The comments that stand in one column still do.
      text.replace('client_id: a   #', 'client_id: another #'),
    );
    assert.equal(
      saved(([google, github]) => [{ ...google!, label: 'Google' }, github!]),
      text.replace('no more than that\n', 'no more than that\n            label: Google\n'),
    );
    assert.equal(
      saved(([google, github]) => [google!, { ...github!, scope: ['user:email', 'read:org'] }]),
      text.replace('read only\n', 'read only\n              - read:org\n'),
    );
    assert.equal(
      saved(([google, github]) => [{ ...google!, scope: ['email', 'profile'] }, github!]),
      text.replace('[email]', '[email, profile]'),
    );
  });

  it('go along where providers change places, and go with the one that goes', () => {
    const [first, second] = [line('# for everybody'), line('####')];
    const end = line('# - id: apple');
    assert.equal(
      saved(([google, github]) => [github!, google!]),
      [
        ...providers.slice(0, first),
        ...providers.slice(second, end),
        ...providers.slice(first, second),
        ...providers.slice(end),
      ].join('\n'),
    );
    assert.equal(
      saved(([, github]) => [github!]),
      providers.toSpliced(first, second - first).join('\n'),
    );
    assert.equal(
      saved(([google]) => [google!]),
      providers.toSpliced(second, end - second).join('\n'),
    );
    // What was set apart by nobody's hand stays, even where the list is empty.
    assert.match(
      saved(() => []),
      /providers: \[\]\n {10}# - id: apple\n\n# the end\n$/,
    );
  });

  it('stay in texts whose lines end otherwise', () => {
    const windows = text.replaceAll('\n', '\r\n');
    assert.equal(
      saved(([google, github]) => [google!, { ...github!, client_id: 'x' }], windows),
      windows.replace('client_id: b', 'client_id: x'),
    );
    assert.equal(
      saved(([google]) => [google!], windows),
      saved(([google]) => [google!]).replaceAll('\n', '\r\n'),
    );
  });

  it('keep their distance where they are in no column', () => {
    const loose = 'a: 1  # one\nb: 2 # two\nlist:\n  - x   # x\n';
    assert.equal(
      reprintYaml(loose, toJson({ a: 100, b: 2, list: ['longer'] })),
      'a: 100  # one\nb: 2 # two\nlist:\n  - longer   # x\n',
    );
  });
});
