import assert from 'node:assert/strict';
import { isIdentitySchema } from '../../../src/schemas/files/identity-schema.ts';
import { partsOf } from '../../../src/schemas/files/parts.ts';
import { partText } from '../../../src/schemas/files/part-text.ts';

const text = (...lines: readonly string[]) => lines.join('\n');
/** What is found in a file: kind, and the lines that it is in. */
const found = (path: string, content: string) =>
  partsOf(path, content).map(
    ({ kind, whole, first, last, indent }) => `${kind} ${whole ? 'whole' : `${first}-${last} at ${indent}`}`,
  );

const KRATOS = text(
  'dsn: memory',
  'identity:',
  '  default_schema_id: default',
  'selfservice:',
  '  flows: {}',
);

describe('what of a YAML file is Ory’s', () => {
  const whole: readonly (readonly [path: string, content: string, kind: string])[] = [
    ['/a/kratos.yml', KRATOS, 'kratos'],
    ['/a/kratos/config.yml', text('version: v1.0.0', 'dsn: memory', 'serve:', '  public: {}'), 'kratos'],
    ['/a/config/kratos/prod/main.yaml', text('dsn: memory', 'courier:', '  smtp: {}'), 'kratos'],
    [
      '/a/kratos.yml.tmpl',
      text('dsn: {{ .Env.DSN }}', '{{- if .Dev }}', 'log:', '  level: debug', '{{- end }}'),
      'kratos',
    ],
    ['/a/kratos_prod.yaml', text('# production', 'session:', '  lifespan: 1h'), 'kratos'],
    ['/a/x-kratos.config.yaml', KRATOS, 'kratos'],
    ['/a/anything.yaml', KRATOS, 'kratos'],
    ['/a/oauth.yaml', text('urls:', '  self: {}', 'dsn: memory'), 'hydra'],
    ['/a/hydra.yml', text('serve:', '  cookies: {}'), 'hydra'],
    ['/a/keto/config.yaml', text('dsn: memory', 'namespaces:', '  - id: 0', '    name: a'), 'keto'],
    ['/a/kratos.yml', '', 'kratos'],
    ['/a/kratos.yml', text('# nothing yet', ''), 'kratos'],
    ['/a/hydra.yaml', text('sevre:', '  public: {}'), 'hydra'],
    ['C:\\a\\kratos.yml', KRATOS.replaceAll('\n', '\r\n'), 'kratos'],
  ];
  for (const [path, content, kind] of whole)
    it(`is all of ${path}: ${JSON.stringify(content).slice(0, 40)}`, () => {
      assert.deepEqual(found(path, content), [`${kind} whole`]);
    });

  const none: readonly (readonly [path: string, content: string])[] = [
    [
      '/a/deployment-kratos.yaml',
      text('apiVersion: apps/v1', 'kind: Deployment', 'metadata:', '  name: kratos'),
    ],
    ['/a/kratos.yaml', text('apiVersion: v1', 'kind: Service', 'spec:', '  ports: []')],
    [
      '/a/kratos/service.yaml',
      text('---', 'apiVersion: v1', 'kind: Service', '---', 'apiVersion: v1', 'kind: Pod'),
    ],
    [
      '/a/docker-compose-kratos.yml',
      text('version: "3"', 'services:', '  kratos:', '    image: oryd/kratos'),
    ],
    ['/a/compose.hydra.yaml', text('services:', '  hydra:', '    image: x')],
    [
      '/a/templates/deployment-kratos.yaml',
      text('{{- if .Values.kratos }}', 'apiVersion: apps/v1', 'kind: Deployment', '{{- end }}'),
    ],
    ['/a/.github/workflows/kratos.yml', text('name: kratos', 'on: push', 'jobs:', '  a: {}')],
    ['/a/kratos/kustomization.yaml', text('resources:', '  - a.yaml', 'images: []')],
    ['/a/hydra.yaml', text('defaults:', '  - model', 'run:', '  dir: x', 'trainer:', '  gpus: 1')],
    ['/a/keto/recipes.yaml', text('breakfast:', '  - eggs', 'lunch:', '  - steak')],
    ['/a/kratos-api.yaml', text('openapi: 3.0.0', 'info: {}', 'paths: {}')],
    ['/a/app.yaml', text('dsn: memory', 'serve:', '  port: 1', 'log: {}')],
    ['/a/mykratosfile.yaml', text('a: 1')],
    ['/src/kratos/.golangci.yml', text('version: "2"', 'linters: {}')],
    ['/a/values.yaml', text('kratos:', '  enabled: true', '  config:', '    - a')],
    ['/a/app.yaml', text('keto:', '  config:', '    colour: red')],
  ];
  for (const [path, content] of none)
    it(`is nothing of ${path}: ${JSON.stringify(content).slice(0, 40)}`, () => {
      assert.deepEqual(found(path, content), []);
    });

  it('is what Helm’s values give a chart as its configuration, of sub-charts, too', () => {
    const values = text(
      'replicas: 1',
      'kratos:',
      '  image: x',
      '  config:',
      '    # ours',
      '    dsn: memory',
      '    serve:',
      '      public: {}',
      '',
      '  autoscaling: {}',
      'umbrella:',
      '  hydra:',
      '      hydra:',
      '          config:',
      '              urls: {}',
      '  keto:',
      '    config:',
      '',
      '',
    );
    assert.deepEqual(found('/a/values.yaml', values), [
      'kratos 4-8 at 4',
      'hydra 14-14 at 14',
      'keto 17-18 at 6',
    ]);
  });

  it('is what a manifest brings as the values of a chart', () => {
    const release = text(
      'apiVersion: helm.toolkit.fluxcd.io/v2',
      'kind: HelmRelease',
      'spec:',
      '  values:',
      '    kratos:',
      '      config:',
      '        dsn: memory',
    );
    assert.deepEqual(found('/a/release.yaml', release), ['kratos 6-6 at 8']);
  });

  it('is a text in a ConfigMap, known by its name or its content', () => {
    const map = text(
      '{{- if .Values.enabled }}',
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: a',
      'data:',
      '  kratos.yml: |',
      '    dsn: memory',
      '    log:',
      '      level: {{ .Values.level }}',
      '  config.yaml: |-',
      '      urls: {}',
      '      dsn: memory',
      '',
      '      oidc: {}',
      '  readme: |',
      '    dsn: memory',
      '  "identity.schema.json": |',
      '    {"properties": {"traits": {}}}',
      '{{- end }}',
      '---',
      'apiVersion: v1',
      'kind: Service',
    );
    assert.deepEqual(found('/a/map.yaml', map), [
      'kratos 7-9 at 4',
      'hydra 11-14 at 6',
      'identity-schema 18-19 at 4',
    ]);
  });

  it('is found in time that grows with the text', () => {
    const seconds = (count: number) => {
      const lines = Array.from(
        { length: count },
        (_, at) => `kratos:\n  config:\n    dsn: "${at}"\n  a: |\n    b: c`,
      );
      const file = lines.join('\n');
      const before = performance.now();
      const [part] = partsOf('/a/values.yaml', file);
      if (part) partText(file, part);
      partsOf('/a/values.yaml', `${'- '.repeat(count)}a: b`);
      partText(`${'${'.repeat(count)}}${'{{'.repeat(count)}}`, { whole: true, first: 0, last: 0, indent: 0 });
      return performance.now() - before;
    };
    seconds(500);
    const small = seconds(2_000);
    assert.ok(seconds(16_000) < 8 * 8 * Math.max(small, 5), 'eight times the text');
  });

  it('is a text with the file’s own lines, and with templates that stand for a text', () => {
    const file = text(
      'a:',
      '  b: |',
      '    dsn: {{ .Dsn }}',
      '    {{- if .X }}',
      '   ',
      '    port: "${PORT}"',
      '    {{- end }}',
      'c: d',
    );
    const part = { whole: false, first: 2, last: 6, indent: 4 } as const;
    const made = partText(file, part);
    const blanks = (count: number) => ' '.repeat(count);
    assert.deepEqual(made.text.split('\n'), [
      '',
      '',
      'dsn: xxxxxxxxxx',
      blanks(12),
      '',
      'port: "${PORT}"',
      blanks(10),
      '',
    ]);
    const range = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    assert.ok(made.isFilledIn(range(2, 5, 15)));
    assert.ok(made.isFilledIn(range(5, 6, 15)));
    assert.ok(!made.isFilledIn(range(2, 0, 3)));
  });
});

describe('an identity schema', () => {
  it('is told by its content', () => {
    assert.ok(isIdentitySchema('{"type":"object","properties":{"traits":{"type":"object"}}}'));
    assert.ok(!isIdentitySchema('{"type":"object","properties":{"name":{}}}'));
    assert.ok(!isIdentitySchema('traits: properties'));
    assert.ok(!isIdentitySchema(''));
  });
});
