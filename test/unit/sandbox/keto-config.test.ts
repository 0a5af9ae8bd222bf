import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine } from '../../../src/sandbox/cli/options.ts';
import { resolveOptions } from '../../../src/sandbox/cli/resolve.ts';
import { getJson, start, url } from './harness.ts';
import { Keto, type Tuple } from './keto-fixture.ts';

interface Page {
  readonly relation_tuples: readonly Tuple[];
}

describe('sandbox: Keto, configuration and sample data', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ory-keto-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const options = (config: string, lines: string[] = []) => ({
    ...resolveOptions(parseCommandLine(['--keto-config', config]), (line) => lines.push(line)),
    ports: { 'keto-read': 0, 'keto-write': 0 },
  });
  const namespaces = async (config: string) => {
    const keto = await Keto.start(undefined, options(config));
    const { namespaces: found } = await keto.read<{ namespaces: { name: string }[] }>('/namespaces');
    await keto.close();
    return found.map(({ name }) => name);
  };

  it('reads namespaces beside the file, from a list, and from files of the older form', async () => {
    file('my.keto.ts', 'class User implements Namespace {}\nclass Doc implements Namespace {}');
    file('old.yml', '- {id: 1, name: videos}');
    const located = file('a.yml', 'namespaces: {location: "file://./my.keto.ts"}');
    assert.deepEqual(await namespaces(located), ['User', 'Doc']);
    assert.deepEqual(await namespaces(file('b.yml', 'namespaces: [{id: 0, name: files}]')), ['files']);
    assert.deepEqual(await namespaces(file('c.yml', 'namespaces: file://./old.yml')), ['videos']);
  });

  it('honours limits, and names what it ignores once', async () => {
    const lines: string[] = [];
    const config = file(
      'd.yml',
      'dsn: memory\nlimit: {max_batch_check_size: 1}\nnamespaces: [{id: 0, name: files}]\nserve: {metrics: {port: 4468}, read: {host: 0.0.0.0}}',
    );
    const keto = await Keto.start(undefined, options(config, lines));
    assert.equal((await keto.ask('/relation-tuples/batch/check', { tuples: [{}, {}] })).status, 400);
    await keto.close();
    assert.match(lines[0] ?? '', /: dsn, serve\.metrics$/);
    assert.match(lines[1] ?? '', /serve\.read\.host.*127\.0\.0\.1/);
  });

  it('does not start with namespaces that cannot be read, and says where', async () => {
    file('broken.ts', 'class User implements Namespace {}\nclass Doc {}');
    const broken = file('e.yml', 'namespaces: {location: "file://./broken.ts"}');
    await assert.rejects(start(options(broken)), /broken\.ts, line 2, column 11: "implements" is expected/);
    const missing = file('f.yml', 'namespaces: {location: "file://./missing.ts"}');
    await assert.rejects(start(options(missing)), /missing\.ts cannot be read/);
    await assert.rejects(start(options(file('g.yml', 'limit: {max_read_depth: 0}'))), /from 1 to 65535/);
  });

  it('has relationships about its own identities, the same on every run, and none when empty', async () => {
    const ports = { 'kratos-admin': 0, 'keto-read': 0 };
    const tuplesOf = async (empty: boolean) => {
      const sandbox = await start({ ports, ...(empty ? { empty, identities: 0 } : {}) });
      const { relation_tuples } = await getJson<Page>(
        url(sandbox, 'keto-read', '/relation-tuples?page_size=500'),
      );
      const people = new Set(relation_tuples.flatMap(({ subject_id }) => subject_id ?? []));
      const known = await Promise.all(
        [...people].map(
          async (id) => (await fetch(url(sandbox, 'kratos-admin', `/admin/identities/${id}`))).status,
        ),
      );
      assert.ok(known.every((status) => status === 200));
      await sandbox.close();
      return relation_tuples;
    };
    const tuples = await tuplesOf(false);
    assert.ok(tuples.length > 100);
    assert.deepEqual(await tuplesOf(false), tuples);
    assert.deepEqual(await tuplesOf(true), []);
  });

  it('lets the owner of a sample folder edit the documents in it', async () => {
    const keto = await Keto.start(undefined);
    const query = '?namespace=Folder&object=budget&relation=owners';
    const [owner] = (await keto.read<Page>(`/relation-tuples${query}`)).relation_tuples;
    assert.equal(await keto.allows(`Document:budget-plan#edit@${owner?.subject_id ?? ''}`), true);
    assert.equal(await keto.allows('Document:budget-plan#view@nobody'), false);
    await keto.close();
  });

  it('keeps relationships across a restart', async () => {
    const data = join(folder, 'state.json');
    const one = await Keto.start(undefined, { data });
    await one.add('Document:kept#viewers@ann');
    assert.equal((await one.write('DELETE', '/admin/relation-tuples?namespace=Group')).status, 204);
    const before = await one.read<Page>('/relation-tuples?page_size=500');
    await one.close();
    const two = await Keto.start(undefined, { data });
    assert.deepEqual(await two.read<Page>('/relation-tuples?page_size=500'), before);
    assert.equal(await two.allows('Document:kept#view@ann'), true);
    await two.close();
  });
});
