import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine } from '../../../src/sandbox/cli/options.ts';
import { resolveOptions } from '../../../src/sandbox/cli/resolve.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { getJson, send, url } from './harness.ts';

describe('sandbox: command line and configuration files', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ory-sandbox-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const resolve = (...args: string[]) => {
    const lines: string[] = [];
    const options = resolveOptions(parseCommandLine(args), (line) => lines.push(line));
    return { options, lines };
  };

  it('has the usual ports, those of the files, and lets the command line win', () => {
    assert.deepEqual(resolve().options.ports, {
      'kratos-public': 4433,
      'kratos-admin': 4434,
      'hydra-public': 4444,
      'hydra-admin': 4445,
      console: 4400,
      'keto-read': 4466,
      'keto-write': 4467,
      'keto-opl': 4469,
      talos: 4420,
    });
    const config = file('ports.yml', 'serve: {public: {port: 5001}, admin: {port: 5002}}');
    const { ports } = resolve('--kratos-config', config, '--kratos-admin', '0').options;
    assert.equal(ports['kratos-public'], 5001);
    assert.equal(ports['kratos-admin'], 0);
    assert.deepEqual(ports.console, { preferred: 4400 });
    const keto = file('ports.keto.yml', 'serve: {read: {port: 5003}, opl: {port: 5004}}');
    const own = resolve('--keto-config', keto, '--keto-opl=0').options.ports;
    assert.deepEqual([own['keto-read'], own['keto-write'], own['keto-opl']], [5003, { preferred: 4467 }, 0]);
  });

  it('honours what it knows of kratos.yml and names the rest once', async () => {
    file(
      'person.json',
      JSON.stringify({
        properties: { traits: { type: 'object', properties: { nick: { type: 'string' } } } },
      }),
    );
    const config = file(
      'kratos.yml',
      [
        'dsn: memory',
        'serve: {public: {base_url: "https://auth.example/", host: 0.0.0.0}, admin: {}}',
        'identity: {default_schema_id: person, schemas: [{id: person, url: "file://./person.json"}]}',
        'session: {lifespan: 2h, cookie: {name: c}}',
        'selfservice: {flows: {recovery: {enabled: true, ui_url: "https://auth.example/recover"}}}',
        'courier: {smtp: {connection_uri: "smtp://x", from_name: y}}',
      ].join('\n'),
    );
    const { options, lines } = resolve(
      '--kratos-config',
      config,
      '--kratos-public',
      '0',
      '--kratos-admin',
      '0',
      '--empty',
    );
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /: dsn, courier$/);
    assert.match(lines[1] ?? '', /127\.0\.0\.1/);
    const sandbox = await startSandbox({ ...options, ports: { 'kratos-public': 0, 'kratos-admin': 0 } });
    const made = await send('POST', url(sandbox, 'kratos-admin', '/admin/identities'), {
      traits: { nick: 'a' },
    });
    const identity = (await made.json()) as { id: string; schema_id: string; schema_url: string };
    assert.equal(identity.schema_id, 'person');
    assert.match(identity.schema_url, /^https:\/\/auth\.example\/schemas\//);
    const code = await send('POST', url(sandbox, 'kratos-admin', '/admin/recovery/code'), {
      identity_id: identity.id,
    });
    assert.match(
      ((await code.json()) as { recovery_link: string }).recovery_link,
      /^https:\/\/auth\.example\/recover\?flow=/,
    );
    const link = await send('POST', url(sandbox, 'kratos-admin', '/admin/recovery/link'), {
      identity_id: identity.id,
    });
    assert.equal(link.status, 404);
    assert.equal((await getJson<unknown[]>(url(sandbox, 'kratos-public', '/schemas'))).length, 1);
    await sandbox.close();
  });

  it('names what is wrong with an option', () => {
    for (const [args, complaint] of [
      [['--kratos-admin'], /--kratos-admin needs a value/],
      [['--kratos-admin', '70000'], /a port from 0 to 65535/],
      [['--identities', '1000001'], /from 0 to 1000000/],
      [['--seed', 'x'], /a whole number/],
      [['--colour', 'x'], /unknown option --colour/],
      [['stray'], /unknown option stray/],
    ] as const) {
      assert.throws(() => parseCommandLine(args), complaint);
    }
  });

  it('names what is wrong with a file', async () => {
    assert.throws(() => resolve('--kratos-config', join(folder, 'none.yml')), /cannot be read/);
    assert.throws(() => resolve('--hydra-config', file('bad.yml', 'a: [1')), /no valid YAML/);
    assert.throws(() => resolve('--kratos-config', file('list.yml', '- 1')), /no settings/);
    for (const [text, complaint] of [
      ['identity: {schemas: [{id: a, url: "file:///nowhere/schema.json"}]}', /schema a could not be read/],
      ['identity: {schemas: [{id: a, url: "https://x.example/s.json"}]}', /does not fetch/],
      ['identity: {schemas: [], default_schema_id: a}', /at least one schema/],
      ['session: {lifespan: soon}', /session\.lifespan is no duration/],
    ] as const) {
      const { options } = resolve('--kratos-config', file('wrong.yml', text), '--kratos-admin', '0');
      await assert.rejects(startSandbox({ ...options, ports: { 'kratos-admin': 0 } }), complaint);
    }
  });
});
