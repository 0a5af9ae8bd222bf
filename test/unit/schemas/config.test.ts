import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { stringify } from 'yaml';
import { rangeOf } from '../../../src/schemas/config/table.ts';
import { parseSchemaAddress, schemaAddress } from '../../../src/schemas/addresses.ts';
import { schemaOf } from '../../../src/schemas/schema-of.ts';
import { everyPlace, type Reached, scalarFor, type Server, SERVERS, tableOf } from './config-places.ts';
import { Marks } from './marks.ts';

const marks = new Marks();
const UNKNOWN = 'ory_has_no_such_member';
/** A place of objects of one kind. */
const KIND = /^(.*)\(\w+\)$/;
const CURSOR = 'here_is_the_cursor';
const text = (value: unknown): string => stringify(value, { lineWidth: 0 });
const types = ({ member }: Reached): readonly string[] =>
  typeof member.type === 'string' ? [member.type] : (member.type ?? []);
const isObject = (place: Reached): boolean => types(place).includes('object');

/** What is offered where the cursor stands in a configuration. */
async function offered(server: Server, value: unknown): Promise<string[]> {
  const lines = text(value).split('\n');
  const line = lines.findIndex((one) => one.includes(CURSOR));
  const before = (lines[line] ?? '').replace(new RegExp(`${CURSOR}.*`), '');
  lines[line] = before;
  return marks.offeredInFile(server, lines.join('\n'), { line, character: before.length });
}

for (const server of SERVERS) {
  describe(`configuration of ${server}`, function () {
    this.timeout(120_000);
    const places = everyPlace(server);
    const refused = checking(server);

    it('is known in full: every member that any version takes says what it is', async () => {
      assert.ok(places.length > 80);
      const silent: string[] = [];
      for (const { path, holding, member } of places) {
        if (!/[\w$-]$/.test(path)) continue;
        const said = await marks.hoverInFile(server, text(holding(scalarFor(member))), path);
        if (!/\w{2}/.test(said)) silent.push(path);
      }
      assert.deepEqual(silent, []);
    });

    it('has a warning on each member that no version takes, and none where one might', async () => {
      for (const place of places.filter(isObject)) {
        const { path, member, holding, beside } = place;
        const found = await marks.inFile(server, text(holding({ ...beside, [UNKNOWN]: 1 })));
        const marked = found.filter((mark) => mark.includes(`${UNKNOWN} is not allowed`));
        assert.equal(marked.length, member.closed ? 1 : 0, `${path}: ${found.join('; ')}`);
      }
    });

    it('is completed by what the table has, and by nothing else', async () => {
      for (const { path, below, holding, beside } of places.filter(isObject)) {
        const found = await offered(server, holding({ ...beside, [CURSOR]: null }));
        const stray = found.filter((label) => !below.includes(label) && !SNIPPETS.has(label));
        assert.deepEqual(stray, [], path);
      }
    });

    it('offers the hooks of the very flow, and no other values than servers take', async () => {
      for (const place of places) {
        const { member, holding, path } = place;
        const kinds = KIND.exec(path);
        if (kinds) {
          const by = place.below[0] ?? '';
          const all = places.filter(({ path: other }) => KIND.exec(other)?.[1] === kinds[1]);
          const values = all.map(({ beside }) => String(beside[by]));
          const found = await offered(server, holding({ [by]: CURSOR }));
          assert.deepEqual(
            found.filter((label) => !values.includes(label)),
            [],
            path,
          );
          assert.deepEqual(
            values.filter((value) => !found.includes(value)),
            [],
            path,
          );
        } else if (member.values) {
          const found = await offered(server, holding(CURSOR));
          const values = member.values.map(String);
          assert.deepEqual(
            found.filter((label) => !values.includes(label)),
            [],
            path,
          );
        }
      }
    });

    it('marks no value that a version takes, nor one that is filled in later', () => {
      for (const { path, member, holding, beside } of places) {
        const whole = types({ member } as Reached)[0] === 'object' ? beside : scalarFor(member);
        const limits = [member.min, member.max].filter((limit) => limit !== undefined);
        const values = [
          ...(member.minItems ? [] : [whole]),
          ...(member.values ?? []),
          ...limits,
          '${FROM_THE_ENVIRONMENT}',
          '{{ .Values.a }}',
        ];
        for (const value of member.type || member.values ? values : []) {
          assert.deepEqual(refused(holding(value)), [], `${path}: ${String(value)}`);
        }
      }
    });

    it('marks values of the wrong type where every version knows better', () => {
      for (const place of places) {
        const { path, member, holding } = place;
        if (member.loose || !member.type) continue;
        const wrong = types(place).includes('boolean') ? 1 : true;
        assert.notDeepEqual(refused(holding(wrong)), [], `${path}: ${wrong}`);
      }
    });

    it('names only versions that there are, the older ones first', () => {
      const { versions, members, parts } = tableOf(server);
      const all = [members, ...Object.values(parts)].flatMap((some) => Object.entries(some));
      for (const [path, { since, until, kinds = {} }] of all) {
        for (const range of [{ since, until }, ...Object.values(kinds)]) {
          const [from, to] = [range.since ?? versions[0] ?? '', range.until ?? versions.at(-1) ?? ''];
          assert.ok(versions.includes(from) && versions.includes(to), path);
          assert.ok(versions.indexOf(from) <= versions.indexOf(to), path);
        }
      }
      assert.equal(rangeOf({ since: '1.1', until: '1.2' }, versions), ' From v1.1 up to v1.2.');
    });
  });
}

