import assert from 'node:assert/strict';
import { JsonSyntaxError, parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { printYaml, reprintYaml } from '../../../src/ory/yaml/print.ts';
import { yamlForm } from '../../../src/saving/forms/yaml.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';

const asJson = (text: string) => printJson(parseYaml(text));

describe('YAML as a tree', () => {
  it('keeps digits, order and names as they are written', () => {
    assert.equal(
      asJson('big: 12345678901234567890\nprice: 1.10\n2: b\n1: a\nhex: 0x1F\nyes: yes\nnothing: ~\n'),
      '{"big":12345678901234567890,"price":1.10,"2":"b","1":"a","hex":31,"yes":"yes","nothing":null}',
    );
  });

  it('resolves aliases and merge keys', () => {
    assert.equal(
      asJson('base: &base { a: 1, b: 2 }\nuse:\n  <<: *base\n  b: 3\nagain: *base\n'),
      '{"base":{"a":1,"b":2},"use":{"a":1,"b":3},"again":{"a":1,"b":2}}',
    );
  });

  it('says where it can’t be read', () => {
    for (const [text, at] of [
      ['a: [1, 2\nb: 3\n', 9],
      ['a: 1\na: 2\n', 5],
      ['a: .inf\n', 3],
      ['a: &x [*x]\n', 7],
    ] as const) {
      assert.throws(
        () => parseYaml(text),
        (error) => error instanceof JsonSyntaxError && error.offset === at,
        text,
      );
    }
    assert.throws(() => parseYaml('# only a comment\n'), /empty/);
  });

  it('says of what is nested too deeply that it is', () => {
    for (const text of [`a: ${'['.repeat(9000)}${']'.repeat(9000)}\n`, `${'- '.repeat(9000)}x\n`]) {
      assert.throws(() => parseYaml(text), /^TooDeepError: nested too deeply: more than 200 levels$/);
    }
  });

  it('refuses what would grow without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 9; at++) {
      lines.push(`a${at}: &a${at} [${Array.from({ length: 10 }, () => `*a${at - 1}`).join(', ')}]`);
    }
    assert.throws(() => parseYaml(lines.join('\n')), /too much/);
  });
});

describe('YAML that is written', () => {
  const tree = (json: string) => parseJson(json);

  it('keeps digits and reads back as what it was', () => {
    const json =
      '{"big":12345678901234567890,"price":1.10,"long":3.14159265358979323846,"s":"1","t":"yes","n":null,"2":[],"1":{},"deep":[[{"a":[1]}]],"text":"a\\nb","date":"2024-01-02"}';
    const text = printYaml(tree(json));
    assert.equal(printJson(parseYaml(text)), json);
    assert.match(text, /^price: 1\.10$/m);
  });

  const text = [
    '# who may log in',
    'session:',
    '  lifespan: 24h # short',
    '',
    "  name: 'x'",
    '  cookie: {same_site: Lax}',
    'precise: 3.14159265358979323846',
    'methods:',
    '- password # always',
    '- code',
    '# the end',
    '',
  ].join('\n');
  const with_ = (edit: (value: Record<string, unknown> & { session: Record<string, unknown> }) => void) => {
    const value = JSON.parse(printJson(parseYaml(text))) as Parameters<typeof edit>[0];
    edit(value);
    const json = JSON.stringify(value).replace('3.141592653589793', '3.14159265358979323846');
    return reprintYaml(text, tree(json));
  };

  it('changes a value and nothing else', () => {
    assert.equal(
      with_((value) => (value.session.lifespan = '72h')),
      text.replace('24h', '72h'),
    );
  });

  it('is the same text where nothing changed', () => {
    assert.equal(
      with_(() => undefined),
      text,
    );
  });

  it('keeps comments where members come and go', () => {
    assert.equal(
      with_((value) => {
        value.session.whoami = { required: true };
        delete value.session.name;
      }),
      text.replace("\n\n  name: 'x'\n", '\n').replace('Lax}\n', 'Lax}\n  whoami:\n    required: true\n'),
    );
    const list = with_((value) => (value.methods = ['password', 'totp']));
    assert.match(list, /- password # always\n- totp\n# the end/);
    assert.ok(list.startsWith(text.slice(0, text.indexOf('- code'))));
  });

  it('quotes what would be read as something else', () => {
    assert.equal(
      with_((value) => {
        value.session.lifespan = '24';
        value.session.cookie = { same_site: 'Lax, or not' };
      }),
      text.replace('24h', '"24"').replace('Lax', '"Lax, or not"'),
    );
  });

  it('never changes what an anchor is shared with', () => {
    const shared = 'a: &x {k: 1} # first\nb: *x\nc:\n  <<: *x\n  l: 2\n';
    const changed = reprintYaml(shared, tree('{"a":{"k":1},"b":{"k":2},"c":{"k":3,"l":2}}'));
    assert.equal(printJson(parseYaml(changed)), '{"a":{"k":1},"b":{"k":2},"c":{"k":3,"l":2}}');
    assert.match(changed, /# first/);
    const first = reprintYaml(shared, tree('{"a":{"k":9},"b":{"k":1},"c":{"k":1,"l":2}}'));
    assert.equal(printJson(parseYaml(first)), '{"a":{"k":9},"b":{"k":1},"c":{"k":1,"l":2}}');
  });
});

describe('the YAML form', () => {
  it('tells where a place stands', () => {
    const text = 'a:\n  b: "x" # c\n  list:\n    - one\n    - k: 2\n';
    const at = (...path: string[]) => {
      const { offset, length } = yamlForm.placesOf(text)(path);
      return text.slice(offset, offset + length);
    };
    assert.equal(at('a', 'b'), '"x"');
    assert.equal(at('a', 'list'), 'list');
    assert.equal(at('a', 'list', '1', 'k'), '2');
    assert.equal(at('a', 'list', '0'), 'one');
  });
});