/** What the schema refuses of a configuration: a validator is faster than an editor, and the rules are the same. */
function checking(server: Server): (value: unknown) => string[] {
  const schema = schemaOf({ of: 'file', file: server }, { ids: [], complete: false, addressesOf: () => [] });
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(schema ?? false);
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** What completion offers for several members at once. */
const SNIPPETS = new Set(['schema', 'provider', 'location', 'url and key', 'url']);

describe('configuration that was told wrong', () => {
  const hooksOf = (flow: string, hook: string): string =>
    text({ selfservice: { flows: { [flow]: { before: { hooks: [{ hook }] } } } } });

  it('has no marks where versions differ from the strictest', async () => {
    const key = { type: 'api_key', config: { name: 'X-Key', value: 'k' } };
    const fine: [Server, unknown][] = [
      ['hydra', { oauth2: { token_hook: { url: 'https://a.example.com', auth: key } } }],
      ['hydra', { oauth2: { token_hook: 'https://a.example.com' } }],
      ['hydra', { ttl: { refresh_token: -1 } }],
      ['kratos', { courier: { worker: { pull_count: 0 } } }],
      ['kratos', { selfservice: { flows: { registration: { enable_legacy_one_step: false } } } }],
      ['kratos', { serve: { public: { port: '${PORT}' }, admin: { port: '$(ADMIN_PORT)' } } }],
      ['kratos', { log: { level: '{{ .Values.level }}' }, dev: '$DEV' }],
    ];
    for (const [server, value] of fine) assert.deepEqual(await marks.inFile(server, text(value)), []);
    const octal = 'serve:\n  public:\n    socket:\n      mode: 0775\n';
    assert.deepEqual(await marks.inFile('kratos', octal), []);
    const unquoted = 'serve:\n  public:\n    port: {{ .Values.port }}\nlog:\n  level: {{ .Values.level }}\n';
    assert.deepEqual(await marks.inFile('kratos', unquoted), []);
  });

  it('has marks where every version would refuse to start', async () => {
    const basic = { type: 'basic_auth', config: { user: 'u', password: 'p' } };
    const wrong: [Server, string][] = [
      ['kratos', hooksOf('login', 'session')],
      ['kratos', text({ serve: { public: { tls: { enabled: true } } } })],
      ['kratos', text({ selfservice: { methods: { saml: { enabled: true } } } })],
      ['kratos', text({ selfservice: { flows: { login: { after: { saml: {} } } } } })],
      ['keto', text({ serve: { read: { tls: { enabled: true } } } })],
      ['hydra', text({ oauth2: { token_hook: { url: 'https://a.example.com', auth: basic } } })],
      ['hydra', text({ ttl: { refresh_token: 'soon' } })],
    ];
    for (const [server, value] of wrong) {
      assert.notDeepEqual(await marks.inFile(server, value), [], value);
    }
    assert.deepEqual(await marks.inFile('kratos', hooksOf('login', 'web_hook')), [
      '- hook: web_hook: Missing property "config".',
    ]);
  });

  it('says of the older registration switch what each of its values means', async () => {
    const value = text({ selfservice: { flows: { registration: { enable_legacy_one_step: false } } } });
    const said = await marks.hoverInFile('kratos', value, 'enable_legacy_one_step');
    assert.match(said.replaceAll('\\', ''), /true is “unified”, false is “profile_first”/);
  });

  it('is that of Ory Network in projects only', () => {
    const live = { ids: [], complete: false, addressesOf: () => [] };
    const whole = { of: 'document', connection: 'c', kind: 'projects', isNew: false } as const;
    for (const ref of [whole, { of: 'configuration', server: 'kratos' } as const]) {
      const address = new URL(schemaAddress(ref));
      assert.deepEqual(parseSchemaAddress(address.host, address.pathname), ref);
      assert.match(JSON.stringify(schemaOf(ref, live)), /"saml":.*"captcha":/);
    }
    const network = schemaOf({ of: 'configuration', server: 'kratos' }, live) ?? {};
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(network);
    assert.ok(validate({ selfservice: { methods: { saml: { enabled: true, more: 1 } } }, more: 1 }));
    const file = JSON.stringify(schemaOf({ of: 'file', file: 'kratos' }, live));
    assert.doesNotMatch(file, /saml|captcha/);
  });
});
